import { useLoaderData } from "@remix-run/react";
import { asApplicant } from "~/access/sides.server";
import { textsFor } from "~/calls/call-texts";
import { DecisionPage } from "~/proposals/decision-page";
import { decisionTold } from "~/proposals/receipts.queries.server";
import type { PageHandle } from "~/ui/page-handle";

export const handle: PageHandle = { title: "apply.decision.title" };

export const loader = asApplicant(async ({ params, actor, locale }) => {
  const { texts, ...told } = await decisionTold(actor, params.proposal ?? "");
  return { ...told, call: textsFor(texts, locale).texts.title };
});

export default function Decision() {
  return <DecisionPage told={useLoaderData<typeof loader>()} />;
}
