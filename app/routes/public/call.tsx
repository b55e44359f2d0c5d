import { useLoaderData } from "@remix-run/react";
import { asVisitor } from "~/access/sides.server";
import { CallPage } from "~/calls/call-page";
import { publicCall } from "~/calls/public-calls.queries.server";
import type { PageHandle } from "~/ui/page-handle";

export const handle: PageHandle = { title: (_reader, data: { call: { title: string } }) => data.call.title };

export const loader = asVisitor(async ({ params, locale, now, session }) => ({
  call: await publicCall(params.slug ?? "", locale, now),
  signedIn: session !== null,
}));

export default function Call() {
  const { call, signedIn } = useLoaderData<typeof loader>();
  return <CallPage call={call} signedIn={signedIn} />;
}
