import { useLoaderData } from "@remix-run/react";
import { asApplicant } from "~/access/sides.server";
import { ReceiptPage } from "~/proposals/receipt-page";
import { receiptsOf } from "~/proposals/receipts.queries.server";
import type { PageHandle } from "~/ui/page-handle";

export const handle: PageHandle = { title: "apply.receipt.title" };

export const loader = asApplicant(({ params, actor }) => receiptsOf(actor, params.proposal ?? ""));

export default function Receipt() {
  return <ReceiptPage page={useLoaderData<typeof loader>()} />;
}
