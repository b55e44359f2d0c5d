import type { Assigned } from "./assigning";
import { demoRubric } from "./call/rubric";
import type { Random } from "./random";
import type { Rows } from "./rows";
import type { ScoreModel } from "./scores";
import { reasonUnable, writeComments } from "./writing/comments";

/** How far a review has come: all of it and locked, some of it, or nothing. */
export type Progress = "locked" | "half" | "not_begun";

/** A review as far as it has come. A changed score leaves its earlier value in the history. */
export function reviewRows(
  rows: Rows,
  random: Random,
  model: ScoreModel,
  assigned: Assigned,
  progress: Progress,
  at: Date,
) {
  const { row, packet, memberIndex } = assigned;
  if (progress === "not_begun") return null;
  const given = model.review(random, packet.index, memberIndex);
  const judged = demoRubric.criteria.map(({ id }) => ({ criterion: id, value: given[id] ?? null }));
  const kept = progress === "locked" ? judged : judged.slice(0, random.whole(2, 4));
  const comments = writeComments(random, kept);
  const locked = progress === "locked";
  rows.reviews.push({
    assignmentId: row.id,
    toAdvisoryGroup: locked
      ? comments.toAdvisoryGroup
      : comments.toAdvisoryGroup
          .split(/(?<=\.) /)
          .slice(0, 2)
          .join(" "),
    toApplicant: locked ? comments.toApplicant : "",
    version: locked ? 2 : 1,
    savedAt: at,
    lockedAt: locked ? at : null,
  });
  if (locked) row.state = "locked";
  for (const { criterion, value } of kept) {
    const score = {
      assignmentId: row.id,
      criterion,
      value,
      unableBecause: value === null ? reasonUnable(random) : null,
    };
    const changed = value !== null && value < 6 && random.chance(0.06);
    const first = new Date(at.getTime() - 3_600_000);
    if (changed) rows.scoreHistory.push({ ...score, value: value + 1, version: 1, at: first });
    rows.scores.push({ ...score, version: changed ? 2 : 1, at });
    rows.scoreHistory.push({ ...score, version: changed ? 2 : 1, at });
  }
  return Object.fromEntries(
    kept.map(({ criterion, value }) => [criterion, { value, unableBecause: value === null ? "unable" : null }]),
  );
}
