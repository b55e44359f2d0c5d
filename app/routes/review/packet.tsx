import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { keptField } from "~/access/form-field";
import { formIssuedTo } from "~/access/kept-text.server";
import { asReviewer } from "~/access/sides.server";
import { bringBackKeptSheet } from "~/reviews/bring-back-kept-sheet.server";
import { discardKeptSheet } from "~/reviews/discard-kept-sheet.server";
import { keptSheet, sheetOf } from "~/reviews/kept-sheet";
import { forgetStandingSheets, keptSheetsAt } from "~/reviews/kept-sheet.server";
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
  keepsTyped: true,
};

export const loader = asReviewer(async ({ params, request, actor, person, locale, now }) => {
  const { code = "" } = params;
  const packet = await packetPage(person, code, locale);
  const { sheets } = await keptSheetsAt(actor, { code, cookies: request.headers.get("cookie") }, now);
  const kept = sheets.flatMap(({ name, change }) => {
    const sheet = keptSheet(change, sheetOf(packet));
    return sheet ? [{ name, ...sheet }] : [];
  });
  return { packet, issued: formIssuedTo(person), kept };
});

export const action = asReviewer(async ({ params, request, context, actor, now }) => {
  const { code = "" } = params;
  const place = { code, cookies: request.headers.get("cookie") };
  const form = await request.formData();
  const [act, kept] = [form.get("act"), String(form.get(keptField))];
  if (act === "bring_back") await bringBackKeptSheet(actor, place, kept, now);
  else if (act !== "discard") await saveScoreSheet(actor, code, sheetFromForm(form), now);
  const forget =
    act === "discard" ? discardKeptSheet(actor, place, kept, now) : forgetStandingSheets(actor, place, now);
  const cookie = await forget;
  if (cookie) context.setCookie(cookie);
  return redirect(form.get("then") === "lock" ? paths.packetLock(code) : `${paths.packet(code)}#sheet`, 303);
});

export default function Packet() {
  const { packet, ...sheet } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page
      side="review"
      title={packet.title}
      above={t("review.packet.title", { code: packet.code })}
      crumbs={[{ label: t("review.packet.back"), to: paths.review() }, { label: packet.code }]}
      call={packet.callTitle}
      aside={<ScoreSheet packet={packet} place={packet.place} {...sheet} />}
      asideLabel={t("review.packet.sheet")}
    >
      <PacketText packet={packet} />
    </Page>
  );
}
