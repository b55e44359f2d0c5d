import { beforeAll, describe, expect, it } from "vitest";
import { reviewing } from "#db/connections/reviewing.server";
import { actorOf, refOf } from "#tests/cast";
import { fundFactory, type MadeCall } from "#tests/factories/fund";
import { at } from "#tests/factories/fund-call";
import { testDatabase } from "#tests/setup/database";
import { atOnce, warm } from "#tests/setup/race";
import { refusalOf } from "#tests/setup/refused";
import { agree, agreementVersion } from "~/assignments/agree.server";
import { reviewerQueue } from "~/assignments/queue.queries.server";
import { packetPage } from "~/reviews/packet-page.server";
import { saveScoreSheet } from "~/reviews/save-score-sheet.server";

const { owner } = await testDatabase();
const make = fundFactory(owner);
const reviewer = actorOf("reviewer", "reviewer");
const me = refOf("reviewer");
const membership = ({ id }: MadeCall) =>
  owner`select agreed_at, agreement from advisory_memberships where call_id = ${id} and person = ${me}`;

beforeAll(() => make.cast());

async function seat(name: string) {
  const call = await make.call(name);
  await make.member(call, me, { agreedAt: null });
  const proposal = await make.proposal(call, "the one");
  await make.assignment(proposal, me);
  return { call, code: proposal.code };
}

describe("the agreement", () => {
  it("comes before the first packet: until then there is a seat and nothing to read", async () => {
    const { call, code } = await seat("before");
    const queue = await reviewerQueue(me);
    expect(queue.seats).toMatchObject([{ call: call.id, agreed: false }]);
    expect(queue.entries).toEqual([]);
    expect(await refusalOf(packetPage(me, code, "en"))).toMatchObject({ kind: "not_found" });
    expect(await refusalOf(saveScoreSheet(reviewer, code, { scores: {} }, at.scoring))).toMatchObject({
      kind: "not_found",
    });

    await agree(reviewer, call.id, at.scoring);
    expect((await packetPage(me, code, "en")).title).toBe("Title of the one");
    expect((await reviewerQueue(me)).entries.map((entry) => entry.code)).toEqual([code]);
  });

  it("says when and to which text, and a second click changes neither", async () => {
    const { call } = await seat("twice");
    await agree(reviewer, call.id, at.scoring);
    await agree(reviewer, call.id, at.meeting);
    expect(await membership(call)).toEqual([{ agreed_at: at.scoring, agreement: agreementVersion }]);
    const events = await owner`select act, details from audit.events where subject_id = ${call.id}`;
    expect(events).toEqual([{ act: "agreement accepted", details: { agreement: agreementVersion } }]);
  });

  it("is written down once, however many clicks arrive together", async () => {
    const { call } = await seat("ten clicks");
    await warm(reviewing, 4);
    const clicks = await atOnce(Array.from({ length: 10 }, () => () => agree(reviewer, call.id, at.scoring)));
    expect(clicks).toEqual({ done: 10, because: [] });
    expect(await membership(call)).toEqual([{ agreed_at: at.scoring, agreement: agreementVersion }]);
    expect(await owner`select act from audit.events where subject_id = ${call.id}`).toHaveLength(1);
  });

  it("is for one call: a seat elsewhere stays closed", async () => {
    const [one, other] = [await seat("this call"), await seat("that call")];
    await agree(reviewer, one.call.id, at.scoring);
    expect((await packetPage(me, one.code, "en")).code).toBe(one.code);
    expect(await refusalOf(packetPage(me, other.code, "en"))).toMatchObject({ kind: "not_found" });
  });

  it("is for those with a seat and the hat, and nobody else learns that the call has a group", async () => {
    const { call } = await seat("outsiders");
    for (const actor of [
      actorOf("secondReviewer", "reviewer"),
      actorOf("officer", "reviewer"),
      actorOf("applicant", "reviewer"),
    ]) {
      expect(await refusalOf(agree(actor, call.id, at.scoring))).toMatchObject({ kind: "not_found" });
    }
    expect(await membership(call)).toEqual([{ agreed_at: null, agreement: null }]);
    expect(await owner`select from audit.events where subject_id = ${call.id}`).toEqual([]);
  });
});
