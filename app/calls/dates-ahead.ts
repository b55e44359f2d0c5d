export type DateAhead = {
  slug: string;
  title: string;
  event: "opens" | "closes" | "scoring_closes";
  at: Date;
  zone: string;
};

type Dated = { slug: string; title: string; zone: string; opensAt: Date; closesAt: Date; scoringClosesAt: Date };

/** What opens and closes next in all calls, the nearest first. */
export function datesAhead(calls: readonly Dated[], now: Date): DateAhead[] {
  return calls
    .flatMap(({ slug, title, zone, opensAt, closesAt, scoringClosesAt }) => [
      { slug, title, zone, event: "opens" as const, at: opensAt },
      { slug, title, zone, event: "closes" as const, at: closesAt },
      { slug, title, zone, event: "scoring_closes" as const, at: scoringClosesAt },
    ])
    .filter(({ at }) => at > now)
    .sort((one, other) => one.at.getTime() - other.at.getTime());
}
