import { describe, expect, it } from "vitest";
import { poolOf } from "#db/connections/addresses.server";
import { appUrl, dueSoon, letterRow, order, outboxAtWork, somebody } from "#tests/setup/outbox";
import { refusalOf } from "#tests/setup/refused";
import type { Actor } from "~/access/actor";
import type { Outcome } from "~/notifications/letter.rules";
import { letterLife } from "~/notifications/letter.states";
import { findLostLetters, type LetterInHand, letGo, settleOutcome, takeLetter } from "~/notifications/outbox.server";
import { settleLetter } from "~/notifications/settle-letter.server";
import { writeLetters } from "~/notifications/write-letters.server";

const { database, clock } = await outboxAtWork();

/** Takes the letter that is due and dies over it, before its answer comes; another worker finds that. */
async function takenAndLost(): Promise<LetterInHand> {
  const lane = await poolOf("delivery").reserve();
  try {
    await writeLetters(appUrl, clock.now());
    const letter = await takeLetter(lane, clock.now());
    if (!letter) throw new Error("No letter is due.");
    await letGo(lane, letter.key);
    expect(await findLostLetters(poolOf("delivery"), clock.now())).toEqual([letter.key]);
    return letter;
  } finally {
    lane.release();
  }
}
const settle = (letter: LetterInHand, outcome: Outcome) =>
  settleOutcome(poolOf("delivery"), letter, outcome, clock.now());
const reminder = async () => order(await somebody(database.owner), "reminder", dueSoon, clock.now());
const late: Outcome[] = [
  { kind: "accepted" },
  { kind: "refused", because: "550" },
  { kind: "postponed", because: "450" },
  { kind: "unreachable", because: "ECONNREFUSED" },
  { kind: "lost", because: "ECONNRESET" },
];

describe("an answer that comes after its letter was taken for lost", () => {
  it("counts where it says that the letter was accepted, and nowhere else", async () => {
    await reminder();
    const letter = await takenAndLost();
    for (const outcome of late.slice(1)) {
      await settle(letter, outcome);
      expect(await letterRow(database.owner, letter.key)).toMatchObject({ state: "uncertain", attempts: 1 });
    }
    await settle(letter, { kind: "accepted" });
    expect(await letterRow(database.owner, letter.key)).toMatchObject({ state: "sent" });
  });

  it.each(late)("says nothing of the attempt that was begun since: $kind", async (outcome) => {
    await reminder();
    const first = await takenAndLost();
    const lane = await poolOf("delivery").reserve();
    try {
      const second = await takeLetter(lane, clock.now());
      expect(second).toMatchObject({ key: first.key, attempts: 2 });
      await settle(first, outcome);
      expect(await letterRow(database.owner, first.key)).toMatchObject({ state: "sending", attempts: 2 });
      await settle(second as LetterInHand, { kind: "accepted" });
      expect(await letterRow(database.owner, first.key)).toMatchObject({ state: "sent", attempts: 2 });
      await letGo(lane, first.key);
    } finally {
      lane.release();
    }
  });
});

it("an officer settles what is uncertain, failed or kept, and never what waits, is on its way or was sent", async () => {
  const officer: Actor = {
    person: await somebody(database.owner, { hats: ["programme_officer"] }),
    hats: ["programme_officer"],
    hat: "programme_officer",
  };
  const settled: string[] = [];
  for (const state of Object.keys(letterLife)) {
    for (const how of ["send_again", "arrived"] as const) {
      const key = await reminder();
      await writeLetters(appUrl, clock.now());
      await database.owner`update notifications.letters set state = ${state}, sending_at = ${clock.now()},
        sent_at = ${state === "sent" ? clock.now() : null} where key = ${key}`;
      const refusal = await settleLetter(officer, key, how, clock.now()).then(
        () => null,
        (problem) => refusalOf(Promise.reject(problem)),
      );
      if (refusal) expect([state, how, (await refusal).reason]).toEqual([state, how, "letter_needs_nobody"]);
      else settled.push(`${how} ${state}`);
    }
  }
  expect(settled).toEqual(["send_again uncertain", "arrived uncertain", "send_again failed", "send_again kept"]);
});
