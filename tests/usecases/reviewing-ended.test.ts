import { beforeAll, expect, it } from "vitest";
import { actorOf, refOf } from "#tests/cast";
import { decidedCall } from "#tests/factories/decided-call";
import { fundFactory } from "#tests/factories/fund";
import { at } from "#tests/factories/fund-call";
import { testDatabase } from "#tests/setup/database";
import { refusalOf } from "#tests/setup/refused";
import { prepareRelease } from "~/decisions/prepare-release.server";
import { releaseDecisions } from "~/decisions/release-decisions.server";
import { lettersDesk } from "~/notifications/letters-desk.server";
import { writeLetters } from "~/notifications/write-letters.server";
import type { PersonRef } from "~/values/person-ref";

const { owner } = await testDatabase();
const make = fundFactory(owner);
const officer = actorOf("officer", "programme_officer");
const second = actorOf("secondOfficer", "programme_officer");
beforeAll(() => make.cast());

const told = (call: string) => owner`select recipient, data, locale from notifications.letters
  join audit.events on events.id = letters.event_id
  where template = 'reviewing_ended' and subject_id = ${call} order by recipient`;
const release = async (call: string) => {
  await prepareRelease(officer, call, at.release, true);
  expect(await told(call), "nothing is told while the preparation can be taken back").toEqual([]);
  return releaseDecisions(second, call, at.release, at.release);
};

it("a release tells each reviewer once who has open reviews, and nobody else", async () => {
  const { call, proposals } = await decidedCall(make, "ended", {
    one: { outcome: "decline" },
    two: { outcome: "decline" },
  });
  for (const [index, proposal] of Object.values(proposals).entries()) {
    await make.assignment(proposal, refOf("secondReviewer"), "B");
    const { id } = await make.assignment(proposal, refOf("conflictedReviewer"), "C");
    if (index === 0) await owner`update assignments set state = 'recused', recused_at = ${at.scoring} where id = ${id}`;
  }
  expect(await refusalOf(prepareRelease(officer, call.id, at.release)), "nobody ends reviews unknowing").toMatchObject({
    reason: "open_reviews_would_end",
  });
  expect(await release(call.id), "letters to applicants are counted apart").toEqual({ letters: 2 });
  const letters = await told(call.id);
  expect(Object.fromEntries(letters.map(({ recipient, data }) => [recipient, data]))).toEqual({
    [refOf("secondReviewer")]: { open: 2 },
    [refOf("conflictedReviewer")]: { open: 1 },
  });
  expect(await refusalOf(releaseDecisions(second, call.id, at.release, at.release))).toMatchObject({
    reason: "decisions_are_released",
  });
  expect(await told(call.id)).toEqual(letters);
  await writeLetters("https://fund.example", at.release);
  const [letter] = await owner`select subject, body_text from notifications.letters
    where template = 'reviewing_ended' and recipient = ${refOf("secondReviewer")}`;
  expect(letter?.body_text).toContain("2 reviews that were asked of you were still open");
  expect(letter?.body_text).not.toMatch(/Title of/);
});

it("an officer in conflict with a proposal of the call sees none of these letters, the others do", async () => {
  const { call, proposals } = await decidedCall(make, "ended-unseen", { one: { outcome: "decline" } });
  await make.assignment(proposals.one, refOf("secondReviewer"), "B");
  const third = await make.person("A third officer", { hats: ["programme_officer"] });
  const seenBy = async (who: PersonRef) =>
    (await lettersDesk(who, { state: "", page: 1 }, at.release)).letters.filter(
      ({ template }) => template === "reviewing_ended",
    ).length;
  const before = await seenBy(third);
  await release(call.id);
  expect(await seenBy(third)).toBe(before + 1);
  await owner`insert into conflicts (proposal_id, person, kind, state, found_at)
    values (${proposals.one.id}, ${third}, 'declared', 'confirmed', ${at.release})`;
  expect(await seenBy(third)).toBe(before);
  expect(await seenBy(refOf("officer"))).toBe(before + 1);
});

it("a release of a call whose reviews are all locked tells no reviewer anything", async () => {
  const { call } = await decidedCall(make, "all-locked", { one: { outcome: "decline" } });
  await release(call.id);
  expect(await told(call.id)).toEqual([]);
});
