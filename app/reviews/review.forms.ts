import { formValues } from "~/forms/form-values";
import type { ScoreGiven, SheetChange } from "./review";

const outside = "unable";

function scoreOf(value: string, because: string): ScoreGiven {
  if (value === outside) return { value: null, unableBecause: because };
  return { value: value === "" ? null : Number(value), unableBecause: null };
}

/**
 * Reads a posted score sheet: `score-<criterion>` with a step or "unable", `because-<criterion>`, and the comments.
 * What is absent stays as it is, so that one criterion or one comment can be saved by itself.
 */
export function sheetFromForm(form: FormData | URLSearchParams): SheetChange {
  const scores: Record<string, ScoreGiven> = {};
  const values = formValues(form);
  const text = (name: string) => {
    const [value] = values.get(name) ?? [];
    return typeof value === "string" ? value : "";
  };
  for (const name of values.keys()) {
    if (!name.startsWith("score-")) continue;
    const criterion = name.slice("score-".length);
    scores[criterion] = scoreOf(text(name), text(`because-${criterion}`));
  }
  const comments: SheetChange["comments"] = {};
  if (values.has("to_advisory_group")) comments.toAdvisoryGroup = text("to_advisory_group");
  if (values.has("to_applicant")) comments.toApplicant = text("to_applicant");
  return Object.keys(comments).length > 0 ? { scores, comments } : { scores };
}
