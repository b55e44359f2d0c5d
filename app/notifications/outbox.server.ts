import type postgres from "postgres";
import { mostAttempts, nextAttempt, type Outcome } from "./letter.rules";
import type { LetterState } from "./letter.states";
import { sentAgainWhenUncertain, type TemplateId } from "./templates";

/** A letter in hand. While it is, its lock is held on the connection that took it: who dies lets go of it. */
export type LetterInHand = {
  key: string;
  template: TemplateId;
  locale: string;
  attempts: number;
  subject: string;
  html: string;
  text: string;
  token: string | null;
  messageId: string;
  /** It was on its way before, and nobody knows whether it arrived. */
  mayHaveArrived: boolean;
};

type Connection = postgres.ISql;

const instant = (at: Date) => at.toISOString();

/**
 * Takes the next letter that is due and commits that it is being sent, before a byte leaves. Two workers never take
 * the same one. A reminder that may have arrived leaves again, but not for ever. The lock is taken in the same statement, so there is no moment without it.
 */
export async function takeLetter(lane: Connection, now: Date): Promise<LetterInHand | undefined> {
  const [letter] = await lane<(LetterInHand & { lock: string })[]>`
    with due as (
      select key, state = 'uncertain' as may_have_arrived from notifications.letters
      where rendered_at is not null and next_attempt_at <= ${instant(now)}::text::timestamptz
        and (send_after is null or send_after <= ${instant(now)}::text::timestamptz)
        and (state = 'queued' or state = 'uncertain' and attempts < ${mostAttempts}::int
          and template = any (${[...sentAgainWhenUncertain]}::text[]))
      order by next_attempt_at, key limit 1 for update skip locked)
    update notifications.letters letter
    set state = 'sending', sending_at = ${instant(now)}::text::timestamptz, attempts = attempts + 1
    from due where letter.key = due.key
    returning letter.key, template, locale, attempts, subject, html, body_text as text, data ->> 'token' as token,
      message_id as "messageId", due.may_have_arrived as "mayHaveArrived", pg_advisory_lock(hashtextextended(letter.key, 0))::text as lock`;
  return letter;
}

/** Lets go of a letter that was in hand. */
export async function letGo(lane: Connection, key: string): Promise<void> {
  await lane`select pg_advisory_unlock(hashtextextended(${key}, 0))`;
}

/** Writes down what became of a letter. Of its attempts only the last one counts. */
export async function settleOutcome(
  connection: Connection,
  letter: LetterInHand,
  outcome: Outcome,
  now: Date,
): Promise<void> {
  const { key, attempts } = letter;
  if (outcome.kind === "accepted") {
    // Also where somebody already took it for lost: what was accepted is sent.
    await connection`update notifications.letters set state = 'sent', sent_at = ${instant(now)}::text::timestamptz,
      data = data - 'token', last_error = null
      where key = ${key} and attempts = ${attempts} and state in ('sending', 'uncertain')`;
    return;
  }
  const again = outcome.kind === "unreachable" ? now : nextAttempt(attempts, now);
  const state = stateAfter(outcome, again);
  const fault = again === null && outcome.kind === "postponed" ? `given up: ${outcome.because}` : outcome.because;
  await connection`
    with settled as (
      update notifications.letters set state = ${state}, last_error = ${fault},
        next_attempt_at = ${instant(again ?? now)}::text::timestamptz,
        attempts = attempts - ${outcome.kind === "unreachable" ? 1 : 0}::int
      where key = ${key} and attempts = ${attempts} and state = 'sending' returning key, state)
    select audit.record(${instant(now)}::text::timestamptz, null, 'system', 'letter ' || state, 'letter', key, '{}')
    from settled where state <> 'queued'`;
}

function stateAfter(outcome: Outcome, again: Date | null): LetterState {
  if (outcome.kind === "lost") return "uncertain";
  if (outcome.kind === "unneeded") return "unneeded";
  return outcome.kind === "refused" || again === null ? "failed" : "queued";
}

export type KeptLetter = Pick<LetterInHand, "key" | "template" | "text" | "token">;

/** Without a mail server, letters that are due stay in the outbox, where officers read them. */
export async function keepLetters(connection: Connection, now: Date): Promise<KeptLetter[]> {
  return await connection<KeptLetter[]>`update notifications.letters set state = 'kept'
    where state = 'queued' and rendered_at is not null and next_attempt_at <= ${instant(now)}::text::timestamptz
      and (send_after is null or send_after <= ${instant(now)}::text::timestamptz)
    returning key, template, body_text as text, data ->> 'token' as token`;
}

/** A letter under way that nobody holds any more was left by a worker that died: it may have arrived, or not. */
export async function findLostLetters(connection: Connection, now: Date): Promise<string[]> {
  const underWay = await connection<{ key: string }[]>`select key from notifications.letters where state = 'sending'`;
  const lost: string[] = [];
  for (const { key } of underWay) {
    const [found] = await connection`
      with found as (
        update notifications.letters
        set state = 'uncertain', last_error = 'left by a worker that died', next_attempt_at = ${instant(now)}::text::timestamptz
        where key = ${key} and state = 'sending' and pg_try_advisory_xact_lock(hashtextextended(key, 0)) returning key)
      select key, audit.record(${instant(now)}::text::timestamptz, null, 'system', 'letter uncertain', 'letter', key, '{}')
      from found`;
    if (found) lost.push(key);
  }
  return lost;
}
