import { describe, expect, it } from "vitest";
import { givingProblems } from "#tests/setup/giving-standard";
import type { Grantee } from "~/awards/grantees.queries.server";
import { grantsPackage } from "~/reports/threesixty-giving";

const grantee = (changes: Partial<Grantee> = {}): Grantee => ({
  reference: "SORF-2021-01",
  call: { slug: "2021", title: "First call", kind: "open", opensAt: new Date("2021-02-04T00:00:00Z") },
  title: "Safer rooms",
  summary: "What helps moderators.",
  theme: "wellbeing",
  themeTitle: "Well-being",
  institution: { name: "Lakeside Institute", country: "KE", ror: null },
  requestedMinor: 15_000_050,
  amountMinor: 12_000_000,
  currency: "USD",
  months: 12,
  startsOn: "2021-10-01",
  awardedAt: new Date("2021-09-01T10:00:00Z"),
  announcedAt: new Date("2021-09-15T10:00:00Z"),
  ...changes,
});
const published = (...grantees: Grantee[]) =>
  grantsPackage(grantees, { now: new Date("2026-11-23T00:00:00Z"), appUrl: "https://fund.example" });
const grantOf = (changes: Partial<Grantee>) => published(grantee(changes)).grants[0];

describe("the 360Giving package", () => {
  it("satisfies the official schema and codelists, in currencies of none, two and three decimals", async () => {
    const ror = { name: "Río", country: "CO", ror: "https://ror.org/05ASF4e91" };
    const grantees = [
      grantee(),
      grantee({ reference: "SORF-2021-02", institution: ror, requestedMinor: null, summary: "" }),
      grantee({ reference: "SORF-2021-03", currency: "JPY", call: { ...grantee().call, kind: "invited" } }),
      grantee({ reference: "SORF-2021-04", currency: "KWD" }),
    ];
    expect(await givingProblems(published(...grantees))).toEqual([]);
  });

  it("is seen to be wrong when it is", async () => {
    const broken = published(grantee({ institution: { name: "Nowhere", country: "ZZ", ror: null }, currency: "USD" }));
    const problems = await givingProblems(broken);
    if (process.env.STANDARDS_DIR) expect(problems).toEqual(["ZZ is no country of the codelist"]);
  });

  it("gives amounts in whole units of their currency", () => {
    expect(grantOf({})).toMatchObject({ amountAwarded: 120_000, amountAppliedFor: 150_000.5 });
    expect(grantOf({ currency: "JPY" })?.amountAwarded).toBe(12_000_000);
    expect(grantOf({ currency: "KWD" })?.amountAwarded).toBe(12_000);
    expect(grantOf({ requestedMinor: null })).not.toHaveProperty("amountAppliedFor");
  });

  it("names institutions by the registry that knows them", () => {
    const institution = { name: "A", country: "GB", ror: "https://ror.org/05asf4e91" };
    expect(grantOf({ institution })?.recipientOrganization[0]?.id).toBe("XI-ROR-05asf4e91");
    expect(grantOf({})?.recipientOrganization[0]?.id).toBe("360G-example-org-SORF-2021-01");
  });

  it.each([
    ["2021-10-01", 12, "2022-09-30"],
    ["2022-03-15", 18, "2023-09-14"],
    ["2021-08-31", 6, "2022-02-28"],
    ["2023-08-31", 6, "2024-02-29"],
    ["2021-12-01", 1, "2021-12-31"],
  ])("a grant from %s over %i months ends on %s", (startsOn, months, endDate) => {
    expect(grantOf({ startsOn, months })?.plannedDates).toEqual([{ startDate: startsOn, endDate, duration: months }]);
  });

  it("tells invited grants from those of an open call, and is a package also when nothing is announced", () => {
    expect(
      ["open", "thematic", "invited"].map((kind) => grantOf({ call: { ...grantee().call, kind } })?.fromOpenCall),
    ).toEqual(["Yes", "Yes", "No"]);
    expect(published()).toMatchObject({ grants: [], issued: "2026-11-23" });
  });
});
