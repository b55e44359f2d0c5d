import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import { afterAll, beforeEach } from "vitest";
import { sessions } from "#db/connections/sessions.server";
import { oneTimeLinks } from "#db/schema/access";
import { testDatabase } from "#tests/setup/database";
import { startMailServer } from "#tests/setup/mail-server";
import { hashed } from "~/access/one-time-links.server";
import { record } from "~/audit/record.server";
import { type Delivery, deliverLetters } from "~/notifications/deliver-letters.server";
import { enqueueLetter } from "~/notifications/enqueue-letter.server";
import { mailServerAt } from "~/notifications/mail-server.server";
import type { LetterData, TemplateId } from "~/notifications/templates";
import type { PersonRef } from "~/values/person-ref";

export const appUrl = "https://fund.example";
export const sender = "Safe Online Research Fund <fund@fund.example>";

const started = new Date("2027-03-01T12:00:00Z");

/** A clock that stands still until a test moves it. */
export class TestClock {
  private at = started;
  now = () => this.at;
  restart() {
    this.at = started;
  }
  pass(minutes: number) {
    this.at = new Date(this.at.getTime() + minutes * 60_000);
  }
}

type Wanted = { name?: string; email?: string; locale?: string; hats?: string[] };

/** Somebody with an account and an address. */
export async function somebody(owner: postgres.Sql, wanted: Wanted = {}): Promise<PersonRef> {
  const ref = randomUUID();
  const { name = "Åsa Example", email = `${ref}@people.example`, locale = "en", hats = [] } = wanted;
  await owner`insert into access.people (id, hats, locale, created_at) values (${ref}, ${hats}, ${locale}, now())`;
  await owner`insert into identity.persons (ref, name, email) values (${ref}, ${name}, ${email})`;
  return ref as PersonRef;
}

/** Orders a letter about an event of its own; a link in it works. */
export function order<Id extends TemplateId>(
  recipient: PersonRef,
  template: Id,
  data: LetterData<Id>,
  now: Date,
  more: { sendAfter?: Date; subject?: { kind: string; id: string } } = {},
): Promise<string> {
  const subject = more.subject ?? { kind: "person", id: recipient };
  return sessions.transaction(null, async (tx) => {
    if ("token" in data)
      await tx
        .insert(oneTimeLinks)
        .values({ hash: hashed(data.token), person: recipient, purpose: "test", expiresAt: new Date("2030-01-01") })
        .onConflictDoNothing();
    const event = await record(tx, { person: null, hats: [], hat: "system" }, now, "something happened", subject);
    return enqueueLetter(tx, { event, recipient, template, data, sendAfter: more.sendAfter });
  });
}

export const dueSoon = { dueAt: "2027-04-01T12:00:00.000Z", open: 2 };

/** One round of the outbox against a mail server. */
export function round(url: string | null, clock: TestClock, more: Partial<Delivery> = {}): Promise<number> {
  const mail = url ? mailServerAt(url, sender) : null;
  return deliverLetters({ mail, appUrl, tell: null, now: clock.now, ending: () => false, ...more });
}

/** A letter as it stands in the outbox. */
export async function letterRow(owner: postgres.Sql, key: string) {
  const [row] = await owner`select * from notifications.letters where key = ${key}`;
  return row as postgres.Row;
}

/**
 * A database, a mail server and a clock for tests of the outbox. What an earlier test left behind is settled before each
 * one, so that it does not leave in the next.
 */
export async function outboxAtWork() {
  const database = await testDatabase();
  const mail = await startMailServer();
  const clock = new TestClock();
  beforeEach(async () => {
    clock.restart();
    mail.received.length = 0;
    mail.answers = {};
    await database.owner`update notifications.letters set state = 'failed' where state not in ('sent', 'failed')`;
  });
  afterAll(() => mail.stop());
  return { database, mail, clock };
}
