import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { applying } from "#db/connections/applying.server";
import { actorOf, refOf } from "#tests/cast";
import { decidedCall } from "#tests/factories/decided-call";
import { fundFactory } from "#tests/factories/fund";
import { at } from "#tests/factories/fund-call";
import { testDatabase } from "#tests/setup/database";
import { waitingAs } from "#tests/setup/race";
import { refusalOf } from "#tests/setup/refused";
import { prepareRelease } from "~/decisions/prepare-release.server";
import { releaseDecisions } from "~/decisions/release-decisions.server";
import { releaseDesk } from "~/decisions/release-desk.queries.server";
import { writeLetters } from "~/notifications/write-letters.server";
import { commentPage } from "~/reviews/comment-page.server";
import { resolveComment } from "~/reviews/resolve-comment.server";
import type { PersonRef } from "~/values/person-ref";

const { owner } = await testDatabase();
const make = fundFactory(owner);
const officer = actorOf("officer", "programme_officer");
const second = actorOf("secondOfficer", "programme_officer");
beforeAll(() => make.cast());
const later = (minutes: number) => new Date(at.release.getTime() + minutes * 60_000);

/** A decided call with one proposal, of which a locked review says this to its applicant. */
async function said(slug: string, text: (reviewer: string) => string) {
  const { call, proposals } = await decidedCall(make, slug, { one: { outcome: "decline" } });
  const { one } = proposals;
  const [reviewer] = await owner`select name from identity.persons where ref = ${refOf("reviewer")}`;
  const [assignment] = await owner`select id from assignments where proposal_id = ${one.id}`;
  const id: string = assignment?.id;
  await owner`update reviews set to_applicant = ${text(reviewer?.name)} where assignment_id = ${id}`;
  const resolve = (outcome: "withheld" | "told", now = at.deciding) =>
    resolveComment(officer, id, { outcome, because: `${outcome}, for good reasons` }, now);
  /** What its applicant reads of comments after the release, on her page and in her letter. */
  const read = async () => {
    const seen = await applying.transaction(one.lead, (tx) =>
      tx.execute<{ to_applicant: string }>(
        sql`select to_applicant from applying.comments where proposal_id = ${one.id}`,
      ),
    );
    await writeLetters("https://fund.example", later(60));
    const [letter] = await owner`select body_text from notifications.letters where recipient = ${one.lead}
      and template = 'decision_decline'`;
    return { page: seen.map((row) => row.to_applicant), letter: String(letter?.body_text) };
  };
  const release = async () => {
    await prepareRelease(officer, call.id, later(0));
    return releaseDecisions(second, call.id, later(0), later(1));
  };
  return { call, proposal: one, assignment: id, reviewer: String(reviewer?.name), resolve, read, release };
}
const naming = (reviewer: string) => `A careful design, says ${reviewer}.`;

describe("a comment that names its reviewer", () => {
  it("keeps the decisions of its call from being prepared and told until an officer says what becomes of it", async () => {
    const { call, release, assignment, reviewer, resolve, read } = await said("named", naming);
    const waiting = { reason: "comments_name_reviewers" };
    expect(await refusalOf(release())).toMatchObject(waiting);
    const { facts } = await releaseDesk(refOf("officer"), call.slug, later(0));
    expect(facts.naming).toMatchObject([{ assignment, pseudonym: "A", found: expect.arrayContaining([reviewer]) }]);
    await resolve("withheld");
    expect((await releaseDesk(refOf("officer"), call.slug, later(0))).facts.naming).toEqual([]);
    expect(await release()).toEqual({ letters: 1 });
    const { page, letter } = await read();
    expect(page).toEqual([]);
    expect(letter).not.toContain(reviewer);
    expect(letter).not.toContain("A careful design");
    const [kept] = await owner`select to_applicant from reviews where assignment_id = ${assignment}`;
    expect(kept?.to_applicant, "what she wrote stays as it was").toBe(naming(reviewer));
  });

  it("is noticed also where it came into the call after the preparation", async () => {
    const { call, assignment, reviewer } = await said("named-late", () => "A careful design.");
    await prepareRelease(officer, call.id, later(0));
    await owner`update reviews set to_applicant = ${naming(reviewer)} where assignment_id = ${assignment}`;
    expect(await refusalOf(releaseDecisions(second, call.id, later(0), later(1)))).toMatchObject({
      reason: "comments_name_reviewers",
    });
  });

  it("is found also where it names a colleague whose own proposal elsewhere an officer is tied to", async () => {
    const { call, release, assignment } = await said("named-colleague", () => "So says Kwame Asantewaa-Boateng.");
    const colleague = await make.person("Kwame Asantewaa-Boateng", { hats: ["reviewer"] });
    await make.member(call, colleague);
    const elsewhere = await make.proposal(await make.call("elsewhere"), "of a colleague", { lead: colleague });
    for (const { person } of [officer, second])
      await owner`insert into conflicts (proposal_id, person, kind, state, found_at)
        values (${elsewhere.id}, ${person}, 'declared', 'confirmed', ${at.deciding})`;
    expect(await refusalOf(release())).toMatchObject({ reason: "comments_name_reviewers" });
    const { found } = await commentPage(refOf("officer"), assignment, at.deciding, "en");
    expect(found).toEqual(["Kwame Asantewaa-Boateng"]);
  });

  it("is told where an officer found that it tells nothing, who may think again until the release", async () => {
    const { assignment, reviewer, resolve, read, release } = await said("let-through", naming);
    await resolve("withheld");
    await resolve("told");
    const shown = await commentPage(refOf("officer"), assignment, at.deciding, "en");
    expect(shown).toMatchObject({ stands: null, verdict: { outcome: "told", because: "told, for good reasons" } });
    expect(await release()).toEqual({ letters: 1 });
    const { page, letter } = await read();
    expect([page, letter.includes(naming(reviewer))]).toEqual([[naming(reviewer)], true]);
    expect(await refusalOf(resolve("withheld", later(2)))).toMatchObject({ reason: "decisions_are_released" });
    const acts = await owner`select act, details from audit.events where subject_id = ${assignment} order by id`;
    expect(acts.map(({ act }) => act)).toEqual(["comment withheld", "comment let through"]);
    expect(JSON.stringify(acts)).not.toContain("good reasons");
  });
});

describe("saying what becomes of a comment", () => {
  it("is for locked reviews that hold one, and not for who is in conflict or no officer", async () => {
    const { assignment, proposal, resolve } = await said("whose", () => "Some words");
    const otherwise = (changed: object) =>
      owner`update reviews set ${owner(changed)} where assignment_id = ${assignment}`;
    await otherwise({ to_applicant: " " });
    expect(await refusalOf(resolve("withheld"))).toMatchObject({ reason: "comment_is_empty" });
    await otherwise({ to_applicant: "Some words" });
    await owner`update assignments set state = 'assigned' where id = ${assignment}`;
    expect(await refusalOf(resolve("withheld"))).toMatchObject({ reason: "review_is_not_locked" });
    await owner`update assignments set state = 'locked' where id = ${assignment}`;
    const hidden = { kind: "not_found" };
    const verdict = { outcome: "withheld", because: "No" } as const;
    const reviewer = actorOf("reviewer", "reviewer");
    const otherHat = { ...officer, hat: "applicant" } as const;
    for (const actor of [reviewer, otherHat])
      expect(await refusalOf(resolveComment(actor, assignment, verdict, at.deciding))).toMatchObject(hidden);
    await owner`insert into conflicts (proposal_id, person, kind, state, found_at)
      values (${proposal.id}, ${refOf("secondOfficer")}, 'declared', 'confirmed', ${at.deciding})`;
    expect(await refusalOf(resolveComment(second, assignment, verdict, at.deciding))).toMatchObject(hidden);
    expect(await refusalOf(commentPage(second.person as PersonRef, assignment, at.deciding, "en"))).toMatchObject(
      hidden,
    );
    expect(await owner`select from comment_verdicts where assignment_id = ${assignment}`).toEqual([]);
  });

  it("waits for a release that is under way, and comes too late", async () => {
    const { call, proposal, resolve } = await said("meets", () => "Some words");
    await prepareRelease(officer, call.id, later(0));
    const { release, resolving } = await owner.begin(async (tx) => {
      // Somebody holds the proposal, so that the release waits in its middle.
      await tx`select from proposals where id = ${proposal.id} for update`;
      const release = releaseDecisions(second, call.id, later(0), later(1));
      await waitingAs(owner, "fund_managing");
      const resolving = refusalOf(resolve("withheld", later(1)));
      await Promise.race([waitingAs(owner, "fund_managing", 2), resolving]);
      return { release, resolving };
    });
    expect(await release).toEqual({ letters: 1 });
    expect(await resolving).toMatchObject({ reason: "decisions_are_released" });
  });
});
