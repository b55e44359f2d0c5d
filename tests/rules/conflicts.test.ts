import { describe, expect, it } from "vitest";
import { assignable } from "~/assignments/assignment.rules";
import { conflictsOf } from "~/conflicts/conflict.rules";
import { isFreeMail } from "~/conflicts/free-mail";

type Person = Parameters<typeof conflictsOf>[0];
type Proposal = Parameters<typeof conflictsOf>[1];

const now = new Date("2026-11-23T12:00:00Z");
const stranger: Person = { name: "Amina Otieno", email: "amina@freemail.example", institutions: [] };
const foreign: Proposal = { hasAsMember: false, rivalOfHers: false, host: null, teamEmails: [], namedPeople: "" };
const kinds = (person: Partial<Person>, proposal: Partial<Proposal>) =>
  conflictsOf({ ...stranger, ...person }, { ...foreign, ...proposal }, now).map(({ kind }) => kind);
const place = (normalisedName: string, more: { ror?: string; until?: string } = {}) => ({
  normalisedName,
  ror: more.ror ?? null,
  until: more.until ?? null,
});

describe("ties between a person and a proposal", () => {
  it("are none between strangers", () => {
    expect(kinds({}, {})).toEqual([]);
    expect(
      kinds(
        { email: "a@one.example", institutions: [place("institute one")] },
        { host: place("institute two"), teamEmails: ["b@two.example"], namedPeople: "Ben Okoro" },
      ),
    ).toEqual([]);
  });

  it("are every tie at once, all of them hard", () => {
    const found = conflictsOf(
      { name: "Amina Otieno", email: "amina@uni.example", institutions: [place("uni")] },
      {
        hasAsMember: true,
        rivalOfHers: true,
        host: place("uni"),
        teamEmails: ["b@uni.example"],
        namedPeople: "Amina Otieno",
      },
      now,
    );
    expect(found).toEqual(
      ["own_proposal", "own_proposal_in_call", "same_institution", "same_email_domain", "named_in_proposal"].map(
        (kind) => ({
          kind,
          hard: true,
        }),
      ),
    );
  });

  it("see an institution by its ROR id, however it is written, or by its name without its signs", () => {
    const house = (mine: ReturnType<typeof place>, host: ReturnType<typeof place>) =>
      kinds({ institutions: [mine] }, { host });
    expect(house(place("a", { ror: "05abc12" }), place("b", { ror: "https://ror.org/05ABC12" }))).toEqual([
      "same_institution",
    ]);
    expect(house(place("university of x, north"), place("University of X – North"))).toEqual(["same_institution"]);
    expect(house(place("same name", { ror: "1" }), place("same name", { ror: "2" }))).toEqual(["same_institution"]);
    expect(house(place("a", { ror: "1" }), place("b", { ror: "2" }))).toEqual([]);
    expect(house(place(""), place(""))).toEqual([]);
  });

  it("last three years after somebody left, to the day", () => {
    const left = (until: string) => kinds({ institutions: [place("uni", { until })] }, { host: place("uni") });
    expect([left("2023-11-24"), left("2023-11-22")]).toEqual([["same_institution"], []]);
  });

  it("see an address of the same house, also of its departments, but not one anybody can have", () => {
    const mail = (mine: string, theirs: string) => kinds({ email: `a@${mine}` }, { teamEmails: [`b@${theirs}`] });
    expect(mail("uni.example", "UNI.example")).toEqual(["same_email_domain"]);
    expect(mail("cs.uni.example", "uni.example")).toEqual(["same_email_domain"]);
    expect(mail("uni.example", "med.uni.example")).toEqual(["same_email_domain"]);
    expect(mail("muni.example", "uni.example")).toEqual([]);
    expect(mail("gmail.com", "gmail.com")).toEqual([]);
    expect(["yahoo.co.in", "hotmail.fr", "outlook.com.br", "GMail.com".toLowerCase()].every(isFreeMail)).toBe(true);
    expect(["uni.example", "yahoo-labs.example", "live.uni.example"].some(isFreeMail)).toBe(false);
  });

  it("see a person who is named, whatever stands around her name and whichever way round it is", () => {
    const named = (text: string) => kinds({}, { namedPeople: text });
    for (const text of [
      "Amina Otieno",
      "Dr Amina Otieno, Lakeside Institute (amina@lakeside.example)",
      "Ben Okoro\nAMINA OTIENO: fieldwork",
      "Otieno, Amina; Okoro, Ben",
      "Ámina  Otieno.",
    ])
      expect([text, named(text)]).toEqual([text, ["named_in_proposal"]]);
    for (const text of ["Amina Otienoh", "Amina Okoro", "Mr Otieno"]) expect([text, named(text)]).toEqual([text, []]);
  });

  it.each([
    ["Jörg Müller", "Mueller, Joerg"],
    ["Joerg Mueller", "Dr Jörg Müller: fieldwork"],
  ])("see %s also where the umlauts are spelled otherwise: %s", (name, namedPeople) => {
    expect(kinds({ name }, { namedPeople })).toEqual(["named_in_proposal"]);
  });
});

describe("an assignment", () => {
  it("is stopped by any confirmed tie, and by no other", () => {
    expect(assignable([])).toEqual({ allowed: true });
    expect(assignable([{ kind: "declared", state: "proposed" }])).toEqual({ allowed: true });
    expect(
      assignable([
        { kind: "declared", state: "dismissed" },
        { kind: "own_proposal", state: "confirmed" },
      ]),
    ).toMatchObject({ because: "reviewer_is_conflicted", details: { kinds: ["own_proposal"] } });
  });
});
