import { describe, expect, it } from "vitest";
import { givingProblems } from "#tests/setup/giving-standard";
import type { Grantee } from "~/awards/grantees.queries.server";
import { grantsPackage } from "~/reports/threesixty-giving.server";

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
  awardedAt: new Date("2021-09-01T10:00:00Z"),
  announcedAt: new Date("2021-09-15T10:00:00Z"),
  ...changes,
});
const packageOf = (grantees: Grantee[]) => grantsPackage(grantees, "https://fund.example");
const published = (...grantees: [Grantee, ...Grantee[]]) => packageOf(grantees)!;
/** An id of org-id.guide's form: a registry's prefix and its id, or the publisher's own prefix and one of ours. */
const organisation = /^(XI-ROR-0[a-z0-9]{8}|360G-example-org-[0-9a-f]{16})$/;
const idOf = (institution: { name: string; country: string; ror?: string }) =>
  grantOf({ institution: { ror: null, ...institution } })?.recipientOrganization[0]?.id;
const grantOf = (changes: Partial<Grantee>) => published(grantee(changes)).grants[0];

const standards = process.env.STANDARDS_DIR;
if (!standards)
  console.warn("\n!!! The official 360Giving schema is NOT CHECKED, because STANDARDS_DIR is not set. !!!\n");

describe.skipIf(!standards)("the 360Giving package, by the official schema and codelists,", () => {
  it("is valid in currencies of none, two and three decimals", async () => {
    const ror = { name: "Río", country: "CO", ror: "https://ror.org/05ASF4e91" };
    const grantees: [Grantee, ...Grantee[]] = [
      grantee(),
      grantee({ reference: "SORF-2021-02", institution: ror, requestedMinor: null, summary: "" }),
      grantee({ reference: "SORF-2021-03", currency: "JPY", call: { ...grantee().call, kind: "invited" } }),
      grantee({ reference: "SORF-2021-04", currency: "KWD" }),
    ];
    expect(await givingProblems(published(...grantees))).toEqual([]);
  });

  it("would be wrong without a grant, which is why there is none before the first announcement", async () => {
    const empty = { ...published(grantee()), grants: [] };
    expect(await givingProblems(empty)).toEqual(["/grants must NOT have fewer than 1 items"]);
    expect(packageOf([])).toBeNull();
  });

  it.each([
    ["a country that is none", { institution: { name: "Nowhere", country: "ZZ", ror: null } }, /ZZ is no country/],
    ["a currency that is none", { currency: "ZZZ" }, /ZZZ is no currency/],
    ["no title", { title: undefined as unknown as string }, /'title'/],
  ])("is seen to be wrong with %s", async (_, changes: Partial<Grantee>, problem) => {
    const document = published(grantee({ summary: "Something", ...changes }));
    expect((await givingProblems(document)).join("\n")).toMatch(problem);
  });

  it("is seen to be wrong with a scope that is none, once it names one", async () => {
    const [grant] = published(grantee()).grants;
    const scoped = { ...published(grantee()), grants: [{ ...grant!, locationScope: "Everywhere" }] };
    expect((await givingProblems(scoped)).join("\n")).toContain("Everywhere is no scope of the codelist");
  });
});

describe("the 360Giving package", () => {
  it("has all that the standard requires, each in its form, whether or not the official schema is at hand", () => {
    const document = published(
      grantee(),
      grantee({ reference: "SORF-2021-02", currency: "KWD", requestedMinor: null }),
    );
    expect(document).toMatchObject({
      version: "1.4",
      title: expect.stringMatching(/./),
      issued: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      modified: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      license: "https://creativecommons.org/licenses/by/4.0/",
      publisher: { name: "Safe Online Research Fund", website: "https://fund.example", prefix: "360G-example" },
    });
    for (const grant of document.grants) {
      expect(grant).toMatchObject({
        id: expect.stringMatching(/^360G-example-SORF-[\w-]+$/),
        title: expect.stringMatching(/./),
        description: expect.stringMatching(/./),
        currency: expect.stringMatching(/^[A-Z]{3}$/),
        amountAwarded: expect.any(Number),
        awardDate: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        fundingOrganization: [{ id: "360G-example-safe-online-research-fund", name: "Safe Online Research Fund" }],
        recipientOrganization: [{ id: expect.stringMatching(organisation), name: expect.stringMatching(/./) }],
        fromOpenCall: expect.stringMatching(/^(Yes|No)$/),
      });
    }
    expect(new Set(document.grants.map(({ id }) => id)).size).toBe(document.grants.length);
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
    expect(idOf({ name: "A", country: "GB", ror: " https://ror.org/05ASF4e91/ " })).toBe("XI-ROR-05asf4e91");
  });

  it("gives an institution that no registry knows one id in all its awards, and another institution another", () => {
    const lakeside = idOf({ name: "Lakeside Institute", country: "KE" });
    expect(lakeside).toMatch(organisation);
    const [first, second] = published(grantee(), grantee({ reference: "SORF-2022-09", title: "Another" })).grants;
    expect(first?.recipientOrganization[0]?.id).toBe(lakeside);
    expect(second?.recipientOrganization[0]?.id).toBe(lakeside);
    for (const name of ["  lakeside  INSTITUTE ", "Lakeside-Institute", "Lákeside Institute."]) {
      expect(idOf({ name, country: "ke" })).toBe(lakeside);
    }
    expect(idOf({ name: "Lakeside Institute", country: "UG" })).not.toBe(lakeside);
    expect(idOf({ name: "Lakeside Institutes", country: "KE" })).not.toBe(lakeside);
    expect(idOf({ name: "معهد البحيرة", country: "EG" })).toMatch(organisation);
    expect(idOf({ name: "معهد البحيرة", country: "EG" })).not.toBe(idOf({ name: "معهد النهر", country: "EG" }));
  });

  it("publishes how long a grant lasts, and no day that nobody has agreed on", () => {
    expect(grantOf({ months: 18 })?.plannedDates).toEqual([{ duration: 18 }]);
  });

  it("tells invited grants from those of an open call, and is none where nothing is announced", () => {
    expect(
      ["open", "thematic", "invited"].map((kind) => grantOf({ call: { ...grantee().call, kind } })?.fromOpenCall),
    ).toEqual(["Yes", "Yes", "No"]);
    expect(packageOf([])).toBeNull();
  });
});
