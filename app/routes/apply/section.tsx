import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isSharedDevice } from "~/access/shared-device.server";
import { asApplicant } from "~/access/sides.server";
import { uploadFromForm } from "~/documents/upload-without-javascript.server";
import { proposalInHand } from "~/proposals/own-proposals.queries.server";
import { returnedText } from "~/proposals/returned-text.server";
import { saveAnswers } from "~/proposals/save-answers.server";
import { changesFromForm } from "~/proposals/section.forms";
import { SectionForm } from "~/proposals/section-form";
import { nextSection, sectionPage } from "~/proposals/section-page.server";
import type { PageHandle } from "~/ui/page-handle";
import { paths } from "~/ui/paths";
import { Refusal } from "~/values/refusal";

export const handle: PageHandle = {
  title: (_reader, data: { title: string }) => data.title,
  hydrate: true,
  texts: ["apply"],
};

export const loader = asApplicant(async ({ params, request, context, actor, person, locale, now }) => {
  const id = params.proposal ?? "";
  const returned = await returnedText(actor, id, { request, context, now });
  const check = new URL(request.url).searchParams.has("check");
  const hand = await proposalInHand(actor, id, locale, now);
  const shared = isSharedDevice(request.headers.get("cookie"));
  return sectionPage(hand, params.section ?? "", {
    now,
    locale,
    check,
    person,
    shared,
    returned,
  });
});

export const action = asApplicant(async ({ params, request, actor, person, locale, now }) => {
  const id = params.proposal ?? "";
  if (request.headers.get("content-type")?.startsWith("multipart/")) {
    const question = new URL(request.url).searchParams.get("file") ?? "";
    await uploadFromForm(person, { proposal: id, question }, request, now);
    return redirect(`${paths.proposalSection(id, params.section ?? "")}#${question}`, 303);
  }
  const form = await request.formData();
  const { conflicts } = await saveAnswers(actor, id, changesFromForm(form), now);
  if (conflicts.length > 0) throw new Refusal("stale", "answers_changed_meanwhile", { conflicts });
  const hand = await proposalInHand(actor, id, locale, now);
  const page = sectionPage(hand, params.section ?? "", {
    now,
    locale,
    check: true,
    person,
    shared: isSharedDevice(request.headers.get("cookie")),
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
