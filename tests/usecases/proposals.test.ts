import { beforeAll, describe, expect, it } from "vitest";
import { applying } from "#db/connections/applying.server";
import { draftFactory, finished } from "#tests/factories/draft";
import { fundFactory } from "#tests/factories/fund";
import { at } from "#tests/factories/fund-call";
import { countStatements } from "#tests/setup/count-statements";
import { type TestDatabase, testDatabase } from "#tests/setup/database";
import { refusalOf } from "#tests/setup/refused";
import type { Actor } from "~/access/actor";
import { blindPreview } from "~/proposals/blind-preview.server";
import { ownProposals, proposalInHand } from "~/proposals/own-proposals.queries.server";
import { deskOf, submissionPage } from "~/proposals/proposal-desk.server";
import { decisionTold } from "~/proposals/receipts.queries.server";
import { saveAnswers } from "~/proposals/save-answers.server";
import { startProposal } from "~/proposals/start-proposal.server";
import { submitProposal } from "~/proposals/submit-proposal.server";

let database: TestDatabase;
let make: ReturnType<typeof draftFactory>;
beforeAll(async () => {
  database = await testDatabase();
  make = draftFactory(database.owner);
  await make.call("proposals");
});

const before = new Date(at.opens.getTime() - 1);
const reasonOf = (work: Promise<unknown>) => refusalOf(work).then((refusal) => refusal?.reason ?? "done");

describe("starting a proposal", () => {
  it("makes a draft led by who started it, and writes it down", async () => {
    const actor = await make.applicant("a starter");
    const id = await startProposal(actor, "proposals", at.submitted);
    const [row] = await database.owner`select state, role, person from proposals p
      join proposal_members m on m.proposal_id = p.id where p.id = ${id}`;
    expect(row).toEqual({ state: "draft", role: "principal_investigator", person: actor.person });
    const events = await database.owner`select act from audit.events where subject_id = ${id}`;
    expect(events).toEqual([{ act: "proposal started" }]);
  });

  it("waits for the opening, ends with the close, and needs a call that exists", async () => {
    const actor = await make.applicant("an early one");
    expect(await reasonOf(startProposal(actor, "proposals", before))).toBe("call_is_not_open_yet");
    expect(await reasonOf(startProposal(actor, "proposals", at.closes))).toBe("call_is_closed");
    expect(await reasonOf(startProposal(actor, "no-such-call", at.submitted))).toBe("not_found");
    expect(await ownProposals(actor, "en", at.submitted)).toEqual([]);
  });

  it("lets nobody lead a proposal that somebody else leads", async () => {
    const { id } = await make.draft("proposals");
    const stranger = await make.applicant("a taker");
    const take = applying.transaction(stranger.person, (tx) =>
      tx.execute(`insert into proposal_members (proposal_id, person, role)
        values ('${id}', '${stranger.person}', 'principal_investigator')`),
    );
    await expect(take).rejects.toMatchObject({ cause: { code: "42501" } });
  });
});

describe("the list of one's proposals", () => {
  it("takes as many statements for 30 as for one", async () => {
    const actor = await make.applicant("a busy one");
    await startProposal(actor, "proposals", at.submitted);
    const look = () => countStatements("applying", () => ownProposals(actor, "en", at.submitted));
    const one = await look();
    for (let index = 1; index < 30; index += 1) await startProposal(actor, "proposals", at.submitted);
    const thirty = await look();
    expect([one.found.length, thirty.found.length]).toEqual([1, 30]);
    expect(one.count).toBeGreaterThan(0);
    expect(thirty.count).toBe(one.count);
  });

  it("holds one's own only, and those one works on with others", async () => {
    const hers = await make.draft("proposals", { title: "Hers" });
    await make.draft("proposals", { title: "Not hers" });
    const editor = await make.joins(hers, "a co-investigator");
    expect((await ownProposals(editor, "en", at.submitted)).map(({ title, role }) => [title, role])).toEqual([
      ["Hers", "editor"],
    ]);
  });
});

describe("the page of a proposal", () => {
  it("says how much is done and what is missing, with the way to it", async () => {
    const { id, actor } = await make.draft("proposals", { title: finished.title });
    const desk = deskOf(await proposalInHand(actor, id, "en", at.submitted), at.submitted);
    expect(desk).toMatchObject({ percent: 25, status: "draft", maySubmit: true, mayWithdraw: false });
    expect(desk.sections.map(({ id, state }) => [id, state])).toEqual([
      ["proposal", "in_progress"],
      ["team", "not_started"],
    ]);
    expect(desk.missing.map(({ section, question, because }) => [section, question, because])).toEqual([
      ["proposal", "summary", "answer_is_missing"],
      ["team", "principal_investigator", "answer_is_missing"],
      ["team", "host_institution", "answer_is_missing"],
    ]);
  });

  it("says when something changed after the submission, also in the identity part", async () => {
    const { id, actor } = await make.draft("proposals", finished);
    await submitProposal(actor, id, null, at.submitted);
    const changed = async () => (await proposalInHand(actor, id, "en", at.submitted)).changedSinceSubmission;
    expect(await changed()).toBe(false);
    const later = new Date(at.submitted.getTime() + 1000);
    const change = { question: "host_institution", baseVersion: 1, text: "Institute of Elsewhere" };
    await saveAnswers(actor, id, [change], later);
    expect(await changed()).toBe(true);
  });

  it("does not exist for a stranger, and lets who only reads change nothing", async () => {
    const draft = await make.draft("proposals", finished);
    const stranger = await make.applicant("a stranger");
    expect(await reasonOf(proposalInHand(stranger, draft.id, "en", at.submitted))).toBe("not_found");
    const reader = await make.joins(draft, "a reader", "viewer");
    const page = submissionPage(await proposalInHand(reader, draft.id, "en", at.submitted), at.submitted);
    expect(page).toMatchObject({ maySubmit: false, mayWithdraw: false });
  });
});

describe("as reviewers will see it", () => {
  it("shows the blind part and nothing of the identity part, and points at what gives its authors away", async () => {
    const answers = { ...finished, host_institution: "Institute of Nowhere" };
    const { id, actor } = await make.draft("proposals", {
      ...answers,
      summary: "At the Institute of Nowhere we ask hotlines. Write to us: write@nowhere.example.",
    });
    const { found, sections } = await blindPreview(
      await proposalInHand(actor, id, "en", at.submitted),
      actor,
      at.submitted,
    );
    expect(sections.map((section) => section.id)).toEqual(["proposal"]);
    expect(JSON.stringify(sections)).not.toContain(answers.principal_investigator);
    expect(found.map((place) => [place.question, place.found])).toEqual(
      expect.arrayContaining([["summary", "Institute of Nowhere"]]),
    );
  });
});

describe("the decision", () => {
  it("is there after the release only, with the comments meant for the applicant and nothing of the reviewer", async () => {
    const fund = fundFactory(database.owner);
    await fund.cast();
    const call = await fund.call("decided");
    const proposal = await fund.proposal(call, "sealed");
    const reviewer = await fund.person("Reviewer Real", { hats: ["reviewer"] });
    await fund.lockedReview(await fund.assignment(proposal, reviewer), { use: 4 });
    await fund.recommendation(proposal, "award");
    await fund.decision(proposal, "award", 12000000);
    const actor: Actor = { person: proposal.lead, hats: [], hat: "applicant" };
    const seen = async () => (await proposalInHand(actor, proposal.id, "en", at.release)).status;
    expect(await reasonOf(decisionTold(actor, proposal.id))).toBe("not_found");
    expect(await seen()).toBe("in_review");
    const [officer, second] = [
      await fund.person("one officer", { hats: ["programme_officer"] }),
      await fund.person("second officer", { hats: ["programme_officer"] }),
    ];
    await database.owner`insert into releases (call_id, prepared_by, prepared_at, released_by, released_at)
      values (${call.id}, ${officer}, ${at.deciding}, ${second}, ${at.release})`;
    const told = await decisionTold(actor, proposal.id);
    expect(told).toMatchObject({ outcome: "award", amountMinor: 12000000, releasedAt: at.release });
    expect(told.comments.map(({ reviewer }) => reviewer)).toEqual(["A"]);
    expect(JSON.stringify(told)).not.toMatch(new RegExp(`${reviewer}|Reviewer Real|To the group`));
    expect(await seen()).toBe("decided");
    expect(await reasonOf(decisionTold(await make.applicant("a stranger"), proposal.id))).toBe("not_found");
  });
});
