import type { PacketPage } from "./packet-page";
import type { ScoreGiven, ScoreSheet, SheetChange } from "./review";

/** A score sheet that was posted when its session had ended, as far as it does not stand. */
export type KeptSheet = {
  /** Says which of several kept sheets this is: only the one she read is saved or discarded. */
  name: string;
  scores: ({ criterion: string } & ScoreGiven)[];
  toAdvisoryGroup: string | null;
  toApplicant: string | null;
};

/** The sheet as its page shows it. */
export const sheetOf = ({ criteria, toAdvisoryGroup, toApplicant }: PacketPage) => ({
  scores: Object.fromEntries(criteria.map(({ id, value, unableBecause }) => [id, { value, unableBecause }])),
  toAdvisoryGroup,
  toApplicant,
});

/** Browsers send other line ends than they show. */
const differs = (kept: string | undefined, stands: string) =>
  kept !== undefined && kept.replace(/\r\n?/g, "\n") !== stands.replace(/\r\n?/g, "\n") ? kept : null;

/** What was kept and differs from the sheet as it stands; null where all of it stands already. */
export function keptSheet(
  { scores, comments }: SheetChange,
  sheet: Pick<ScoreSheet, "scores" | "toAdvisoryGroup" | "toApplicant">,
): Omit<KeptSheet, "name"> | null {
  const changed = Object.entries(scores).flatMap(([criterion, given]) => {
    const stands = sheet.scores[criterion];
    const same = (stands?.value ?? null) === given.value && (stands?.unableBecause ?? null) === given.unableBecause;
    return same ? [] : [{ criterion, ...given }];
  });
  const toAdvisoryGroup = differs(comments?.toAdvisoryGroup, sheet.toAdvisoryGroup);
  const toApplicant = differs(comments?.toApplicant, sheet.toApplicant);
  if (changed.length === 0 && toAdvisoryGroup === null && toApplicant === null) return null;
  return { scores: changed, toAdvisoryGroup, toApplicant };
}
