import { sql } from "drizzle-orm";
import type { Tx } from "#db/connections/side.server";
import type { Answers } from "~/forms/form";

export type HostInstitution = {
  name: string;
  normalisedName: string;
  ror: string | null;
  country: string;
  sector: string;
};

/** The identity part of one's own proposal as it stands, with versions. */
export async function myIdentityAnswers(tx: Tx, proposal: string) {
  const rows = await tx.execute<{ question: string; answer: string; version: number; at: string }>(
    sql`select question, answer, version, updated_at as at from identity.my_answers(${proposal})`,
  );
  return new Map(rows.map((row) => [row.question, { text: row.answer, version: row.version, at: new Date(row.at) }]));
}

/** Every text an identity answer had, and those that lost a race. */
export async function myIdentityHistory(tx: Tx, proposal: string, question: string) {
  const rows = await tx.execute<{ id: string; words: string; author: string; at: string; kept: string }>(
    sql`select * from identity.my_history(${proposal}, ${question})`,
  );
  return rows.map(({ id, words, at, ...row }) => ({ ...row, id: Number(id), text: words, at: new Date(at) }));
}

/** Saves an identity answer that still stands at its base version; false where somebody was faster. */
export async function saveIdentityAnswer(
  tx: Tx,
  { proposal, question, base, text }: { proposal: string; question: string; base: number; text: string },
  kept: string,
  now: Date,
): Promise<boolean> {
  const rows = await tx.execute<{ saved: boolean }>(
    sql`select identity.save_answer(${proposal}, ${question}, ${base}::int, ${text}, ${kept}, ${now.toISOString()}) as saved`,
  );
  return rows[0]?.saved ?? false;
}

/** Keeps an identity text that lost a race. */
export async function keepIdentityText(
  tx: Tx,
  { proposal, question, base, text }: { proposal: string; question: string; base: number; text: string },
  kept: string,
  now: Date,
): Promise<void> {
  await tx.execute(
    sql`select identity.keep_text(${proposal}, ${question}, ${base}::int, ${text}, ${kept}, ${now.toISOString()})`,
  );
}

/** Freezes the identity part beside the version being submitted; returns what was frozen, for the hash. */
export async function freezeIdentity(
  tx: Tx,
  version: string,
  proposal: string,
  host: HostInstitution,
): Promise<Answers> {
  const rows = await tx.execute<{ frozen: Answers }>(sql`select identity.freeze(${version}, ${proposal}, ${host.name},
    ${host.normalisedName}, ${host.ror}, ${host.country}, ${host.sector}) as frozen`);
  return rows[0]?.frozen ?? {};
}
