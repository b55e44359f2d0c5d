import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { memberCompanies } from "#db/seed/advisory-group";
import { cast } from "#db/seed/cast";
import { dates2021 } from "#db/seed/dates-2021";
import { generateFund } from "#db/seed/fund";
import { placeOf, type Region } from "#db/seed/places";
import { canonicalJson } from "~/values/canonical-json";

const now = new Date("2026-11-20T10:00:00Z");
const fund = generateFund({ seed: 2021, now });
const { rows, calls } = fund;
const past = rows.proposals.filter(({ callId }) => callId === calls.past);
const hosts = new Map(rows.hosts.map((host) => [host.proposalId, host]));
const leads = new Map(
  rows.proposalMembers
    .filter(({ role }) => role === "principal_investigator")
    .map((row) => [row.proposalId, row.person]),
);
const persons = new Map(rows.persons.map((person) => [person.ref, person]));
const institutions = new Map(rows.institutions.map((institution) => [institution.id, institution]));
const mine = <T extends { proposalId: string }>(all: T[]) =>
  all.filter(({ proposalId }) => past.some(({ id }) => id === proposalId));

const counted = (values: readonly (string | null | undefined)[]) => {
  const counts: Record<string, number> = {};
  for (const value of values) counts[String(value)] = (counts[String(value)] ?? 0) + 1;
  return counts;
};
const countries = counted(past.map(({ id }) => hosts.get(id)?.country));
const hashOf = (value: unknown) => createHash("sha256").update(canonicalJson(value)).digest("hex");

describe("the seed", () => {
  it("decides everything: the same rows for the same seed and clock, others for another", () => {
    const first = hashOf(rows);
    expect(hashOf(generateFund({ seed: 2021, now }).rows)).toBe(first);
    expect(hashOf(generateFund({ seed: 2022, now }).rows)).not.toBe(first);
  });

  it("moves the open calls with the clock and leaves the past where it was", () => {
    const later = generateFund({ seed: 2021, now: new Date("2027-03-01T10:00:00Z") });
    const of = (one: typeof fund) => one.rows.calls.map(({ slug, closesAt }) => [slug, closesAt.toISOString()]);
    expect(of(later)[0]).toEqual(of(fund)[0]);
    expect(of(later)[1]).not.toEqual(of(fund)[1]);
  });
});

describe("the call of 2021", () => {
  it("has 128 proposals from 55 countries, by region as told", () => {
    expect(past).toHaveLength(128);
    expect(Object.keys(countries)).toHaveLength(55);
    const regions: Partial<Record<Region, number>> = {};
    for (const [country, count] of Object.entries(countries)) {
      const { region } = placeOf(country);
      regions[region] = (regions[region] ?? 0) + count;
    }
    expect(regions).toEqual({ europe: 38, asia: 30, africa: 24, latin_america: 15, northern_america: 14, oceania: 7 });
    const named = {
      GB: 9,
      IE: 3,
      DE: 3,
      ES: 3,
      FI: 2,
      IN: 6,
      PH: 5,
      BD: 3,
      KE: 4,
      ZA: 4,
      NG: 3,
      BR: 5,
      CO: 4,
      US: 11,
      CA: 3,
      AU: 5,
      NZ: 2,
    };
    expect(countries).toMatchObject(named);
  });

  it("has sectors and themes as told", () => {
    expect(counted(past.map(({ id }) => hosts.get(id)?.sector))).toEqual({
      academic: 64,
      ngo: 44,
      private: 12,
      public: 8,
    });
    expect(counted(past.map(({ theme }) => theme))).toEqual({
      deterrence: 51,
      technology: 36,
      wellbeing: 26,
      policy: 15,
    });
  });

  it("asks for amounts between 20,000 and 250,000, half of them below about 150,000, many at the ceiling", () => {
    const amounts = past.map(({ requestedMinor }) => (requestedMinor ?? 0) / 100).sort((one, other) => one - other);
    expect(amounts[0]).toBeGreaterThanOrEqual(20_000);
    expect(amounts.at(-1)).toBe(250_000);
    expect(amounts[64]).toBeGreaterThan(140_000);
    expect(amounts[64]).toBeLessThan(160_000);
    expect(amounts.filter((amount) => amount === 250_000).length).toBeGreaterThan(10);
    expect(new Set(past.map(({ months }) => months))).toEqual(new Set([12, 18, 24]));
  });

  it("arrives as proposals do: most in the last two days, some in the last minute, six late", () => {
    const before = past.map(({ submittedAt }) => dates2021.closesAt.getTime() - (submittedAt?.getTime() ?? 0));
    const within = (most: number) => before.filter((left) => left > 0 && left <= most).length;
    expect(within(48 * 3_600_000)).toBe(90);
    expect(within(4 * 3_600_000)).toBe(32);
    expect(within(60_000)).toBe(5);
    const late = before.filter((left) => left <= 0);
    expect(late).toHaveLength(6);
    expect(Math.min(...late)).toBeGreaterThan(-10 * 60_000);
  });

  it("has its share of what goes wrong", () => {
    expect(counted(past.map(({ state }) => state))).toEqual({
      awarded: 5,
      reserved: 6,
      declined: 105,
      ineligible: 8,
      withdrawn: 4,
    });
    const refused = mine(rows.eligibilityDecisions).filter(({ outcome }) => outcome === "ineligible");
    expect(refused.filter(({ reason }) => reason.startsWith("Repeats another"))).toHaveLength(3);
    const away = new Set(refused.map(({ proposalId }) => proposalId));
    const letters = rows.letters.filter(({ template }) => template === "decision_ineligible");
    expect(new Set(letters.map(({ data }) => data.proposal))).toEqual(away);
    expect(letters.map(({ sentAt }) => Number(sentAt) > Number(dates2021.released))).toEqual(Array(8).fill(true));
    const fromPast = mine(rows.packets);
    const blackedOut = fromPast.filter(({ content }) =>
      Object.values(content.answers).some((text) => text.includes("█")),
    );
    const inFiles =
      rows.documentNames.filter(({ name }) => /^annex_.*_final/.test(name)).length + rows.authorsInFiles.length;
    expect(blackedOut.length + inFiles).toBe(9);
  });

  it("makes five awards of 120,000 to 200,000 inside the budget, released by a second officer and announced in 2021", () => {
    const amounts = rows.awards.map(({ amountMinor }) => amountMinor / 100);
    expect(amounts).toHaveLength(5);
    for (const amount of amounts) {
      expect(amount).toBeGreaterThanOrEqual(120_000);
      expect(amount).toBeLessThanOrEqual(200_000);
    }
    expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBeLessThanOrEqual(800_000);
    const [release] = rows.releases;
    expect(release?.releasedBy).not.toBe(release?.preparedBy);
    expect(rows.announcements[0]?.announcedAt.getUTCFullYear()).toBe(2021);
    for (const award of rows.awards) {
      const asked = past.find(({ id }) => id === award.proposalId)?.requestedMinor ?? 0;
      expect(award.amountMinor).toBeLessThanOrEqual(asked);
    }
  });
});

describe("the advisory group", () => {
  const group = rows.advisoryMemberships
    .filter(({ callId }) => callId === calls.past)
    .map(({ person }) => persons.get(person));
  const homes = group.map((person) => institutions.get(person?.institution ?? ""));
  const leadsSomething = (ref: string | undefined) => past.some(({ id }) => leads.get(id) === ref);

  it("has 24 members from 14 countries, six of them from member companies", () => {
    expect(group).toHaveLength(24);
    expect(new Set(group.map((person) => person?.country)).size).toBe(14);
    const companies = new Set<string>(memberCompanies.map(([name]) => name));
    expect(homes.filter((home) => companies.has(home?.name ?? ""))).toHaveLength(6);
  });

  it("has the ties it is known for, and nobody reviews across one", () => {
    const hostNames = new Set(past.map(({ id }) => hosts.get(id)?.name));
    const sharing = group.filter((person, index) => !leadsSomething(person?.ref) && hostNames.has(homes[index]?.name));
    expect(sharing).toHaveLength(5);
    expect(group.filter((person) => leadsSomething(person?.ref))).toHaveLength(2);
    const ties = mine(rows.conflicts);
    expect(ties.filter(({ kind }) => kind === "declared")).toHaveLength(3);
    const blocked = new Set(rows.conflicts.map(({ person, proposalId }) => `${person} ${proposalId}`));
    for (const { reviewer, proposalId } of rows.assignments)
      expect(blocked.has(`${reviewer} ${proposalId}`)).toBe(false);
  });

  it("loses one member in mid-review, and every proposal still has three locked reviews", () => {
    const assigned = mine(rows.assignments);
    const left = assigned.filter(({ state }) => state === "closed");
    expect(new Set(left.map(({ reviewer }) => reviewer)).size).toBe(1);
    expect(assigned.some(({ state, reviewer }) => state === "locked" && reviewer === left[0]?.reviewer)).toBe(true);
    const locked = counted(assigned.filter(({ state }) => state === "locked").map(({ proposalId }) => proposalId));
    expect(Object.keys(locked)).toHaveLength(116);
    expect(new Set(Object.values(locked))).toEqual(new Set([3]));
  });
});

describe("the calls of today", () => {
  const of = (callId: string) => rows.proposals.filter((proposal) => proposal.callId === callId);
  const applicant = fund.cast.applicant.ref;

  it("one is open for some weeks, with 14 drafts and 9 submissions, two of them the demo applicant's", () => {
    const call = rows.calls.find(({ id }) => id === calls.open);
    expect(call?.opensAt.getTime()).toBeLessThan(now.getTime());
    const days = ((call?.closesAt.getTime() ?? 0) - now.getTime()) / 86_400_000;
    expect(days).toBeGreaterThan(14);
    expect(days).toBeLessThan(35);
    expect(counted(of(calls.open).map(({ state }) => state))).toEqual({ draft: 14, submitted: 9 });
    expect(
      of(calls.open)
        .filter(({ id }) => leads.get(id) === applicant)
        .map(({ state }) => state)
        .sort(),
    ).toEqual(["draft", "submitted"]);
    for (const { createdAt, submittedAt } of of(calls.open)) {
      expect(createdAt.getTime()).toBeGreaterThan(call?.opensAt.getTime() ?? 0);
      expect((submittedAt ?? createdAt).getTime()).toBeLessThan(now.getTime());
    }
  });

  it("one is being scored: some reviews locked, some half done, some not begun, also in the queue of the cast", () => {
    const call = rows.calls.find(({ id }) => id === calls.scoring);
    expect(call?.closesAt.getTime()).toBeLessThan(now.getTime());
    expect(call?.scoringClosesAt.getTime()).toBeGreaterThan(now.getTime());
    expect(of(calls.scoring)).toHaveLength(18);
    const reviews = new Map(rows.reviews.map((review) => [review.assignmentId, review]));
    const progress = (all: typeof rows.assignments) =>
      counted(all.map(({ id }) => (reviews.get(id)?.lockedAt ? "locked" : reviews.has(id) ? "half" : "not begun")));
    const assigned = rows.assignments.filter(({ callId }) => callId === calls.scoring);
    expect(Object.keys(progress(assigned)).sort()).toEqual(["half", "locked", "not begun"]);
    expect(progress(assigned.filter(({ reviewer }) => reviewer === fund.cast.reviewer.ref))).toEqual({
      locked: 3,
      half: 2,
      "not begun": 2,
    });
    const conflicted = fund.cast.conflictedReviewer.ref;
    expect(
      rows.conflicts.some(({ person, proposalId }) => person === conflicted && leads.get(proposalId) === applicant),
    ).toBe(true);
  });

  it("names everybody of the cast once", () => {
    expect(rows.persons.filter(({ email }) => cast.some((member) => member.email === email))).toHaveLength(cast.length);
    expect(new Set(rows.persons.map(({ email }) => email.toLowerCase())).size).toBe(rows.persons.length);
  });
});
