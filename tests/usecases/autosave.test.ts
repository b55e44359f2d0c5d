import { beforeAll, describe, expect, it } from "vitest";
import { applying } from "#db/connections/applying.server";
import { type Draft, draftFactory } from "#tests/factories/draft";
import { at } from "#tests/factories/fund-call";
import { type TestDatabase, testDatabase } from "#tests/setup/database";
import { atOnce, warm } from "#tests/setup/race";
import { refusalOf } from "#tests/setup/refused";
import { type AnswerChange, saveAnswers } from "~/proposals/save-answers.server";

let database: TestDatabase;
let make: ReturnType<typeof draftFactory>;
beforeAll(async () => {
  database = await testDatabase();
  make = draftFactory(database.owner);
  await make.call("autosave");
});

const minutes = (count: number) => new Date(at.submitted.getTime() + count * 60_000);
const change = (question: string, baseVersion: number, text: string, saveId?: string): AnswerChange => ({
  question,
  baseVersion,
  text,
  saveId,
});
const save = ({ id, actor }: Draft, one: AnswerChange, now = at.submitted) => saveAnswers(actor, id, [one], now);
const nameOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;

/** Where each part keeps its texts: the blind part in the open schema, the identity part behind the door. */
const parts = [
  { question: "summary", answers: "answers", history: "answer_history" },
  { question: "host_institution", answers: "identity.answers", history: "identity.answer_history" },
] as const;

describe.each(parts)("an answer of the part kept in $answers", ({ question, answers, history }) => {
  const standing = async (id: string) => {
    const [row] = await database.owner`select text, version from ${database.owner(answers)}
      where proposal_id = ${id} and question = ${question}`;
    return row;
  };
  const kept = async (id: string) => {
    const rows = await database.owner`select text, version, kept from ${database.owner(history)}
      where proposal_id = ${id} and question = ${question} order by id`;
    return rows.map((row) => `${row.kept} ${row.version}: ${row.text}`);
  };

  it("is saved by its version, each save based on the one before", async () => {
    const draft = await make.draft("autosave");
    expect((await save(draft, change(question, 0, "One"))).versions).toEqual({ [question]: 1 });
    expect((await save(draft, change(question, 1, "Two"))).versions).toEqual({ [question]: 2 });
    expect(await standing(draft.id)).toEqual({ text: "Two", version: 2 });
  });

  it("counts once, however often the same save arrives, also after a later one and all at once", async () => {
    const draft = await make.draft("autosave");
    const name = nameOf(parts.findIndex((part) => part.question === question) + 1);
    const first = change(question, 0, "Sent over a bad line", name);
    await warm(applying, 6);
    expect(await atOnce(Array.from({ length: 6 }, () => () => save(draft, first)))).toEqual({ done: 6, because: [] });
    expect(await standing(draft.id)).toEqual({ text: "Sent over a bad line", version: 1 });
    await save(draft, change(question, 1, "Written since"));
    expect(await save(draft, first)).toEqual({ versions: { [question]: 1 }, conflicts: [] });
    expect(await standing(draft.id)).toEqual({ text: "Written since", version: 2 });
  });

  it("goes to exactly one of ten who change it at once; the others get both texts, and every text is kept", async () => {
    const draft = await make.draft("autosave");
    await save(draft, change(question, 0, "Before"));
    const team = await Promise.all(Array.from({ length: 9 }, (_, index) => make.joins(draft, `editor ${index}`)));
    const writers = [draft.actor, ...team];
    await warm(applying, 10);
    const outcomes = await Promise.all(
      writers.map((actor, index) => save({ ...draft, actor }, change(question, 1, `Text of writer ${index}`))),
    );
    const won = outcomes.flatMap(({ versions }, index) => (question in versions ? [index] : []));
    expect(won).toHaveLength(1);
    const winner = `Text of writer ${won[0]}`;
    expect(await standing(draft.id)).toEqual({ text: winner, version: 2 });
    for (const [index, { conflicts }] of outcomes.entries()) {
      if (index === won[0]) continue;
      expect(conflicts).toEqual([{ question, theirs: winner, version: 2, yours: `Text of writer ${index}` }]);
    }
    const texts = await kept(draft.id);
    for (const index of writers.keys()) expect(texts.join("\n")).toContain(`Text of writer ${index}`);
    expect(texts.filter((text) => text.startsWith("conflicting"))).toHaveLength(9);
  });

  it("keeps one version of what its author saves within five minutes, and another after that", async () => {
    const draft = await make.draft("autosave");
    for (const [version, minute] of [0, 2, 4, 6].entries()) {
      await save(draft, change(question, version, `After ${minute} minutes`), minutes(minute));
    }
    expect(await kept(draft.id)).toEqual(["autosave 3: After 4 minutes", "autosave 4: After 6 minutes"]);
  });

  it("never collapses what stood before somebody else wrote", async () => {
    const draft = await make.draft("autosave");
    const editor = await make.joins(draft, "a co-investigator");
    await save(draft, change(question, 0, "Hers"));
    await save({ ...draft, actor: editor }, change(question, 1, "His"));
    await save(draft, change(question, 2, "Hers again"));
    expect(await kept(draft.id)).toEqual(["autosave 1: Hers", "autosave 2: His", "autosave 3: Hers again"]);
  });
});

describe("autosave", () => {
  it("keeps the two parts apart", async () => {
    const draft = await make.draft("autosave");
    await save(draft, change("summary", 0, "Read by reviewers"));
    await save(draft, change("host_institution", 0, "Institute of Secrets"));
    const blind = await database.owner`select question, text from answers where proposal_id = ${draft.id}`;
    expect(blind).toEqual([{ question: "summary", text: "Read by reviewers" }]);
    const earlier = await database.owner`select text from answer_history where proposal_id = ${draft.id}`;
    expect(earlier.map(({ text }) => text)).not.toContain("Institute of Secrets");
  });

  it("takes texts beyond a limit of the call, so that no word is lost, and none beyond what a machine takes", async () => {
    const draft = await make.draft("autosave");
    const long = "word ".repeat(5000).trim();
    expect((await save(draft, change("title", 0, long))).conflicts).toEqual([]);
    const refused = await refusalOf(save(draft, change("title", 1, "x".repeat(60_001))));
    expect(refused).toMatchObject({ kind: "invalid", details: { fields: { title: "text_is_too_long" } } });
  });

  it("is not there for strangers, not for those who only read, not for questions nobody asks", async () => {
    const draft = await make.draft("autosave");
    const reader = await make.joins(draft, "a reader", "viewer");
    const stranger = await make.applicant("a stranger");
    const one = change("summary", 0, "Not hers to write");
    expect((await refusalOf(save({ ...draft, actor: stranger }, one)))?.kind).toBe("not_found");
    expect((await refusalOf(save({ ...draft, actor: reader }, one)))?.reason).toBe("only_those_who_edit");
    expect((await refusalOf(save(draft, change("colour", 0, "blue"))))?.kind).toBe("not_found");
    expect(await database.owner`select 1 from answers where proposal_id = ${draft.id}`).toHaveLength(0);
  });

  it("ends with the close, by the instant of arrival, and says when that was", async () => {
    const draft = await make.draft("autosave");
    const lastInstant = new Date(at.closes.getTime() - 1);
    expect((await save(draft, change("summary", 0, "In time"), lastInstant)).versions).toEqual({ summary: 1 });
    expect(await refusalOf(save(draft, change("summary", 1, "Too late"), at.closes))).toMatchObject({
      kind: "not_allowed_now",
      reason: "call_is_closed",
      details: { closesAt: at.closes.toISOString() },
    });
  });
});
