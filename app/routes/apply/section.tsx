import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { keptField } from "~/access/form-field";
import { isSharedDevice } from "~/access/shared-device.server";
import { asApplicant } from "~/access/sides.server";
import { bringBackKeptText } from "~/proposals/bring-back-kept-text.server";
import { discardKeptText } from "~/proposals/discard-kept-text.server";
import { forgetStandingTexts, keptFormsAt } from "~/proposals/kept-forms.server";
import { proposalInHand } from "~/proposals/own-proposals.queries.server";
import { saveAnswers } from "~/proposals/save-answers.server";
import { changesFromForm } from "~/proposals/section.forms";
import { SectionForm } from "~/proposals/section-form";
import { nextSection, sectionPage } from "~/proposals/section-page.server";
import { fileAskedFor } from "~/proposals/then-to-file";
import type { PageHandle } from "~/ui/page-handle";
import { paths } from "~/ui/paths";
import { Refusal } from "~/values/refusal";

export const handle: PageHandle = {
  title: (_reader, data: { title: string }) => data.title,
  keepsTyped: true,
};

export const loader = asApplicant(async ({ params, request, actor, person, locale, now }) => {
  const { proposal = "", section = "" } = params;
  const { searchParams } = new URL(request.url);
  const cookies = request.headers.get("cookie");
  const { forms: kept } = await keptFormsAt(actor, { proposal, section, cookies }, now);
  return sectionPage(await proposalInHand(actor, proposal, locale, now), section, {
    now,
    locale,
    check: searchParams.has("check"),
    person,
    shared: isSharedDevice(cookies),
    kept,
    returned: searchParams.has("returned"),
  });
});

export const action = asApplicant(async ({ params, request, context, actor, person, locale, now }) => {
  const { proposal: id = "", section = "" } = params;
  const cookies = request.headers.get("cookie");
  const here = paths.proposalSection(id, section);
  const form = await request.formData();
  const [act, names] = [form.get("act"), form.getAll(keptField).map(String)];
  if (act === "discard" || act === "bring_back") {
    const place = { proposal: id, section, cookies };
    const { complete, cookie } =
      act === "bring_back"
        ? await bringBackKeptText(actor, place, names, now)
        : { complete: false, cookie: await discardKeptText(actor, place, names, now) };
    if (cookie) context.setCookie(cookie);
    return redirect(here + (complete ? "?returned" : ""), 303);
  }
  const { conflicts } = await saveAnswers(actor, id, changesFromForm(form), now);
  const cookie = await forgetStandingTexts(actor, id, cookies, now);
  if (cookie) context.setCookie(cookie);
  if (conflicts.length > 0) throw new Refusal("stale", "answers_changed_meanwhile", { conflicts });
  const file = fileAskedFor(form.get("then"));
  if (file) return redirect(paths.proposalFile(id, file), 303);
  const hand = await proposalInHand(actor, id, locale, now);
  const page = sectionPage(hand, section, {
    now,
    locale,
    check: true,
    person,
    shared: isSharedDevice(cookies),
  });
  const fields = Object.fromEntries(
    page.questions.flatMap((question) => (question.broken ? [[question.id, question.broken]] : [])),
  );
  if (Object.keys(fields).length > 0) throw new Refusal("invalid", "answers_need_a_look", { fields });
  const next = form.get("then") === "next" ? nextSection(page) : null;
  return redirect(next ? paths.proposalSection(id, next) : paths.proposal(id), 303);
});

export default function Section() {
  return <SectionForm page={useLoaderData<typeof loader>()} />;
}
