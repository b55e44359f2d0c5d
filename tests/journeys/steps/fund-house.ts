import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll } from "vitest";
import { type TestDatabase, testDatabase } from "#tests/setup/database";
import { startMailServer, type TestMailServer } from "#tests/setup/mail-server";
import { type Product, startProduct, startProductWorker } from "#tests/setup/product";
import type { Hat } from "~/access/hats";
import { hashPassword } from "~/access/passwords.server";
import { normalisedText } from "~/values/normalised-text";
import { prepareSmallCall, type SmallCall } from "./small-call";

export const password = "a long way from home";
const day = 86_400_000;

/** The whole fund, running: database, server with a clock of its own, worker, mail server, one small call. */
export type House = {
  database: TestDatabase;
  product: Product;
  mail: TestMailServer;
  call: SmallCall;
  /** When the house opens: the call has been open for a day. */
  opening: Date;
};

/** Opens the house for one test file; all of it goes when the file ends. */
export async function openHouse(options: { letters?: boolean } = {}): Promise<House> {
  const database = await testDatabase();
  const opening = new Date(Math.floor(Date.now() / day) * day - 60 * day + 12 * 3_600_000);
  const call = await prepareSmallCall(database.owner, opening);
  const mail = await startMailServer();
  afterAll(() => mail.stop());
  const product = await startProduct({ database, now: opening });
  if (options.letters ?? true) await startProductWorker({ database, product, smtpUrl: mail.url });
  return { database, product, mail, call, opening };
}

/** Somebody whose account exists already and whose address is verified. */
export async function resident({ database, opening }: House, name: string, email: string, hats: Hat[] = []) {
  const ref = randomUUID();
  const { owner } = database;
  await owner`insert into access.people (id, hats, created_at) values (${ref}, ${hats}, ${opening})`;
  await owner`insert into identity.persons (ref, name, email, email_verified_at, password_hash)
    values (${ref}, ${name}, ${email}, ${opening}, ${await hashPassword(password)})`;
  return ref;
}

/** Writes down where somebody works, for conflicts of interest. */
export async function worksAt({ database: { owner } }: House, email: string, institution: string) {
  const id = randomUUID();
  await owner`insert into identity.institutions (id, name, normalised_name)
    values (${id}, ${institution}, ${normalisedText(institution)})`;
  await owner`insert into identity.affiliations (person, institution)
    select ref, ${id} from identity.persons where email = ${email}`;
}

const patience = 30_000;

/** The letter to somebody with these words in its subject, as soon as it has arrived. */
export async function letterTo({ mail }: House, email: string, subject: string) {
  const until = Date.now() + patience;
  while (Date.now() < until) {
    const found = mail.received.find((one) => one.recipient === email && one.subject?.includes(subject));
    if (found) return found;
    await pause(50);
  }
  const known = mail.received.map((one) => `${one.recipient}: ${one.subject}`).join("; ");
  throw new Error(`No letter "${subject}" to ${email} arrived. There are: ${known}`);
}

/** The one thing to do in a letter. */
export async function linkIn(house: House, email: string, subject: string): Promise<string> {
  const letter = await letterTo(house, email, subject);
  const link = letter.text?.split(/[\s<>()]+/).find((word) => word.startsWith(house.product.url));
  if (!link) throw new Error(`The letter "${subject}" has no link: ${letter.text}`);
  return link;
}
