import { beforeAll, describe, expect, it } from "vitest";
import { actorOf, refOf } from "#tests/cast";
import { fundFactory, type MadeCall } from "#tests/factories/fund";
import { at, rubric } from "#tests/factories/fund-call";
import { testDatabase } from "#tests/setup/database";
import { waitingAs } from "#tests/setup/race";
import { refusalOf } from "#tests/setup/refused";
import { lockReview } from "~/reviews/lock-review.server";
import { packetPage } from "~/reviews/packet-page.server";
import type { ScoreGiven, SheetChange } from "~/reviews/review";
import { sheetFromForm } from "~/reviews/review.forms";
import { saveScoreSheet } from "~/reviews/save-score-sheet.server";
import { controlShown } from "~/reviews/sheet-control";
import { markIn, markName } from "~/reviews/sheet-marks";

const { owner } = await testDatabase();
const make = fundFactory(owner);
const reviewer = actorOf("reviewer", "reviewer");
const later = (minutes: number) => new Date(at.scoring.getTime() + minutes * 60_000);
const value = (given: number | null): ScoreGiven => ({ value: given, unableBecause: null });
const comments = { toAdvisoryGroup: "A careful design.", toApplicant: "Say more about consent." };
const whole = {
  scores: Object.fromEntries(rubric.criteria.map(({ id }) => [id, value(5)])),
  comments,
} satisfies SheetChange;
const save = (code: string, change: SheetChange, now = at.scoring) => saveScoreSheet(reviewer, code, change, now);
let call: MadeCall;
beforeAll(async () => {
  await make.cast();
  call = await make.call("reviewing");
  await make.member(call, refOf("reviewer"));
});

const assigned = async (name: string) => make.assignment(await make.proposal(call, name), refOf("reviewer"));

describe("two windows of one reviewer", () => {
  const { comments: written } = whole;
  /** What a form of the page posts: every control, and the marks of what they began with; also after a refusal. */
  async function postOf(
    code: string,
    typed: Record<string, string>,
    refused?: { post: URLSearchParams; seen: string[] },
  ) {
    const page = await packetPage(refOf("reviewer"), code, "en");
    const held: Record<string, string> = { to_advisory_group: page.toAdvisoryGroup, to_applicant: page.toApplicant };
    for (const { id, value, unableBecause } of page.criteria) {
      held[`score-${id}`] = value !== null ? String(value) : unableBecause !== null ? "unable" : "";
      held[`because-${id}`] = unableBecause ?? "";
    }
    const form = new URLSearchParams();
    for (const name of Object.keys(held).filter((control) => !control.startsWith("because-"))) {
      const { text, marks } = controlShown(
        name,
        (control) => held[control] ?? "",
        (control) => (refused?.post.has(control) ? refused.post.getAll(control) : undefined),
        refused?.seen.includes(name) ?? false,
      );
      for (const control of [name, name.replace("score-", "because-")])
        form.set(control, typed[control] ?? text(control));
      for (const mark of marks) form.append(markName(name), mark);
    }
    return form;
  }
  const formOf = async (code: string, typed: Record<string, string>) => sheetFromForm(await postOf(code, typed));

  it("what one did not touch is not written over with what it began with", async () => {
    const { code } = await assigned("opened twice");
    const untouched = await formOf(code, { "score-inclusion": "3" });
    await save(code, whole);
    await save(code, untouched, later(1));
    const page = await packetPage(refOf("reviewer"), code, "en");
    expect(page).toMatchObject({ ...written });
    expect(page.criteria.map(({ value: given }) => given)).toEqual([5, 5, 5, 5, 3]);
  });

  it("a comment written in both is refused with both, then taken once she has seen them; every text stays", async () => {
    const assignment = await assigned("written twice");
    const { code } = assignment;
    const other = await formOf(code, { to_applicant: "From the telephone.", "score-inclusion": "2" });
    await save(code, whole);
    expect(await refusalOf(save(code, other, later(1)))).toMatchObject({
      kind: "stale",
      details: { fields: { to_applicant: "comment_changed_meanwhile" } },
    });
    expect(await packetPage(refOf("reviewer"), code, "en")).toMatchObject({ ...written });
    await save(code, await formOf(code, { to_applicant: "Both in one." }), later(2));
    const history = await owner`select to_applicant, version from comment_history
      where assignment_id = ${assignment.id} order by id`;
    expect(history.map((row) => row.to_applicant)).toEqual([written.toApplicant, "Both in one."]);
  });

  it("that wrote the same do not contradict each other", async () => {
    const { code } = await assigned("the same twice");
    const other = await formOf(code, { to_applicant: comments.toApplicant });
    await save(code, whole);
    await save(code, other, later(1));
    expect(await packetPage(refOf("reviewer"), code, "en")).toMatchObject({ ...written });
  });

  it("a form that was refused comes back with what stands where it changed nothing, and writes over nothing else", async () => {
    const { code } = await assigned("refused between");
    await save(code, { scores: { inclusion: value(2) }, comments: { toApplicant: "Before both." } });
    const typed = {
      to_advisory_group: "From the telephone.",
      "score-research_quality": "unable",
      "because-research_quality": " ",
    };
    const post = await postOf(code, typed);
    await save(code, { scores: { inclusion: value(4) }, comments: { toApplicant: "Two hours of work." } }, later(1));
    expect(await refusalOf(save(code, sheetFromForm(post), later(2)))).toMatchObject({ kind: "invalid" });
    const again = await postOf(code, { "because-research_quality": "Not my field." }, { post, seen: [] });
    expect(again.get("to_applicant")).toBe("Two hours of work.");
    await save(code, sheetFromForm(again), later(3));
    const page = await packetPage(refOf("reviewer"), code, "en");
    expect(page).toMatchObject({ toApplicant: "Two hours of work.", toAdvisoryGroup: typed.to_advisory_group });
    expect(page.criteria.map(({ value: given }) => given)).toContain(4);
  });

  it("a comment written in both is said at once with another field that is refused", async () => {
    const { code } = await assigned("refused and written twice");
    const post = await postOf(code, { to_applicant: "Mine.", "score-research_quality": "unable" });
    await save(code, whole, later(1));
    expect(await refusalOf(save(code, sheetFromForm(post), later(2)))).toMatchObject({
      kind: "stale",
      details: { fields: { to_applicant: "comment_changed_meanwhile", "score-research_quality": "reason_is_missing" } },
    });
    const finished = { "because-research_quality": "Not my field." };
    const unseen = await postOf(code, finished, { post, seen: [] });
    expect(await refusalOf(save(code, sheetFromForm(unseen), later(3)))).toMatchObject({ kind: "stale" });
    const seen = await postOf(code, finished, { post: unseen, seen: ["to_applicant"] });
    await save(code, sheetFromForm(seen), later(4));
    expect(await packetPage(refOf("reviewer"), code, "en")).toMatchObject({
      toApplicant: "Mine.",
      toAdvisoryGroup: written.toAdvisoryGroup,
    });
  });

  it("a window whose answer was lost is not in its own way, and goes back to what it had before", async () => {
    const { code } = await assigned("answer lost");
    const first = await postOf(code, { to_applicant: "A sentence" });
    await save(code, sheetFromForm(first));
    const goOn = (text: string) => {
      const form = new URLSearchParams(first);
      form.set("to_applicant", text);
      form.append(
        markName("to_applicant"),
        markIn("to_applicant", () => "A sentence"),
      );
      return sheetFromForm(form);
    };
    await save(code, goOn("A sentence, and its end."), later(1));
    expect(await packetPage(refOf("reviewer"), code, "en")).toMatchObject({ toApplicant: "A sentence, and its end." });
    expect(await refusalOf(save(code, goOn("Another."), later(2)))).toMatchObject({ kind: "stale" });
    await save(code, { scores: {}, comments: { toApplicant: "A sentence" } }, later(3));
    await save(code, goOn(""), later(4));
    expect(await packetPage(refOf("reviewer"), code, "en")).toMatchObject({ toApplicant: "" });
  });
});

describe("once a release is prepared", () => {
  const prepare = (over: MadeCall, sql = owner) =>
    sql`insert into releases values (${over.id}, ${refOf("officer")}, ${at.release}, null, null)`;
  const reviewed = async (slug: string) => {
    const over = await make.call(slug);
    await make.member(over, refOf("reviewer"));
    const { code } = await make.assignment(await make.proposal(over, `late in ${slug}`), refOf("reviewer"));
    await save(code, whole);
    return { over, code };
  };
  const closed = { reason: "reviews_are_closed" };

  it("no review is written or locked any more, also not once it is done, and her page says so", async () => {
    const { over, code } = await reviewed("reviewing-over");
    expect(await packetPage(refOf("reviewer"), code, "en")).toMatchObject({ closed: false });
    await prepare(over);
    for (const released of [null, at.release]) {
      await owner`update releases set released_at = ${released}, released_by = ${released && refOf("secondOfficer")}
        where call_id = ${over.id}`;
      expect(await refusalOf(save(code, { scores: { inclusion: value(1) } }))).toMatchObject(closed);
      expect(await refusalOf(lockReview(reviewer, code, at.announcement))).toMatchObject(closed);
      expect(await packetPage(refOf("reviewer"), code, "en")).toMatchObject({ closed: true, ...comments });
    }
  });

  it("reviews go on when the preparation is taken back", async () => {
    const { over, code } = await reviewed("reviewing-again");
    await prepare(over);
    await owner`delete from releases where call_id = ${over.id}`;
    await save(code, { scores: { inclusion: value(1) } });
    await lockReview(reviewer, code, at.scoring);
  });

  it("a review that meets the preparation waits for it, and comes too late", async () => {
    const { over, code } = await reviewed("reviewing-meets");
    let late: ReturnType<typeof refusalOf> | undefined;
    await owner.begin(async (sql) => {
      await sql`select from calls where id = ${over.id} for update`;
      await prepare(over, sql as unknown as typeof owner);
      const locking = lockReview(reviewer, code, at.release);
      late = refusalOf(locking);
      await Promise.race([waitingAs(owner, "fund_reviewing"), locking]);
    });
    expect(await late).toMatchObject(closed);
  });
});
