import { asApplicant } from "~/access/sides.server";
import { forgetStandingTexts } from "~/proposals/kept-forms.server";
import { saveAnswers } from "~/proposals/save-answers.server";
import { changeFromJson } from "~/proposals/section.forms";

/** Saves one answer while somebody writes. 409 returns both texts, and nothing was overwritten. */
export const action = asApplicant(async ({ params, request, context, actor, now }) => {
  const { proposal = "" } = params;
  const change = changeFromJson(await request.text());
  const { versions, conflicts } = await saveAnswers(actor, proposal, [change], now);
  const [conflict] = conflicts;
  if (conflict)
    return Response.json(
      { theirs: conflict.theirs, version: conflict.version, yours: conflict.yours },
      { status: 409 },
    );
  const cookie = await forgetStandingTexts(actor, proposal, request.headers.get("cookie"), now);
  if (cookie) context.setCookie(cookie);
  return Response.json({ version: versions[change.question], savedAt: now.toISOString() });
});
