import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asManager } from "~/access/sides.server";
import { packetForm } from "~/eligibility/eligibility.forms";
import { freezePacket } from "~/eligibility/freeze-packet.server";
import { FrozenPacket } from "~/eligibility/frozen-packet";
import { PacketForm } from "~/eligibility/packet-form";
import { packetPage } from "~/eligibility/packet-page.server";
import { fromForm } from "~/forms/from-form";
import { ErrorSummary } from "~/ui/error-summary";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { paths } from "~/ui/paths";
import { useAnswer } from "~/ui/use-answer";
import { useText } from "~/ui/use-text";

export const handle: PageHandle = { title: "manage.packet.title" };

export const loader = asManager(({ params, person, now, locale }) =>
  packetPage(person, params.proposal ?? "", now, locale),
);

export const action = asManager(async ({ params, request, actor, now }) => {
  const id = params.proposal ?? "";
  await freezePacket(actor, id, fromForm(packetForm, await request.formData()), now);
  return redirect(paths.blindPacket(id), 303);
});

export default function Packet() {
  const page = useLoaderData<typeof loader>();
  const { t, find } = useText();
  const { problems } = useAnswer();
  const state = find(`manage.proposals.states.${page.state}`) ?? page.state;
  return (
    <Page
      side="manage"
      title={t("manage.packet.title")}
      above={<bdi>{page.title}</bdi>}
      lead={t("manage.packet.lead")}
      call={page.callTitle}
      crumbs={[
        { label: t("manage.proposal.to_list"), to: paths.manageProposals(page.slug) },
        { label: page.title, to: paths.manageProposal(page.id) },
        { label: t("manage.packet.title") },
      ]}
      notices={<ErrorSummary problems={problems} />}
      wide
    >
      {page.frozen ? <FrozenPacket frozen={page.frozen} currency={page.currency} zone={page.zone} /> : null}
      {page.canFreeze ? <PacketForm page={page} /> : null}
      {!page.frozen && !page.canFreeze ? (
        <Notice>{page.waits ? t("manage.packet.still_open") : t("manage.packet.not_eligible", { state })}</Notice>
      ) : null}
    </Page>
  );
}
