import { type Theme, themes } from "./call/form";
import { places } from "./places";
import type { Random } from "./random";
import { spreadOut } from "./scores";
import { dealt, type Sector, sectors, shareOut } from "./sectors";

type Fate = "reviewed" | "withdrawn" | "duplicate" | "ineligible";
export type Fault =
  | "our_centre"
  | "email_in_footer"
  | "own_name"
  | "orcid"
  | "web_address"
  | "previous_study"
  | "author_in_pdf"
  | "surname_in_file_name"
  | "grant_number";

const faults: Fault[] = [
  "our_centre",
  "email_in_footer",
  "own_name",
  "orcid",
  "web_address",
  "previous_study",
  "author_in_pdf",
  "surname_in_file_name",
  "grant_number",
];

/** What is settled about a proposal before a word of it is written. */
export type Plan = {
  country: string;
  sector: Sector;
  theme: Theme;
  months: number;
  requestedMinor: number;
  arrival: Date;
  fate: Fate;
  fault: Fault | null;
  /** The proposal this one repeats. */
  repeats: number | null;
};

const hour = 3_600_000;

/** 25 % in the last four hours, 70 % in the last two days, several in the last minute, some within the grace. */
function arrivals(random: Random, count: number, opensAt: Date, closesAt: Date): Date[] {
  const late = Math.round((count * 6) / 128);
  const lastFour = Math.round(count * 0.25);
  const lastDays = Math.round(count * 0.7) - lastFour;
  const lastMinute = Math.min(lastFour, Math.max(1, Math.round((count * 5) / 128)));
  const close = closesAt.getTime();
  const times: number[] = [];
  for (let index = 0; index < late; index++) times.push(close + random.whole(2, 570) * 1000);
  for (let index = 0; index < lastMinute; index++) times.push(close - random.whole(1, 59_000));
  for (let index = lastMinute; index < lastFour; index++)
    times.push(close - Math.round(random.next() ** 1.5 * 3.95 * hour) - 60_000);
  for (let index = 0; index < lastDays; index++)
    times.push(close - 4 * hour - Math.round(random.next() ** 1.3 * 43.9 * hour) - 60_000);
  const open = opensAt.getTime() + 72 * hour;
  while (times.length < count) times.push(open + Math.round(Math.sqrt(random.next()) * (close - 49 * hour - open)));
  return times.map((time) => new Date(time));
}

/** Log-normal around USD 150,000, cut at the ceiling where it piles up; some odd figures, in cents. */
export function requests(random: Random, count: number): number[] {
  return spreadOut(random, count, 0.58).map((deviation) => {
    const dollars = Math.exp(Math.log(150_000) + deviation);
    const cut = Math.min(250_000, Math.max(20_000, dollars));
    const rounded = random.chance(0.75) ? Math.round(cut / 500) * 500 : Math.round(cut);
    return Math.min(250_000, rounded) * 100;
  });
}

const themeShares = [40, 28, 20, 12] as const;
const sectorShares = [64, 44, 12, 8] as const;

/** Three pairs from one country and sector: the second of each repeats the first, theme and all. */
function repeat(random: Random, plans: Plan[], count: number) {
  const untouched = () => plans.map((_, index) => index).filter((index) => plans[index]?.fate === "reviewed");
  for (let made = 0; made < count; made++) {
    const candidates = random.shuffled(untouched());
    for (const first of candidates) {
      const one = plans[first] as Plan;
      const second = candidates.find((other) => {
        const twin = plans[other] as Plan;
        const alike = twin.country === one.country && twin.sector === one.sector && twin.theme === one.theme;
        return alike && other !== first && !plans.some((plan) => plan.repeats === first || plan.repeats === other);
      });
      if (second === undefined) continue;
      Object.assign(plans[second] as Plan, { fate: "duplicate", repeats: first });
      break;
    }
  }
}

/** Plans for all proposals of a call; at 128 the figures are those of the call of 2021. */
export function planProposals(random: Random, count: number, dates: { opensAt: Date; closesAt: Date }): Plan[] {
  const share = (of: number) => Math.round((of * count) / 128);
  const countries = dealt(
    count,
    places.map((place) => [place.country, place.proposals] as const),
  );
  const deal = <T>(purpose: string, things: readonly T[], weights: readonly number[]) =>
    random.fork(purpose).shuffled(
      shareOut(
        count,
        things.map((thing, index) => [thing, weights[index] ?? 0] as const),
      ).flatMap(([thing, number]) => Array<T>(number).fill(thing)),
    );
  const dealtSectors = deal("sectors", sectors, sectorShares);
  const dealtThemes = deal("themes", themes, themeShares);
  const months = deal("months", [12, 18, 24], [35, 40, 25]);
  const amounts = requests(random.fork("amounts"), count);
  const times = random.fork("order").shuffled(arrivals(random.fork("arrivals"), count, dates.opensAt, dates.closesAt));
  const plans = random
    .fork("countries")
    .shuffled(countries)
    .map(
      (country, index): Plan => ({
        country,
        sector: dealtSectors[index] as Sector,
        theme: dealtThemes[index] as Theme,
        months: months[index] as number,
        requestedMinor: amounts[index] as number,
        arrival: times[index] as Date,
        fate: "reviewed",
        fault: null,
        repeats: null,
      }),
    );
  repeat(random.fork("repeats"), plans, share(3));
  const repeated = new Set(plans.map((plan) => plan.repeats));
  const free = () => plans.filter((plan, index) => plan.fate === "reviewed" && !repeated.has(index));
  for (const plan of random.fork("withdrawn").sample(free(), share(4))) plan.fate = "withdrawn";
  for (const plan of random.fork("ineligible").sample(free(), share(5))) plan.fate = "ineligible";
  random
    .fork("faults")
    .sample(free(), share(9))
    .forEach((plan, index) => {
      plan.fault = faults[index % faults.length] as Fault;
    });
  return plans;
}
