import { asReviewer } from "~/access/sides.server";
import { sheetFromForm } from "~/reviews/review.forms";
import { saveScoreSheet } from "~/reviews/save-score-sheet.server";

/** Saves while a reviewer works: the answer is the instant, and nothing else. */
export const action = asReviewer(async ({ params, request, actor, now }) =>
  Response.json(await saveScoreSheet(actor, params.code ?? "", sheetFromForm(await request.formData()), now)),
);
