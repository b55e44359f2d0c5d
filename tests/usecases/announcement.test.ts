import { beforeAll, describe, expect, it } from "vitest";
import { managing } from "#db/connections/managing.server";
import { actorOf, refOf } from "#tests/cast";
import { decidedCall } from "#tests/factories/decided-call";
import { fundFactory, type MadeCall } from "#tests/factories/fund";
import { at } from "#tests/factories/fund-call";
import { testDatabase } from "#tests/setup/database";
import { brokenInvariants } from "#tests/setup/invariants";
import { atOnce, warm } from "#tests/setup/race";
import { refusalOf } from "#tests/setup/refused";
import { grantees } from "~/awards/grantees.queries.server";
import { announceGrantees } from "~/decisions/announce-grantees.server";
import { prepareRelease } from "~/decisions/prepare-release.server";
import { releaseDecisions } from "~/decisions/release-decisions.server";
import { withdrawProposal } from "~/proposals/withdraw-proposal.server";

const { owner } = await testDatabase();
const make = fundFactory(owner);
const officer = actorOf("officer", "programme_officer");
const second = actorOf("secondOfficer", "programme_officer");
const four = {
  first: { outcome: "award", amountMinor: 12_000_000 },
  other: { outcome: "award", amountMinor: 9_000_000 },
  waits: { outcome: "reserve" },
  lost: { outcome: "decline" },
} as const;
const publicTitles = async (call: MadeCall) =>
  (await grantees("en"))
    .filter((one) => one.call.slug === call.slug)
    .map((one) => one.title)
    .sort();

beforeAll(() => make.cast());

async function released(slug: string) {
  const made = await decidedCall(make, slug, four);
  await prepareRelease(officer, made.call.id, at.release);
  await releaseDecisions(second, made.call.id, at.release, at.release);
  return made;
}

describe("the announcement", () => {
  it("makes grantees public, and neither reserve nor decline, from that moment and not before", async () => {
    const { call } = await released("public");
    expect(await publicTitles(call)).toEqual([]);
    expect(await announceGrantees(officer, call.id, at.announcement)).toEqual({ grantees: 2 });
    expect(await publicTitles(call)).toEqual(["Title of first", "Title of other"]);
    const [shown] = (await grantees("en")).filter((one) => one.title === "Title of first");
    expect(shown).toMatchObject({
      institution: { name: "Host of public first", country: "KE" },
      summary: "Summary of first",
      amountMinor: 12_000_000,
      requestedMinor: 15_000_000,
      currency: "USD",
      announcedAt: at.announcement,
    });
    expect(JSON.stringify(shown)).not.toContain("Lead of");
    expect(await brokenInvariants(owner)).toEqual([]);
  });

  it("waits for the release", async () => {
    const { call } = await decidedCall(make, "too early", four);
    const because = { kind: "not_allowed_now", reason: "decisions_are_not_released" };
    expect(await refusalOf(announceGrantees(officer, call.id, at.announcement))).toMatchObject(because);
    await prepareRelease(officer, call.id, at.release);
    expect(await refusalOf(announceGrantees(officer, call.id, at.announcement))).toMatchObject(because);
    expect(await publicTitles(call)).toEqual([]);
  });

  it("is a disclosure of what was announced, written down with the act", async () => {
    const { call, proposals } = await released("disclosed");
    await announceGrantees(officer, call.id, at.announcement);
    const [row] =
      await owner`select viewer, because, refs from identity.disclosures where refs @> ${[proposals.first.id]}::uuid[]`;
    expect(row).toMatchObject({ viewer: officer.person, because: "announcement" });
    expect([...(row?.refs ?? [])].sort()).toEqual([proposals.first.id, proposals.other.id].sort());
    const events =
      await owner`select details from audit.events where act = 'grantees announced' and subject_id = ${call.id}`;
    expect(events).toEqual([{ details: { grantees: 2 } }]);
  });

  it("happens once, however often the button is pressed", async () => {
    const { call } = await released("once");
    await warm(managing, 8);
    const clicks = Array.from({ length: 10 }, () => () => announceGrantees(second, call.id, at.announcement));
    expect(await atOnce(clicks)).toEqual({ done: 1, because: ["already_announced"] });
    expect(await publicTitles(call)).toHaveLength(2);
  });

  it("leaves out a grantee who stepped back since the release", async () => {
    const { call, proposals } = await released("stepped back");
    const lead = { person: proposals.other.lead, hats: [], hat: "applicant" } as const;
    await withdrawProposal(lead, proposals.other.id, "A position abroad", at.release);
    expect(await announceGrantees(officer, call.id, at.announcement)).toEqual({ grantees: 1 });
    expect(await publicTitles(call)).toEqual(["Title of first"]);
  });

  it("is kept as it was told, whatever is written over the proposal later", async () => {
    const { call, proposals } = await released("kept");
    await announceGrantees(officer, call.id, at.announcement);
    await owner`update proposals set title = 'Another title' where id = ${proposals.first.id}`;
    await owner`update identity.hosts set name = 'Another host' where proposal_id = ${proposals.first.id}`;
    expect(await publicTitles(call)).toEqual(["Title of first", "Title of other"]);
    expect(JSON.stringify(await grantees("en"))).not.toContain("Another");
  });

  it("is no act of an officer with a conflict in the call, nor of anybody else", async () => {
    const { call, proposals } = await released("conflicted");
    await make.conflict(refOf("secondOfficer"), proposals.lost);
    expect(await refusalOf(announceGrantees(second, call.id, at.announcement))).toMatchObject({
      reason: "needs_officer_without_conflicts",
    });
    for (const [name, hat] of [
      ["auditor", "auditor"],
      ["financeOfficer", "finance_officer"],
      ["stranger", "programme_officer"],
      ["reviewer", "programme_officer"],
    ] as const) {
      const refused = await refusalOf(announceGrantees(actorOf(name, hat), call.id, at.announcement));
      expect([name, refused?.kind]).toEqual([name, "not_found"]);
    }
    expect(await publicTitles(call)).toEqual([]);
  });
});
