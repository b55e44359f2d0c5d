import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { applying } from "#db/connections/applying.server";
import { type Draft, draftFactory, finished } from "#tests/factories/draft";
import { at } from "#tests/factories/fund-call";
import { testDatabase } from "#tests/setup/database";
import { refusalOf } from "#tests/setup/refused";
import type { Actor } from "~/access/actor";
import { bringVersionBack } from "~/proposals/bring-version-back.server";
import { earlierVersions } from "~/proposals/earlier-versions.server";
import { saveAnswers } from "~/proposals/save-answers.server";

const { owner } = await testDatabase();
const make = draftFactory(owner);
const later = (minutes: number) => new Date(at.submitted.getTime() + minutes * 60_000);

let draft: Draft;
let editor: Actor;
const write = (actor: Actor, question: string, baseVersion: number, text: string, minutes: number) =>
  saveAnswers(actor, draft.id, [{ question, baseVersion, text }], later(minutes));
const versions = (question: string, actor = draft.actor, now = later(60)) =>
  earlierVersions(actor, draft.id, question, "en", now);
const stands = async (question: string, table: "answers" | "identity.answers" = "answers") => {
  const [row] =
    await owner`select text, version from ${owner(table)} where proposal_id = ${draft.id} and question = ${question}`;
  return row;
};

beforeAll(() => make.call("versions"));

describe.each([
  { part: "blind", question: "summary", table: "answers" },
  { part: "identity", question: "host_institution", table: "identity.answers" },
] as const)("an answer of the $part part", ({ question, table }) => {
  beforeAll(async () => {
    draft = await make.draft("versions", { ...finished, [question]: "First" });
    editor = await make.joins(draft, "an editor");
    await write(editor, question, 1, "Second", 10);
    await write(draft.actor, question, 1, "Too slow", 11);
    await write(draft.actor, question, 2, "Third", 20);
  });

  it("shows every text it had, the newest first, whose it was and which one lost", async () => {
    const page = await versions(question);
    expect(page.stands).toEqual({ text: "Third", version: 3 });
    expect(page.versions.map(({ text, byMe, lost }) => [text, byMe, lost])).toEqual([
      ["Too slow", true, true],
      ["Second", false, false],
      ["First", true, false],
    ]);
    expect(page.versions.map(({ at: when }) => when)).toEqual([later(11), later(10), later(0)]);
  });

  it("goes back to one of them, and keeps what stood", async () => {
    const { versions: known, stands: now } = await versions(question);
    const first = known.find(({ text }) => text === "First")?.id ?? 0;
    const asked = { version: first, baseVersion: now.version };
    await bringVersionBack(editor, draft.id, question, asked, later(40));
    expect(await stands(question, table)).toMatchObject({ text: "First", version: 4 });
    expect((await versions(question)).versions.map(({ text }) => text)).toEqual(["Third", "Too slow", "Second"]);
  });

  it("keeps also what was written a moment before", async () => {
    const { stands: before } = await versions(question);
    await write(draft.actor, question, before.version, "Typed a moment ago", 42);
    const { versions: known, stands: now } = await versions(question);
    const asked = { version: known.find(({ text }) => text === "Second")?.id ?? 0, baseVersion: now.version };
    await bringVersionBack(draft.actor, draft.id, question, asked, later(43));
    await write(draft.actor, question, now.version + 1, "Second, and more", 44);
    const texts = (await versions(question)).versions.map(({ text }) => text);
    expect(texts.slice(0, 2)).toEqual(["Second", "Typed a moment ago"]);
  });

  it("keeps two texts that were brought back one right after the other", async () => {
    const { stands: before } = await versions(question);
    const bring = (baseVersion: number, text: string, minutes: number) =>
      saveAnswers(draft.actor, draft.id, [{ question, baseVersion, text }], later(minutes), "brought_back");
    await bring(before.version, "Typed after a session had ended", 45);
    await bring(before.version + 1, "Typed in another window", 45.5);
    const texts = (await versions(question)).versions.map(({ text }) => text);
    expect(texts.slice(0, 2)).toEqual(["Typed after a session had ended", "Second, and more"]);
  });

  it("keeps it also from its author, asked without any page: only what was saved by itself becomes another text", async () => {
    const update = (kept: string) =>
      applying.transaction(draft.actor.person, (tx) =>
        tx.execute(
          sql`update answer_history set text = '' where proposal_id = ${draft.id} and kept = ${kept} returning id`,
        ),
      );
    await owner`insert into answer_history (proposal_id, question, version, text, author, at, kept)
      values (${draft.id}, 'risks', 1, 'Lost a race', ${draft.actor.person}, now(), 'conflicting'),
        (${draft.id}, 'risks', 1, 'Saved by itself', ${draft.actor.person}, now(), 'autosave')`;
    expect(await update("conflicting")).toHaveLength(0);
    expect((await update("autosave")).length).toBeGreaterThan(0);
  });

  it("keeps what was emptied by accident a moment after it was saved, and one version of what grows", async () => {
    const { stands: before } = await versions(question);
    const known = (await versions(question)).versions.length;
    const long = "A whole page, pasted in one go.";
    await write(editor, question, before.version, long.slice(0, 20), 46);
    await write(editor, question, before.version + 1, long, 46.5);
    await write(editor, question, before.version + 2, long.slice(0, 29), 46.7);
    await write(editor, question, before.version + 3, long.slice(0, 20), 47);
    await write(editor, question, before.version + 4, "A whole", 47.5);
    await write(editor, question, before.version + 5, "", 48);
    await write(editor, question, before.version + 6, "Anew", 48.5);
    await write(editor, question, before.version + 7, "Anew, about as long as another.", 48.6);
    await write(editor, question, before.version + 8, "Another one of the same length.", 48.7);
    await write(editor, question, before.version + 9, "Another one, of the same length.", 48.8);
    const texts = (await versions(question)).versions.map(({ text }) => text);
    expect(texts.slice(0, 4)).toEqual([
      "Anew, about as long as another.",
      "A whole",
      long.slice(0, 20),
      long.slice(0, 29),
    ]);
    expect(texts).toHaveLength(known + 5);
  });

  it("does not overwrite what somebody wrote since", async () => {
    const { versions: known, stands: now } = await versions(question);
    await write(editor, question, now.version, "Written meanwhile", 50);
    const asked = { version: known[0]?.id ?? 0, baseVersion: now.version };
    expect(await refusalOf(bringVersionBack(draft.actor, draft.id, question, asked, later(51)))).toMatchObject({
      reason: "answers_changed_meanwhile",
    });
    expect(await stands(question, table)).toMatchObject({ text: "Written meanwhile" });
  });
});

describe("going back", () => {
  const asked = async () => {
    const page = await versions("summary");
    return { version: page.versions[0]?.id ?? 0, baseVersion: page.stands.version };
  };
  beforeAll(async () => {
    draft = await make.draft("versions", { ...finished, summary: "First" });
    await write(draft.actor, "summary", 1, "Second", 10);
  });

  it("is over with the call, and was never a viewer's", async () => {
    const viewer = await make.joins(draft, "a viewer", "viewer");
    expect((await versions("summary", viewer)).open).toBe(false);
    expect(await refusalOf(bringVersionBack(viewer, draft.id, "summary", await asked(), later(20)))).toMatchObject({
      reason: "only_those_who_edit",
    });
    expect((await versions("summary", draft.actor, at.frozen)).open).toBe(false);
    expect(await refusalOf(bringVersionBack(draft.actor, draft.id, "summary", await asked(), at.frozen))).toMatchObject(
      {
        reason: "call_is_closed",
      },
    );
  });

  it("finds nothing of somebody else, of another question, or of a file", async () => {
    const stranger = await make.applicant("a stranger");
    const other = await make.draft("versions", { ...finished, summary: "Hers" });
    const theirs = await earlierVersions(other.actor, other.id, "summary", "en", later(20));
    expect(theirs.versions).toEqual([]);
    const notFound = { kind: "not_found", reason: "not_found" };
    expect(await refusalOf(versions("summary", stranger))).toMatchObject(notFound);
    expect(await refusalOf(earlierVersions(draft.actor, randomUUID(), "summary", "en", later(20)))).toMatchObject(
      notFound,
    );
    for (const question of ["title", "nothing"])
      expect(
        await refusalOf(bringVersionBack(draft.actor, draft.id, question, await asked(), later(20))),
      ).toMatchObject(notFound);
    expect(await refusalOf(bringVersionBack(stranger, draft.id, "summary", await asked(), later(20)))).toMatchObject(
      notFound,
    );
    expect(await refusalOf(versions("nothing"))).toMatchObject(notFound);
  });
});
