import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asReviewer } from "~/access/sides.server";
import { packetPage } from "~/reviews/packet-page.server";
import { PacketText } from "~/reviews/packet-text";
import { sheetFromForm } from "~/reviews/review.forms";
import { saveScoreSheet } from "~/reviews/save-score-sheet.server";
import { ScoreSheet } from "~/reviews/score-sheet";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { paths } from "~/ui/paths";
import { useText } from "~/ui/use-text";

export const handle: PageHandle = {
  title: ({ t }, data: { packet: { code: string } }) => t("review.packet.title", { code: data.packet.code }),
  hydrate: true,
  texts: ["review"],
};

export const loader = asReviewer(async ({ params, person, locale }) => {
  return { packet: await packetPage(person, params.code ?? "", locale) };
});

export const action = asReviewer(async ({ params, request, actor, now }) => {
  const form = await request.formData();
  await saveScoreSheet(actor, params.code ?? "", sheetFromForm(form), now);
  return redirect(
    form.get("then") === "lock" ? paths.packetLock(params.code ?? "") : `${paths.packet(params.code ?? "")}#sheet`,
    303,
  );
});

export default function Packet() {
  const { packet } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page
      side="review"
      title={packet.title}
      above={t("review.packet.title", { code: packet.code })}
      crumbs={[{ label: t("review.packet.back"), to: paths.review() }, { label: packet.code }]}
      call={packet.callTitle}
      aside={<ScoreSheet packet={packet} place={packet.place} />}
      asideLabel={t("review.packet.sheet")}
    >
      <PacketText packet={packet} />
    </Page>
  );
}
