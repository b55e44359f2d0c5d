import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { reviewing } from "#db/connections/reviewing.server";
import { actorOf, refOf } from "#tests/cast";
import { fundFactory, type MadeCall, type MadeProposal } from "#tests/factories/fund";
import { at, rubric } from "#tests/factories/fund-call";
import { testDatabase } from "#tests/setup/database";
import { brokenInvariants } from "#tests/setup/invariants";
import { pdfWith } from "#tests/setup/pdf";
import { atOnce, waitingAs, warm } from "#tests/setup/race";
import { refusalOf } from "#tests/setup/refused";
import { reviewerQueue } from "~/assignments/queue.queries.server";
import { recuse } from "~/conflicts/recuse.server";
import { downloadPacketDocument } from "~/documents/download.server";
import { environment } from "~/http/environment.server";
import { lockReview } from "~/reviews/lock-review.server";
import { lockPage, packetPage } from "~/reviews/packet-page.server";
import { saveScoreSheet } from "~/reviews/save-score-sheet.server";

const { owner } = await testDatabase();
const make = fundFactory(owner);
const reviewer = actorOf("reviewer", "reviewer");
const me = refOf("reviewer");
const five = { value: 5, unableBecause: null };
const whole = {
  scores: Object.fromEntries(rubric.criteria.map(({ id }) => [id, five])),
  comments: { toAdvisoryGroup: "For the group", toApplicant: "For the team" },
};

let call: MadeCall;
beforeAll(async () => {
  await make.cast();
  call = await make.call("recusal");
  await make.member(call, me);
  await make.member(call, refOf("secondReviewer"));
});

const views = ["assignments", "packets", "reviews", "scores"];
/** How many rows each view of reviewers shows of one assignment. */
const seenOf = (assignment: string) =>
  reviewing.transaction(me, async (tx) => {
    const counts: Record<string, number> = {};
    for (const view of views) {
      const key = sql.identifier(view === "assignments" ? "id" : "assignment_id");
      const rows = await tx.execute(sql`select from reviewing.${sql.identifier(view)} where ${key} = ${assignment}`);
      counts[view] = rows.length;
    }
    return counts;
  });

/** A proposal with a cleared file and a half-written review, which its reviewer can see in every way there is. */
async function inHand(name: string) {
  const proposal = await make.proposal(call, name);
  const storageKey = proposal.packet.replaceAll("-", "");
  await mkdir(join(environment().dataDir, "uploads"), { recursive: true });
  await writeFile(join(environment().dataDir, "uploads", storageKey), await pdfWith("A page of the annex"));
  const file = [{ question: "annex", storageKey, sha256: "", size: 1, pages: 1 }];
  await owner`update packets set documents = ${owner.json(file)} where proposal_id = ${proposal.id}`;
  const assignment = await make.assignment(proposal, me);
  await saveScoreSheet(reviewer, proposal.code, whole, at.scoring);
  return { proposal, assignment };
}

const bytes = (code: string) => downloadPacketDocument({ person: me, hats: ["reviewer"] }, code, "annex", at.scoring);

/** Every way to a packet, by name; each has to open before, and to be closed after. */
const ways: Record<string, (proposal: MadeProposal) => Promise<unknown>> = {
  page: ({ code }) => packetPage(me, code, "en"),
  "page of the lock": ({ code }) => lockPage(me, code, "en"),
  bytes: ({ code }) => bytes(code),
  "saving a score": ({ code }) => saveScoreSheet(reviewer, code, { scores: { inclusion: five } }, at.scoring),
  locking: ({ code }) => lockReview(reviewer, code, at.scoring),
  "recusing again": ({ code }) => recuse(reviewer, code, "other", at.scoring),
};

async function closedFor({ proposal, assignment }: Awaited<ReturnType<typeof inHand>>) {
  for (const [way, go] of Object.entries(ways)) {
    expect([way, (await refusalOf(go(proposal)))?.kind]).toEqual([way, "not_found"]);
  }
  expect(await seenOf(assignment.id)).toEqual({ assignments: 0, packets: 0, reviews: 0, scores: 0 });
  expect((await reviewerQueue(me)).entries.map(({ code }) => code)).not.toContain(proposal.code);
}

describe("a recusal", () => {
  it("closes every view, page and byte in that moment", async () => {
    const open = await inHand("open before");
    expect(await seenOf(open.assignment.id)).toEqual({ assignments: 1, packets: 1, reviews: 1, scores: 5 });
    expect((await reviewerQueue(me)).entries.map(({ code }) => code)).toContain(open.proposal.code);
    expect((await packetPage(me, open.proposal.code, "en")).title).toBe("Title of open before");
    expect((await bytes(open.proposal.code)).status).toBe(200);

    await recuse(reviewer, open.proposal.code, "know_the_team", at.scoring);
    await closedFor(open);
  });

  it("is written down with its reason, and keeps her from being asked again", async () => {
    const { proposal, assignment } = await inHand("written down");
    await recuse(reviewer, proposal.code, "institution", at.scoring);
    const [row] = await owner`select state, recused_at, recused_because from assignments where id = ${assignment.id}`;
    expect(row).toEqual({ state: "recused", recused_at: at.scoring, recused_because: "institution" });
    const ties = await owner`select kind, state from conflicts where proposal_id = ${proposal.id} and person = ${me}`;
    expect(ties).toEqual([{ kind: "recusal", state: "confirmed" }]);
    expect(await owner`select act, actor from audit.events where subject_id = ${assignment.id}`).toEqual([
      { act: "reviewer recused", actor: me },
    ]);
    expect(await owner`select from scores where assignment_id = ${assignment.id}`).toHaveLength(5);
  });

  it("is possible after the lock too, and leaves the reviews of others and her other packets alone", async () => {
    const { proposal } = await inHand("after the lock");
    const other = await inHand("another packet");
    await make.assignment(proposal, refOf("secondReviewer"), "B");
    await lockReview(reviewer, proposal.code, at.scoring);
    await recuse(reviewer, proposal.code, "personal", at.meeting);
    expect(await refusalOf(packetPage(me, proposal.code, "en"))).toMatchObject({ kind: "not_found" });
    expect((await packetPage(refOf("secondReviewer"), proposal.code, "en")).code).toBe(proposal.code);
    expect((await packetPage(me, other.proposal.code, "en")).code).toBe(other.proposal.code);
  });

  it("happens once, however often the button is pressed", async () => {
    const { proposal, assignment } = await inHand("ten clicks");
    await warm(reviewing, 10);
    const clicks = Array.from({ length: 10 }, () => () => recuse(reviewer, proposal.code, "other", at.scoring));
    expect(await atOnce(clicks)).toEqual({ done: 1, because: ["not_found"] });
    expect(await owner`select from audit.events where subject_id = ${assignment.id}`).toHaveLength(1);
  });

  it("wins over a save under way: nothing is written once access has ended", async () => {
    await warm(reviewing, 10);
    for (let round = 0; round < 8; round++) {
      const { proposal, assignment } = await inHand(`race ${round}`);
      const versions = () =>
        owner`select count(*)::int as kept from score_history where assignment_id = ${assignment.id}`;
      const saves = Array.from({ length: 8 }, (_, index) => () => {
        const inclusion = { value: 1 + (index % 4), unableBecause: null };
        return saveScoreSheet(reviewer, proposal.code, { scores: { inclusion } }, at.scoring);
      });
      const step = async () => {
        await recuse(reviewer, proposal.code, "other", at.scoring);
        return versions();
      };
      const [frozen] = await Promise.all([step(), atOnce(saves)]);
      expect(await versions()).toEqual(frozen);
    }
  });
});

it("a recusal that meets a preparation waits for it, and never bears an earlier instant", async () => {
  const meeting = await make.call("recusal-meets");
  await make.member(meeting, me);
  const { code, id } = await make.assignment(await make.proposal(meeting, "meets"), me);
  let stepping: Promise<void> | undefined;
  await owner.begin(async (sql) => {
    await sql`select from calls where id = ${meeting.id} for update`;
    await sql`insert into releases values (${meeting.id}, ${refOf("officer")}, ${at.release}, null, null)`;
    stepping = recuse(reviewer, code, "other", at.meeting);
    await Promise.race([waitingAs(owner, "fund_reviewing"), stepping]);
  });
  await stepping;
  const [row] = await owner`select state, recused_at > ${at.release} as later from assignments where id = ${id}`;
  expect(row).toEqual({ state: "recused", later: true });
});

describe("what else closes a packet", () => {
  it("is a conflict that is found while she reviews", async () => {
    const open = await inHand("conflict found");
    expect((await packetPage(me, open.proposal.code, "en")).code).toBe(open.proposal.code);
    await make.conflict(me, open.proposal);
    await closedFor(open);
    const [row] = await owner`select state, recused_because from assignments where id = ${open.assignment.id}`;
    expect(row).toEqual({ state: "recused", recused_because: "declared" });
  });

  it("is her name on the proposal", async () => {
    const open = await inHand("her own after all");
    await owner`insert into proposal_members (proposal_id, person, role) values (${open.proposal.id}, ${me}, 'viewer')`;
    await closedFor(open);
    await owner`delete from proposal_members where proposal_id = ${open.proposal.id} and person = ${me}`;
  });

  it("is the loss of her hat, and of her seat's agreement", async () => {
    const open = await inHand("hat lost");
    await owner`update access.people set hats = '{}' where id = ${me}`;
    await closedFor(open);
    await owner`update access.people set hats = ${["reviewer"]} where id = ${me}`;
    await owner`update advisory_memberships set agreed_at = null where person = ${me} and call_id = ${call.id}`;
    expect(await seenOf(open.assignment.id)).toEqual({ assignments: 0, packets: 0, reviews: 0, scores: 0 });
    await owner`update advisory_memberships set agreed_at = ${at.frozen} where person = ${me} and call_id = ${call.id}`;
    expect(await seenOf(open.assignment.id)).toEqual({ assignments: 1, packets: 1, reviews: 1, scores: 5 });
  });

  it("leaves every sentence of the fund standing", async () => {
    expect(await brokenInvariants(owner)).toEqual([]);
  });
});
