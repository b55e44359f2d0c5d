import type { Rubric } from "~/calls/rubric";
import { no, type Verdict, yes } from "~/values/verdict";
import { longestComment, type ScoreGiven, type ScoreSheet, type SheetChange } from "./review";
import { markOfText } from "./sheet-marks";

function scoreProblem(given: ScoreGiven, scale: Rubric["scale"]): string | null {
  if (given.value !== null && given.unableBecause !== null) return "score_or_reason_not_both";
  if (given.value === null) {
    if (given.unableBecause?.trim() === "") return "reason_is_missing";
    return (given.unableBecause?.length ?? 0) > longestComment ? "text_is_too_long" : null;
  }
  const onScale =
    given.value >= scale.least &&
    given.value <= scale.most &&
    Number.isInteger((given.value - scale.least) / scale.step);
  return onScale ? null : "score_is_off_the_scale";
}

/**
 * Whether a sheet, finished or not, may be saved: known criteria, values on the scale, comments of a sane length.
 * Problems carry the names of the controls they belong to.
 */
export function sheetAcceptable(change: SheetChange, rubric: Rubric): Verdict {
  const known = new Set(rubric.criteria.map((criterion) => criterion.id));
  const fields: Record<string, string> = {};
  for (const [criterion, given] of Object.entries(change.scores)) {
    const problem = known.has(criterion) ? scoreProblem(given, rubric.scale) : "criterion_is_unknown";
    if (problem) fields[`score-${criterion}`] = problem;
  }
  if ((change.comments?.toAdvisoryGroup?.length ?? 0) > longestComment) fields.to_advisory_group = "text_is_too_long";
  if ((change.comments?.toApplicant?.length ?? 0) > longestComment) fields.to_applicant = "text_is_too_long";
  return Object.keys(fields).length === 0 ? yes : no("sheet_has_problems", "invalid", { fields });
}

/** Whether comments would be written over that another window of the reviewer saved meanwhile. */
export function basedOnWhatStands(change: SheetChange, sheet: ScoreSheet): Verdict {
  const fields: Record<string, string> = {};
  for (const [key, field] of [
    ["toAdvisoryGroup", "to_advisory_group"],
    ["toApplicant", "to_applicant"],
  ] as const) {
    const [based, given] = [change.basedOn?.[key], change.comments?.[key]];
    if (based === undefined || given === undefined) continue;
    const stands = markOfText(sheet[key]);
    if (!based.includes(stands) && stands !== markOfText(given)) fields[field] = "comment_changed_meanwhile";
  }
  return Object.keys(fields).length === 0 ? yes : no("comment_changed_meanwhile", "stale", { fields });
}

/**
 * Whether a sheet may be saved as a whole: everything that stands in its way, by the names of its controls, at once. What
 * changed meanwhile decides the kind, for its author has to see what stands before she sends the same again.
 */
export function sheetAllowed(change: SheetChange, sheet: ScoreSheet, rubric: Rubric): Verdict {
  const [acceptable, based] = [sheetAcceptable(change, rubric), basedOnWhatStands(change, sheet)];
  if (acceptable.allowed || based.allowed) return acceptable.allowed ? based : acceptable;
  const fields = { ...refusedFields(acceptable), ...refusedFields(based) };
  return no(based.because, based.kind, { fields });
}

const refusedFields = (verdict: Verdict): Record<string, string> =>
  verdict.allowed ? {} : ((verdict.details?.fields ?? {}) as Record<string, string>);

/** What of a sheet may be saved although other parts of it may not: one unfinished field does not hold the others. */
export function acceptablePart(change: SheetChange, verdict: Verdict): SheetChange {
  const refused = new Set(Object.keys(refusedFields(verdict)));
  const scores = Object.entries(change.scores).filter(([criterion]) => !refused.has(`score-${criterion}`));
  const { toAdvisoryGroup, toApplicant } = change.comments ?? {};
  return {
    scores: Object.fromEntries(scores),
    comments: {
      ...(toAdvisoryGroup === undefined || refused.has("to_advisory_group") ? {} : { toAdvisoryGroup }),
      ...(toApplicant === undefined || refused.has("to_applicant") ? {} : { toApplicant }),
    },
  };
}

/** What a sheet still lacks, by the names of its controls: every criterion judged or a reason given, both comments. */
export function missingIn(sheet: ScoreSheet, rubric: Rubric): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const { id } of rubric.criteria) {
    const given = sheet.scores[id];
    if (!given || (given.value === null && !given.unableBecause?.trim())) fields[`score-${id}`] = "score_is_missing";
  }
  if (sheet.toAdvisoryGroup.trim() === "") fields.to_advisory_group = "comment_is_missing";
  if (sheet.toApplicant.trim() === "") fields.to_applicant = "comment_is_missing";
  return fields;
}

/** Whether a review may be locked: nothing is missing, and it was not locked before. */
export function lockable(sheet: ScoreSheet, rubric: Rubric): Verdict {
  if (sheet.lockedAt) return no("review_is_locked");
  const fields = missingIn(sheet, rubric);
  return Object.keys(fields).length === 0 ? yes : no("review_is_unfinished", "invalid", { fields });
}
