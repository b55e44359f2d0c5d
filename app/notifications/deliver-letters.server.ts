import type postgres from "postgres";
import { poolOf } from "#db/connections/addresses.server";
import { hashed } from "~/access/one-time-links.server";
import { log } from "~/http/log.server";
import { addressFor } from "~/identities/address-for.server";
import { fillBlanks } from "./blanks";
import { lineOfKept } from "./kept-letter.server";
import type { Outcome } from "./letter.rules";
import { openToken } from "./letter-tokens.server";
import type { MailServer, OutgoingLetter } from "./mail-server.server";
import { findLostLetters, keepLetters, type LetterInHand, letGo, settleOutcome, takeLetter } from "./outbox.server";
import { noLongerTrue } from "./still-true.server";
import { writeLetters } from "./write-letters.server";

const refused = (because: string): Outcome => ({ kind: "refused", because });

export type Delivery = {
  /** The mail server; null where letters are kept to be read. */
  mail: MailServer | null;
  appUrl: string;
  /** Says to the operator which link a kept letter holds, because pages mask it; null where nobody may see one. */
  tell: ((line: string) => void) | null;
  now(): Date;
  /** True as soon as the worker should end; the letter in hand is finished first. */
  ending(): boolean;
};

/** The token of a letter, empty where it has none; null where it cannot be read. */
function tokenOf(letter: LetterInHand): string | null {
  try {
    return letter.token ? openToken(letter.token) : "";
  } catch {
    return null;
  }
}

/** The letter as it leaves: address, name and token are put together here and nowhere kept; or why it does not. */
async function outgoing(lane: postgres.ISql, letter: LetterInHand, at: Date): Promise<OutgoingLetter | Outcome> {
  const token = tokenOf(letter);
  if (token === null) return refused("its token cannot be read: was SESSION_SECRET changed?");
  const overtaken = await noLongerTrue(lane, letter.key, token && hashed(token), at);
  // Of what may have arrived nobody can say that it stayed.
  if (overtaken) return { kind: letter.mayHaveArrived ? "lost" : "unneeded", because: overtaken };
  const recipient = await addressFor(lane, letter.key);
  if (!recipient) return refused("the reader has no address");
  const { html, text } = fillBlanks(letter, { name: recipient.name, token });
  const { messageId, subject, locale } = letter;
  return { messageId, subject, locale, at, html, text, to: { name: recipient.name, address: recipient.email } };
}

async function handOver(lane: postgres.ISql, mail: MailServer, letter: LetterInHand, at: Date): Promise<Outcome> {
  const ready = await outgoing(lane, letter, at);
  return "kind" in ready ? ready : mail.deliver(ready);
}

/** What became of a letter must be written down even if the connection that took it broke meanwhile. */
async function settleSurely(lane: postgres.ISql, letter: LetterInHand, outcome: Outcome, now: Date) {
  try {
    await settleOutcome(lane, letter, outcome, now);
  } catch (problem) {
    log.warn({ letter: letter.key, problem }, "settling a letter again");
    await settleOutcome(poolOf("delivery"), letter, outcome, now);
  }
}

async function sendOne(lane: postgres.ISql, mail: MailServer, letter: LetterInHand, now: () => Date): Promise<Outcome> {
  try {
    const outcome = await handOver(lane, mail, letter, now());
    await settleSurely(lane, letter, outcome, now());
    return outcome;
  } finally {
    await letGo(lane, letter.key);
  }
}

/** Sends what is due, one letter after the other over one connection. Returns how many the mail server accepted. */
async function sendDue(mail: MailServer, { now, ending }: Delivery): Promise<number> {
  const lane = await poolOf("delivery").reserve();
  let accepted = 0;
  try {
    while (!ending()) {
      const letter = await takeLetter(lane, now());
      if (!letter) break;
      const outcome = await sendOne(lane, mail, letter, now);
      if (outcome.kind === "accepted") accepted += 1;
      else log.warn({ letter: letter.key, outcome: outcome.kind, because: outcome.because }, "a letter did not leave");
      if (outcome.kind === "unreachable") break;
    }
  } finally {
    mail.close();
    lane.release();
  }
  return accepted;
}

/** Keeps what is due. Returns how many letters that were. */
async function keepDue({ now, tell }: Delivery): Promise<number> {
  const kept = await keepLetters(poolOf("delivery"), now());
  for (const letter of tell ? kept : []) {
    const line = lineOfKept(letter);
    if (line) tell?.(line);
  }
  return kept.length;
}

/** One round of the outbox: finds what a dead worker left, writes what was ordered, sends what is due. */
export async function deliverLetters(delivery: Delivery): Promise<number> {
  const { mail, appUrl, now } = delivery;
  await findLostLetters(poolOf("delivery"), now());
  await writeLetters(appUrl, now());
  if (!mail) return keepDue(delivery);
  return mail.worthTrying(now()) ? sendDue(mail, delivery) : 0;
}
