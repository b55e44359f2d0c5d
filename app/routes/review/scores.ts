import { asReviewer } from "~/access/sides.server";
import { forgetStandingSheets } from "~/reviews/kept-sheet.server";
import { sheetFromForm } from "~/reviews/review.forms";
import { saveScoreSheet } from "~/reviews/save-score-sheet.server";

/** Saves while a reviewer works: the answer is the instant, and nothing else. */
export const action = asReviewer(async ({ params, request, context, actor, now }) => {
  const { code = "" } = params;
  const saved = await saveScoreSheet(actor, code, sheetFromForm(await request.formData()), now);
  const cookie = await forgetStandingSheets(actor, { code, cookies: request.headers.get("cookie") }, now);
  if (cookie) context.setCookie(cookie);
  return Response.json(saved);
});
