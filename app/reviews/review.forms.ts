import { formValues } from "~/forms/form-values";
import type { ScoreGiven, SheetChange } from "./review";
import { markIn, markName } from "./sheet-marks";

const outside = "unable";
const commentControls = [
  ["to_advisory_group", "toAdvisoryGroup"],
  ["to_applicant", "toApplicant"],
] as const;

function scoreOf(value: string, because: string): ScoreGiven {
  if (value === outside) return { value: null, unableBecause: because };
  return { value: value === "" ? null : Number(value), unableBecause: null };
}

/**
 * Reads a posted score sheet: `score-<criterion>` with a step or "unable", `because-<criterion>`, and the comments.
 * What is absent stays as it is, so that one criterion or one comment can be saved by itself; so does what its window did
 * not change (`was-<control>` holds the mark it began with), which may be older than what another window saved. Several
 * marks of one control are what the window began with and what it sent since without an answer: any of them may stand.
 */
export function sheetFromForm(form: FormData | URLSearchParams): SheetChange {
  const scores: Record<string, ScoreGiven> = {};
  const values = formValues(form);
  const texts = (name: string) => (values.get(name) ?? []).filter((value) => typeof value === "string");
  const text = (name: string) => texts(name)[0] ?? "";
  const marks = (name: string) => texts(markName(name));
  const untouched = (name: string) => marks(name).length === 1 && marks(name)[0] === markIn(name, text);
  for (const name of values.keys()) {
    if (!name.startsWith("score-") || untouched(name)) continue;
    const criterion = name.slice("score-".length);
    scores[criterion] = scoreOf(text(name), text(`because-${criterion}`));
  }
  const change: SheetChange = { scores };
  for (const [name, key] of commentControls) {
    if (!values.has(name) || untouched(name)) continue;
    change.comments = { ...change.comments, [key]: text(name) };
    if (values.has(markName(name))) change.basedOn = { ...change.basedOn, [key]: marks(name) };
  }
  return change;
}
