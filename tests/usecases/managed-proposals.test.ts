import { beforeAll, describe, expect, it } from "vitest";
import { afterClose, duringCall, managedCallFactory } from "#tests/factories/managed-call";
import { countStatements } from "#tests/setup/count-statements";
import { testDatabase } from "#tests/setup/database";
import { callAtAGlance } from "~/calls/managed-calls.queries.server";
import { todayOf } from "~/calls/today.queries.server";
import { proposalPage } from "~/eligibility/proposal-page.server";
import { proposalsOfCall } from "~/proposals/managed-proposals.queries.server";
import { proposalsAsked } from "~/proposals/proposals-asked";
import type { PersonRef } from "~/values/person-ref";

const { owner } = await testDatabase();
const make = managedCallFactory(owner);
const ask = (address = "") => proposalsAsked(new URLSearchParams(address));
const titles = async (slug: string, address = "") =>
  (await proposalsOfCall(officer, slug, ask(address), afterClose)).rows.map(({ title }) => title);

let officer: PersonRef;
beforeAll(async () => {
  officer = await make.officer();
});

const looksAt = async (proposal: string) =>
  (await owner`select from identity.disclosures where ${proposal} = any (refs)`).length;

describe("the table of proposals", () => {
  it("shows who applies for exactly the rows of the page, as one disclosure a view", async () => {
    const call = await make.call();
    const { id } = await make.proposal(call, { host: "Rift Lakes University" });
    const { rows, total } = await proposalsOfCall(officer, call.slug, ask(), afterClose);
    expect(rows).toMatchObject([{ id, institution: "Rift Lakes University", country: "KE" }]);
    expect(total).toBe(1);
    const seen = await owner`select refs, because, viewer from identity.disclosures where ${id} = any (refs)`;
    expect(seen).toEqual([{ refs: [id], because: "list_of_proposals", viewer: officer }]);
  });

  it("asks as many questions for thirty rows as for one", async () => {
    const one = await make.call();
    const thirty = await make.call();
    await make.proposal(one);
    for (let made = 0; made < 30; made++) await make.proposal(thirty);
    const queriesOf = async (work: () => Promise<unknown>) => (await countStatements("managing", work)).count;
    const list = (slug: string) => () => proposalsOfCall(officer, slug, ask(), afterClose);
    await list(one.slug)();
    const few = await queriesOf(list(one.slug));
    expect(few).toBeGreaterThan(3);
    expect(await queriesOf(list(thirty.slug))).toBe(few);
    const today = await queriesOf(() => todayOf(officer, afterClose));
    await make.call();
    expect(await queriesOf(() => todayOf(officer, afterClose))).toBe(today);
  });

  it("filters by state, theme and words, taken literally", async () => {
    const call = await make.call();
    await make.proposal(call, { title: "50% of warnings", theme: "policy" });
    await make.proposal(call, { title: "500 warnings", state: "eligible" });
    await make.proposal(call, { title: "Under_scored" });
    expect(await titles(call.slug, "state=eligible")).toEqual(["500 warnings"]);
    expect(await titles(call.slug, "theme=policy")).toEqual(["50% of warnings"]);
    expect(await titles(call.slug, "text=50%25")).toEqual(["50% of warnings"]);
    expect(await titles(call.slug, "text=r_s")).toEqual(["Under_scored"]);
    expect(await titles(call.slug, "text=WARNINGS&sort=title")).toEqual(["50% of warnings", "500 warnings"]);
    expect(await titles(call.slug, "state=nonsense&sort=name&direction=up")).toHaveLength(3);
  });

  it("is ordered by columns that say nothing about who applies, fifty rows a page", async () => {
    const call = await make.call();
    for (let number = 1; number <= 51; number++) {
      await make.proposal(call, {
        title: `Study ${String(number).padStart(2, "0")}`,
        requestedMinor: number * 100,
        submittedAt: new Date(duringCall.getTime() + number * 1000),
      });
    }
    expect((await titles(call.slug))[0]).toBe("Study 51");
    expect((await titles(call.slug, "sort=requested&direction=ascending"))[0]).toBe("Study 01");
    expect(await titles(call.slug, "sort=title&page=2")).toEqual(["Study 51"]);
    expect((await titles(call.slug, "sort=title")).length).toBe(50);
    const { total } = await proposalsOfCall(officer, call.slug, ask("page=9"), afterClose);
    expect(total).toBe(51);
  });

  it("holds nothing that was never handed in", async () => {
    const call = await make.call();
    const { id } = await make.proposal(call, { state: "draft", title: "A draft" });
    expect(await titles(call.slug)).toEqual([]);
    await expect(proposalPage(officer, id, afterClose, "en")).rejects.toMatchObject({ kind: "not_found" });
  });
});

describe("an officer with a conflict", () => {
  it("sees no page, no row and no count of that proposal, and everything else", async () => {
    const call = await make.call();
    const conflicted = await make.officer();
    const hidden = await make.proposal(call, { title: "Hidden", state: "eligible" });
    await make.proposal(call, { title: "Seen" });
    const seen = async () => {
      const { rows, total, counts } = await proposalsOfCall(conflicted, call.slug, ask("sort=title"), afterClose);
      const { funnel, sums } = await callAtAGlance(conflicted, call.slug);
      const facts = (await todayOf(conflicted, afterClose)).calls.find(({ id }) => id === call.id)?.facts;
      return {
        titles: rows.map(({ title }) => title),
        counts: [total, counts.proposals, funnel.started, funnel.received, funnel.eligible, facts?.eligible],
        requested: sums.requestedMinor,
      };
    };
    expect(await seen()).toEqual({ titles: ["Hidden", "Seen"], counts: [2, 2, 2, 2, 1, 1], requested: 30000000 });
    expect(await proposalPage(conflicted, hidden.id, afterClose, "en")).toMatchObject({ title: "Hidden" });

    const before = await looksAt(hidden.id);
    expect(before).toBeGreaterThan(0);
    await make.conflict(conflicted, hidden.id);
    expect(await seen()).toEqual({ titles: ["Seen"], counts: [1, 1, 1, 1, 0, 0], requested: 15000000 });
    await expect(proposalPage(conflicted, hidden.id, afterClose, "en")).rejects.toMatchObject({ kind: "not_found" });
    expect(await looksAt(hidden.id)).toBe(before);
  });
});

describe("the page of a proposal", () => {
  it("names its team and the identity part, says what can be done, and records the look", async () => {
    const call = await make.call();
    const lead = await make.person({ name: "Zoë Okonkwo" });
    const { id } = await make.proposal(call, { lead, host: "Rift Lakes University" });
    const page = await proposalPage(officer, id, afterClose, "en");
    expect(page.team).toMatchObject([{ name: "Zoë Okonkwo", role: "principal_investigator" }]);
    expect(page.identity[0]?.answers).toMatchObject([{ text: "Rift Lakes University" }, { text: "" }]);
    expect(page.blind[0]?.answers.map(({ label }) => label)).toEqual(["Title", "Summary"]);
    expect(page.acts.map(({ act }) => act)).toEqual(["check"]);
    const looks =
      await owner`select refs from identity.disclosures where viewer = ${officer} and (${id} = any (refs) or ${lead} = any (refs))`;
    expect(looks.map(({ refs }) => refs)).toEqual([[id], [lead]]);
  });

  it("offers no check while the call takes versions", async () => {
    const call = await make.call();
    const { id } = await make.proposal(call);
    expect(await proposalPage(officer, id, duringCall, "en")).toMatchObject({ acts: [], waits: true });
  });
});
