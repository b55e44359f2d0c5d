import { asc, eq, sql } from "drizzle-orm";
import type { Tx } from "#db/connections/side.server";
import { conflicts } from "#db/schema/conflicts";
import type { PersonRef } from "~/values/person-ref";
import type { ConflictKind } from "./conflict.rules";
import type { Tie } from "./settle.rules";

/** A tie with its record; what is only found by comparing has none yet, and counts. */
export type KnownTie = Tie & {
  person: PersonRef;
  foundAt: Date | null;
  settledBy: PersonRef | null;
  settledAt: Date | null;
  because: string | null;
};

/**
 * Every tie between a proposal and somebody else who works for the fund or was asked to review it; no names. Ties of the
 * officer who looks, which were dismissed, are not hers to see or to settle.
 */
export async function tiesOfOthers(tx: Tx, proposal: string, officer: string | null): Promise<KnownTie[]> {
  const [written, found] = await Promise.all([
    tx.select().from(conflicts).where(eq(conflicts.proposalId, proposal)).orderBy(asc(conflicts.id)),
    tx.execute<{ person: PersonRef; kind: ConflictKind }>(
      sql`select person, kind from identity.ties_with(${proposal}) order by person, kind`,
    ),
  ]);
  const known = written.map((row) => ({
    person: row.person as PersonRef,
    kind: row.kind as ConflictKind,
    state: row.state as Tie["state"],
    foundAt: row.foundAt,
    settledBy: row.settledBy as PersonRef | null,
    settledAt: row.settledAt,
    because: row.settledBecause,
  }));
  const isKnown = (tie: { person: string; kind: string }) =>
    known.some(({ person, kind }) => person === tie.person && kind === tie.kind);
  const unwritten = [...found].filter((tie) => !isKnown(tie));
  const none = { foundAt: null, settledBy: null, settledAt: null, because: null };
  const all = [
    ...known,
    ...unwritten.map(({ person, kind }) => ({ person, kind, state: "confirmed" as const, ...none })),
  ];
  return all.filter(({ person }) => person !== officer);
}
