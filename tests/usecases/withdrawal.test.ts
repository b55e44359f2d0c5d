import { beforeAll, describe, expect, it } from "vitest";
import { applying } from "#db/connections/applying.server";
import { draftFactory, finished } from "#tests/factories/draft";
import { fundFactory } from "#tests/factories/fund";
import { at } from "#tests/factories/fund-call";
import { type TestDatabase, testDatabase } from "#tests/setup/database";
import { atOnce, warm } from "#tests/setup/race";
import { refusalOf } from "#tests/setup/refused";
import { proposalInHand } from "~/proposals/own-proposals.queries.server";
import { submitProposal } from "~/proposals/submit-proposal.server";
import { withdrawProposal } from "~/proposals/withdraw-proposal.server";

let database: TestDatabase;
let make: ReturnType<typeof draftFactory>;
beforeAll(async () => {
  database = await testDatabase();
  make = draftFactory(database.owner);
  await make.call("withdrawals");
});

async function submitted() {
  const draft = await make.draft("withdrawals", finished);
  await submitProposal(draft.actor, draft.id, null, at.submitted);
  return draft;
}

describe("withdrawing a proposal", () => {
  it("takes it out with its reason and instant, keeps what was handed in, and confirms it by letter", async () => {
    const { id, actor } = await submitted();
    await withdrawProposal(actor, id, "A partner left", at.closes);
    const [row] = await database.owner`select state, withdrawn_at as at, withdrawn_because as because,
      (select count(*)::int from proposal_versions where proposal_id = ${id}) as versions from proposals where id = ${id}`;
    expect(row).toEqual({ state: "withdrawn", at: at.closes, because: "A partner left", versions: 1 });
    const letters = await database.owner`select data from notifications.letters
      where template = 'withdrawal_confirmed' and recipient = ${actor.person}`;
    expect(letters).toEqual([{ data: { proposal: id, instant: at.closes.toISOString() } }]);
    expect((await proposalInHand(actor, id, "en", at.closes)).status).toBe("withdrawn");
  });

  it("writes no reason into the record: it may tell who applies", async () => {
    const { id, actor } = await submitted();
    await withdrawProposal(actor, id, "Our centre in Nakuru closes", at.closes);
    const events = await database.owner`select details from audit.events where subject_id = ${id}`;
    expect(JSON.stringify(events)).not.toContain("Nakuru");
  });

  it("happens once, however many clicks arrive together", async () => {
    const { id, actor } = await submitted();
    await warm(applying, 10);
    const clicks = Array.from({ length: 10 }, () => () => withdrawProposal(actor, id, "Twice is once", at.closes));
    expect(await atOnce(clicks)).toEqual({ done: 1, because: ["proposal_cannot_be_withdrawn"] });
    const events =
      await database.owner`select 1 from audit.events where subject_id = ${id} and act = 'proposal withdrawn'`;
    expect(events).toHaveLength(1);
  });

  it("is for the principal investigator, after a submission, and final", async () => {
    const { id, actor } = await submitted();
    const editor = await make.joins({ id, actor }, "a co-investigator");
    const because = (work: Promise<unknown>) => refusalOf(work).then((refusal) => refusal?.reason);
    expect(await because(withdrawProposal(editor, id, "Not mine", at.closes))).toBe("only_the_principal_investigator");
    const stranger = await make.applicant("a stranger");
    expect(await because(withdrawProposal(stranger, id, "Not hers", at.closes))).toBe("not_found");
    const draft = await make.draft("withdrawals");
    expect(await because(withdrawProposal(draft.actor, draft.id, "Never sent", at.submitted))).toBe(
      "proposal_cannot_be_withdrawn",
    );
    await withdrawProposal(actor, id, "A partner left", at.submitted);
    expect(await because(submitProposal(actor, id, null, at.submitted))).toBe("proposal_cannot_be_changed");
  });

  it("in review it closes the assignments and keeps their scores", async () => {
    const fund = fundFactory(database.owner);
    const call = await fund.call("withdrawn-in-review");
    const proposal = await fund.proposal(call, "in review");
    const reviewer = await fund.person("a reviewer", { hats: ["reviewer"] });
    const assignment = await fund.assignment(proposal, reviewer);
    await database.owner`insert into scores (assignment_id, criterion, value, version, at)
      values (${assignment.id}, 'use', 4, 1, ${at.scoring})`;
    await withdrawProposal({ person: proposal.lead, hats: [], hat: "applicant" }, proposal.id, "Ill", at.scoring);
    const [row] =
      await database.owner`select state, (select count(*)::int from scores where assignment_id = ${assignment.id})
      as scores from assignments where id = ${assignment.id}`;
    expect(row).toEqual({ state: "closed", scores: 1 });
  });
});
