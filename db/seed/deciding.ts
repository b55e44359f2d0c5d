import type { Outcome } from "~/meetings/outcome";
import { type Ranked, ranked } from "~/reviews/ranking";
import type { ScoreGiven } from "~/reviews/review";
import { meanOfProposal, type ProposalMean } from "~/reviews/weighted-mean";
import { demoRubric } from "./call/rubric";
import type { Random } from "./random";
import type { WrittenProposal } from "./write-proposal";

type Row = { id: string; proposal: WrittenProposal; mean: ProposalMean };
export type Decided = Ranked<Row> & { outcome: Outcome; amountMinor: number | null };

const least = 120_000_00;
const most = 200_000_00;
export const budgetMinor = 800_000_00;

/**
 * Five awards within the budget, from the top of the ranking and spread over themes and countries; then a reserve
 * list; everybody else is declined.
 */
export function decideAll(
  reviewed: readonly { proposal: WrittenProposal; reviews: Record<string, ScoreGiven>[] }[],
): Decided[] {
  const rows = reviewed.map(({ proposal, reviews }) => ({
    id: proposal.id,
    proposal,
    mean: meanOfProposal(reviews, demoRubric),
  }));
  const order = ranked(rows, demoRubric);
  const awards = new Map<string, number>();
  const themes: string[] = [];
  const countries = new Set<string>();
  let left = budgetMinor;
  for (const { id, proposal, mean } of order) {
    if (awards.size === 5) break;
    const { theme, country, requestedMinor } = proposal.plan;
    const tooMany = themes.filter((other) => other === theme).length >= 2 || countries.has(country);
    if (mean.missed.length > 0 || tooMany || requestedMinor < least) continue;
    const keep = least * (4 - awards.size);
    const amount = Math.floor(Math.min(requestedMinor, most, left - keep) / 50_000) * 50_000;
    awards.set(id, amount);
    themes.push(theme);
    countries.add(country);
    left -= amount;
  }
  let reserves = 6;
  return order.map((row) => {
    const amountMinor = awards.get(row.id) ?? null;
    if (amountMinor !== null) return { ...row, outcome: "award", amountMinor };
    const reserve = row.mean.missed.length === 0 && reserves-- > 0;
    return { ...row, outcome: reserve ? "reserve" : "decline", amountMinor: null };
  });
}

const reasons: Record<Outcome, string[]> = {
  award: [
    "Among the strongest of the call; findings would reach practice early, and safeguarding is exemplary.",
    "High agreement between reviewers; fills a gap in the portfolio of regions and themes.",
    "Strong design with committed users. The group asks for a shorter interval between interim notes.",
  ],
  reserve: [
    "Above the line in quality; to be funded if an award is not accepted.",
    "Close to the funded proposals. The group would welcome it with a smaller sample.",
    "Strong on use; the theme is already represented among the recommended awards.",
  ],
  decline: [
    "Relevant question; the path from findings to practice is not yet convincing.",
    "Ranks below the funds available.",
    "Ethics and safeguarding do not reach the threshold of the call.",
    "The design would not answer the questions with the certainty that practice needs.",
    "Promising, and too early: a pilot would strengthen a later proposal.",
  ],
};
const dissents = [
  "Two members would have placed it higher because of its region.",
  "One member doubts that data access can be had in time.",
  "A minority found the budget for travel too large.",
  "One member would have preferred a reserve.",
];

/** The words of the recommendation; sometimes somebody disagreed. */
export function reasonFor(random: Random, { outcome, mean }: Decided): { reason: string; dissent: string } {
  const missed = mean.missed.includes("ethics_and_safeguarding");
  const reason =
    outcome === "decline" && missed
      ? (reasons.decline[2] as string)
      : random.pick(reasons[outcome].filter((_, index) => outcome !== "decline" || index !== 2));
  return { reason, dissent: random.chance(0.08) ? random.pick(dissents) : "" };
}
