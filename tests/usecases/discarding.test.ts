import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { applying } from "#db/connections/applying.server";
import { managing } from "#db/connections/managing.server";
import { draftFactory, finished } from "#tests/factories/draft";
import { at } from "#tests/factories/fund-call";
import { type TestDatabase, testDatabase } from "#tests/setup/database";
import { atOnce, warm } from "#tests/setup/race";
import { refusalOf } from "#tests/setup/refused";
import { discardDraft } from "~/proposals/discard-draft.server";
import { ownProposals, proposalInHand } from "~/proposals/own-proposals.queries.server";
import { saveAnswers } from "~/proposals/save-answers.server";
import { submitProposal } from "~/proposals/submit-proposal.server";
import { takeUpDraft } from "~/proposals/take-up-draft.server";
import type { PersonRef } from "~/values/person-ref";

let database: TestDatabase;
let make: ReturnType<typeof draftFactory>;
let call: string;
beforeAll(async () => {
  database = await testDatabase();
  make = draftFactory(database.owner);
  call = (await make.call("discarding")).id;
});
const drafted = () => make.draft("discarding", finished);
const because = (work: Promise<unknown>) => refusalOf(work).then((refusal) => refusal?.reason);

const stateOf = async (id: string) => (await database.owner`select state from proposals where id = ${id}`)[0]?.state;

describe("taking a discarded draft up again", () => {
  it("gives it back as it stood, to be answered and handed in", async () => {
    const { id, actor } = await drafted();
    await discardDraft(actor, id, at.submitted);
    await takeUpDraft(actor, id, at.submitted);
    const hand = await proposalInHand(actor, id, "en", at.submitted);
    expect([hand.status, hand.standing.get("summary")?.text]).toEqual(["draft", finished.summary]);
    await submitProposal(actor, id, null, at.submitted);
    expect(await stateOf(id)).toBe("submitted");
    const acts = await database.owner`select act from audit.events where subject_id = ${id} order by id`;
    expect(acts.map(({ act }) => act)).toContain("draft taken up again");
  });

  it("is for the principal investigator, of a discarded draft, before the close, and once", async () => {
    const draft = await drafted();
    const editor = await make.joins(draft, "an editor of it", "editor");
    expect(await because(takeUpDraft(draft.actor, draft.id, at.submitted))).toBe("proposal_is_not_discarded");
    await discardDraft(draft.actor, draft.id, at.submitted);
    expect(await because(takeUpDraft(editor, draft.id, at.submitted))).toBe("only_the_principal_investigator");
    expect(await because(takeUpDraft(await make.applicant("no member"), draft.id, at.submitted))).toBe("not_found");
    expect(await because(takeUpDraft(draft.actor, draft.id, at.closes))).toBe("call_is_closed");
    expect(await stateOf(draft.id)).toBe("abandoned");
    await warm(applying, 5);
    const clicks = Array.from({ length: 5 }, () => () => takeUpDraft(draft.actor, draft.id, at.submitted));
    expect(await atOnce(clicks)).toEqual({ done: 1, because: ["proposal_is_not_discarded"] });
    const handedIn = await drafted();
    await submitProposal(handedIn.actor, handedIn.id, null, at.submitted);
    expect(await because(takeUpDraft(handedIn.actor, handedIn.id, at.submitted))).toBe("proposal_is_not_discarded");
  });
});

describe("discarding a draft", () => {
  it("takes it off the list, keeps every word for its team, and ends answering and submitting", async () => {
    const draft = await drafted();
    const { id, actor } = draft;
    const editor = await make.joins(draft, "a co-investigator", "editor");
    await discardDraft(actor, id, at.submitted);
    expect((await ownProposals(actor, "en", at.submitted)).map(({ status }) => status)).toEqual(["discarded"]);
    for (const reader of [actor, editor]) {
      const hand = await proposalInHand(reader, id, "en", at.submitted);
      expect([hand.status, hand.standing.get("summary")?.text]).toEqual(["discarded", finished.summary]);
    }
    const change = { question: "title", baseVersion: 1, text: "Another" };
    expect(await because(saveAnswers(actor, id, [change], at.submitted))).toBe("proposal_cannot_be_changed");
    expect(await because(submitProposal(actor, id, null, at.submitted))).toBe("proposal_cannot_be_changed");
    const acts = await database.owner`select act from audit.events where subject_id = ${id} order by id`;
    expect(acts.at(-1)).toEqual({ act: "draft discarded" });
  });

  it("is for the principal investigator, once, and never for what was handed in", async () => {
    const draft = await drafted();
    const editor = await make.joins(draft, "an editor", "editor");
    expect(await because(discardDraft(editor, draft.id, at.submitted))).toBe("only_the_principal_investigator");
    const stranger = await make.applicant("a stranger");
    expect(await because(discardDraft(stranger, draft.id, at.submitted))).toBe("not_found");
    await warm(applying, 5);
    const clicks = Array.from({ length: 5 }, () => () => discardDraft(draft.actor, draft.id, at.submitted));
    expect(await atOnce(clicks)).toEqual({ done: 1, because: ["proposal_is_no_draft"] });
    const handedIn = await drafted();
    await submitProposal(handedIn.actor, handedIn.id, null, at.submitted);
    expect(await because(discardDraft(handedIn.actor, handedIn.id, at.submitted))).toBe("proposal_is_no_draft");
  });

  it("and submitting at the same moment is one of both, and never half of each", async () => {
    await warm(applying, 4);
    for (let round = 0; round < 5; round++) {
      const { id, actor } = await drafted();
      const outcome = await atOnce([
        () => discardDraft(actor, id, at.submitted),
        () => submitProposal(actor, id, null, at.submitted),
      ]);
      const [row] = await database.owner`select state, (select count(*)::int from receipts where proposal_id = ${id})
        as receipts from proposals where id = ${id}`;
      expect(outcome.done).toBe(1);
      expect(row).toEqual(
        row?.state === "abandoned" ? { state: "abandoned", receipts: 0 } : { state: "submitted", receipts: 1 },
      );
    }
  });

  it("keeps no officer with a tie to it from acting for its call", async () => {
    const { id, actor } = await drafted();
    const officer = (await make.person("a tied officer", { hats: ["programme_officer"] })) as PersonRef;
    await database.owner`insert into conflicts (proposal_id, person, kind, state, found_at)
      values (${id}, ${officer}, 'declared', 'confirmed', ${at.submitted})`;
    await discardDraft(actor, id, at.submitted);
    const [row] = await managing.transaction(officer, (tx) =>
      tx.execute<{ free: boolean }>(sql`select fund.free_of_conflicts(${call}) as free`),
    );
    expect(row?.free).toBe(true);
  });
});
