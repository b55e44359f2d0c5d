import { asApplicant } from "~/access/sides.server";
import { saveAnswers } from "~/proposals/save-answers.server";
import { changeFromJson } from "~/proposals/section.forms";

/** Saves one answer while somebody writes. 409 returns both texts, and nothing was overwritten. */
export const action = asApplicant(async ({ params, request, actor, now }) => {
  const change = changeFromJson(await request.text());
  const { versions, conflicts } = await saveAnswers(actor, params.proposal ?? "", [change], now);
  const [conflict] = conflicts;
  if (conflict)
    return Response.json(
      { theirs: conflict.theirs, version: conflict.version, yours: conflict.yours },
      { status: 409 },
    );
  return Response.json({ version: versions[change.question], savedAt: now.toISOString() });
});
