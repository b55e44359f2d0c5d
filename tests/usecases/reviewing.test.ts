import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { reviewing } from "#db/connections/reviewing.server";
import { actorOf, refOf } from "#tests/cast";
import { allAt, fundFactory, type MadeAssignment, type MadeCall } from "#tests/factories/fund";
import { at, rubric } from "#tests/factories/fund-call";
import { testDatabase } from "#tests/setup/database";
import { brokenInvariants } from "#tests/setup/invariants";
import { atOnce, warm } from "#tests/setup/race";
import { refusalOf } from "#tests/setup/refused";
import { lockReview } from "~/reviews/lock-review.server";
import { lockPage, packetPage } from "~/reviews/packet-page.server";
import type { ScoreGiven, SheetChange } from "~/reviews/review";
import { saveScoreSheet } from "~/reviews/save-score-sheet.server";

const { owner } = await testDatabase();
const make = fundFactory(owner);
const reviewer = actorOf("reviewer", "reviewer");
const later = (minutes: number) => new Date(at.scoring.getTime() + minutes * 60_000);
const value = (given: number | null): ScoreGiven => ({ value: given, unableBecause: null });
const unable = (because: string): ScoreGiven => ({ value: null, unableBecause: because });
const comments = { toAdvisoryGroup: "A careful design.", toApplicant: "Say more about consent." };
const whole: SheetChange = {
  scores: Object.fromEntries(rubric.criteria.map(({ id }) => [id, value(5)])),
  comments,
};
const save = (code: string, change: SheetChange, now = at.scoring) => saveScoreSheet(reviewer, code, change, now);
const historyOf = ({ id }: MadeAssignment) =>
  owner`select criterion, value, unable_because, version, at from score_history where assignment_id = ${id} order by id`;

let call: MadeCall;
beforeAll(async () => {
  await make.cast();
  call = await make.call("reviewing");
  await make.member(call, refOf("reviewer"));
});

const assigned = async (name: string) => make.assignment(await make.proposal(call, name), refOf("reviewer"));

describe("saving a sheet", () => {
  it("keeps scores, reasons and comments, and shows them again", async () => {
    const { code } = await assigned("kept");
    await save(code, {
      scores: { use_in_practice: value(6), feasibility: unable("No budget is given") },
      comments,
    });
    const page = await packetPage(refOf("reviewer"), code, "en");
    const given = Object.fromEntries(page.criteria.map((one) => [one.id, one.value ?? one.unableBecause]));
    expect(given).toMatchObject({ use_in_practice: 6, feasibility: "No budget is given", inclusion: null });
    expect(page).toMatchObject({ ...comments, savedAt: at.scoring, lockedAt: null });
  });

  it("leaves what was not handed in as it was", async () => {
    const { code } = await assigned("partly");
    await save(code, whole);
    await save(code, { scores: { inclusion: value(2) } }, later(1));
    await save(code, { scores: {}, comments: { toApplicant: comments.toApplicant } }, later(2));
    const page = await packetPage(refOf("reviewer"), code, "en");
    expect(page.criteria.map((one) => one.value)).toEqual([5, 5, 5, 5, 2]);
    expect(page).toMatchObject(comments);
  });

  it("keeps every score that was ever given, in order, and nothing for a score that did not change", async () => {
    const assignment = await assigned("history");
    const told = [value(3), value(5), value(5), unable("Outside my field"), value(null), value(4)];
    for (const [minute, given] of told.entries()) {
      await save(assignment.code, { scores: { research_quality: given } }, later(minute));
    }
    expect(await historyOf(assignment)).toMatchObject([
      { version: 1, value: 3, at: later(0) },
      { version: 2, value: 5, at: later(1) },
      { version: 3, value: null, unable_because: "Outside my field", at: later(3) },
      { version: 4, value: null, unable_because: null, at: later(4) },
      { version: 5, value: 4, at: later(5) },
    ]);
    const stands = await owner`select value, version from scores where assignment_id = ${assignment.id}`;
    expect(stands).toEqual([{ value: 4, version: 5 }]);
  });

  it.each([
    ["below the scale", { inclusion: value(0) }, { "score-inclusion": "score_is_off_the_scale" }],
    ["above the scale", { inclusion: value(7) }, { "score-inclusion": "score_is_off_the_scale" }],
    ["between two steps", { inclusion: value(3.5) }, { "score-inclusion": "score_is_off_the_scale" }],
    ["of no number", { inclusion: value(Number.NaN) }, { "score-inclusion": "score_is_off_the_scale" }],
    ["of a criterion nobody asked for", { luck: value(3) }, { "score-luck": "criterion_is_unknown" }],
    ["without the reason it needs", { inclusion: unable(" ") }, { "score-inclusion": "reason_is_missing" }],
  ])("refuses a score %s by its name, and saves the rest of the sheet", async (title, scores, fields) => {
    const assignment = await assigned(`refused ${title}`);
    const change = { scores: { use_in_practice: value(3), ...scores }, comments } as SheetChange;
    expect(await refusalOf(save(assignment.code, change))).toMatchObject({ kind: "invalid", details: { fields } });
    const history = await historyOf(assignment);
    expect(history.map((row) => [row.criterion, row.value])).toEqual([["use_in_practice", 3]]);
    expect(await owner`select to_applicant from reviews where assignment_id = ${assignment.id}`).toEqual([
      { to_applicant: comments.toApplicant },
    ]);
  });
});

describe("locking a review", () => {
  it("waits for every criterion and both comments, and names what is missing", async () => {
    const { code } = await assigned("unfinished");
    expect(await refusalOf(lockReview(reviewer, code, later(1)))).toMatchObject({ reason: "review_is_unfinished" });
    await save(code, { ...whole, scores: { ...whole.scores, inclusion: value(null) } });
    await save(code, { scores: {}, comments: { ...comments, toApplicant: " \n" } });
    expect(await refusalOf(lockReview(reviewer, code, later(1)))).toMatchObject({
      kind: "invalid",
      details: { fields: { "score-inclusion": "score_is_missing", to_applicant: "comment_is_missing" } },
    });
    await save(code, { scores: { inclusion: unable("No section on it") }, comments });
    await lockReview(reviewer, code, later(2));
    expect((await packetPage(refOf("reviewer"), code, "en")).lockedAt).toEqual(later(2));
  });

  it("ends every change, by whatever way", async () => {
    const assignment = await assigned("locked");
    await save(assignment.code, whole);
    await lockReview(reviewer, assignment.code, later(1));
    const before = await historyOf(assignment);
    const tries = [
      () => save(assignment.code, { scores: { inclusion: value(1) } }, later(2)),
      () => save(assignment.code, { scores: {}, comments: { ...comments, toApplicant: "Better" } }, later(2)),
      () => lockReview(reviewer, assignment.code, later(2)),
    ];
    for (const again of tries) expect(await refusalOf(again())).toMatchObject({ reason: "review_is_locked" });
    expect(await historyOf(assignment)).toEqual(before);
    const events = await owner`select act, actor, at from audit.events where subject_id = ${assignment.id}`;
    expect(events).toEqual([{ act: "review locked", actor: refOf("reviewer"), at: later(1) }]);
  });

  it("and saving take turns: nothing is saved after the lock, however they meet", async () => {
    await warm(reviewing, 10);
    for (let round = 0; round < 8; round++) {
      const assignment = await assigned(`race ${round}`);
      await save(assignment.code, whole);
      const saves = Array.from(
        { length: 8 },
        (_, index) => () => save(assignment.code, { scores: { inclusion: value(1 + (index % 4)) } }, later(index)),
      );
      const lock = async () => {
        await lockReview(reviewer, assignment.code, later(60));
        // What the lock froze, read at once by whoever is there.
        return owner`select count(*)::int as versions from score_history where assignment_id = ${assignment.id}`;
      };
      const [frozen] = await Promise.all([lock(), atOnce(saves)]);
      const [standing] =
        await owner`select count(*)::int as versions from score_history where assignment_id = ${assignment.id}`;
      expect(standing).toEqual(frozen[0]);
    }
  });

  it("happens once, however often the button is pressed", async () => {
    const assignment = await assigned("ten clicks");
    await save(assignment.code, whole);
    await warm(reviewing, 10);
    const clicks = Array.from({ length: 10 }, (_, index) => () => lockReview(reviewer, assignment.code, later(index)));
    expect(await atOnce(clicks)).toEqual({ done: 1, because: ["review_is_locked"] });
    expect(await owner`select from audit.events where subject_id = ${assignment.id}`).toHaveLength(1);
  });
});

describe("whose sheet it is", () => {
  it("is nobody else's: the packet of another does not exist, nor for herself under another hat", async () => {
    const { code } = await assigned("mine alone");
    await make.member(call, refOf("secondReviewer"));
    const others = [
      actorOf("secondReviewer", "reviewer"),
      actorOf("stranger", "reviewer"),
      actorOf("officer", "programme_officer"),
    ];
    for (const actor of others) {
      expect(await refusalOf(saveScoreSheet(actor, code, whole, at.scoring))).toMatchObject({ kind: "not_found" });
      expect(await refusalOf(lockReview(actor, code, at.scoring))).toMatchObject({ kind: "not_found" });
    }
    await save(code, whole);
  });

  it("stays hers in the counts: what was locked holds, and every sentence of the fund with it", async () => {
    const assignment = await assigned("written by the owner");
    await make.lockedReview(assignment, allAt(4));
    expect(await refusalOf(save(assignment.code, whole))).toMatchObject({ reason: "review_is_locked" });
    expect(await brokenInvariants(owner)).toEqual([]);
  });
});

describe("a comment that names its author", () => {
  let code: string;
  beforeAll(async () => {
    code = (await assigned("signed")).code;
    await owner`update identity.persons set name = 'Rosa (Rosi) O’Hara-Díaz', email = 'rosa@advisory.example'
      where ref = ${refOf("reviewer")}`;
  });

  it.each([
    ["Say more about consent.", false],
    ["A rosary of questions, o'clock by o'clock.", false],
    ["Kind regards, ROSA", true],
    ["Write to rosa@advisory.example.", true],
    ["rosaXadvisory.example", false],
    ["(Rosi) was here", true],
    ["As O’Hara-Díaz showed", true],
    ["", false],
  ])("is found before it is locked: %s", async (toApplicant, named) => {
    await save(code, { scores: {}, comments: { toApplicant } });
    expect((await lockPage(refOf("reviewer"), code, "en")).namesHer).toBe(named);
  });

  /** The texts that are said to name whoever bears this name and works there. */
  const naming = async (name: string, institution: string, texts: string[]) => {
    const [before] = await owner`select name, institution from identity.persons where ref = ${refOf("reviewer")}`;
    const [place] = await owner`insert into identity.institutions (id, name, normalised_name)
      values (gen_random_uuid(), ${institution}, ${institution.toLowerCase()}) returning id`;
    const become = (who: object) => owner`update identity.persons set ${owner(who)} where ref = ${refOf("reviewer")}`;
    await become({ name, institution: place?.id });
    const found = await reviewing.transaction(refOf("reviewer"), (tx) =>
      tx.execute<{ text: string }>(
        sql`select said.text from json_array_elements_text(${JSON.stringify(texts)}::json) as said (text)
          where reviewing.names_me(said.text)`,
      ),
    );
    await become(before ?? {});
    return found.map(({ text }) => text);
  };

  it("is found by a short name that has its capital, by each piece of a name, and by an acronym", async () => {
    const kim = ["A. Kim", "KIM", "kind regards, Kim", "So says Kim’s study.", "Pierre was here", "dr jean-pierre"];
    const free = ["a kim", "Kimberley", "AKim", "Akim", "Jeanette"];
    expect(await naming("Jean-Pierre Kim", "Lakeside Institute", [...kim, ...free])).toEqual(kim);
    expect(await naming("Åse Öst", "Lakeside Institute", ["As Öst says", "ÅSE", "eÖst", "Östen", "öst"])).toEqual([
      "As Öst says",
      "ÅSE",
    ]);
    const amal = await naming("أمل الخطيب", "Lakeside Institute", ["هناك أمل كبير", "كما قالت أمل الخطيب"]);
    expect(amal).toEqual(["كما قالت أمل الخطيب"]);
    const places = ["at UCL we", "in University College London, we", "the UCL’s own"];
    expect(await naming("Rosa Hope", "University College London", [...places, "ucl", "UCLA"])).toEqual(places);
    const other = await naming("Rosa Hope", "Kenya Medical Research Institute (KEMRI)", [
      "KEMRI does",
      "the KMRI",
      "kemri",
    ]);
    expect(other).toEqual(["KEMRI does", "the KMRI"]);
    expect(await naming("Rosa Hope", "Institute of Rivers", ["IR", "Rivers", "I"])).toEqual([]);
  });

  it("is asked about oneself alone, and by nobody without the hat", async () => {
    const asked = (person: typeof reviewer.person) =>
      reviewing.transaction(person, (tx) =>
        tx.execute<{ found: boolean }>(`select reviewing.names_me('rosa') as found`),
      );
    expect((await asked(refOf("reviewer")))[0]?.found).toBe(true);
    expect((await asked(refOf("secondReviewer")))[0]?.found).toBe(false);
    expect((await asked(null))[0]?.found).toBe(false);
  });
});
