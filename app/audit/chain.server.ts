import { createHash } from "node:crypto";
import { canonicalJson } from "~/values/canonical-json";

/** An event as it is sealed: the instant in UTC with microseconds, exactly as the database holds it. */
export type SealedEvent = {
  id: number;
  at: string;
  actor: string | null;
  hat: string;
  act: string;
  subject_kind: string;
  subject_id: string;
  details: unknown;
};

/** What stands before the first event. */
export const beginning = "0".repeat(64);

/** The hash that seals an event at its place behind another. */
export function sealOf(seq: number, previousHash: string, event: SealedEvent): string {
  const { id, at, actor, hat, act, subject_kind, subject_id, details } = event;
  const sealed = canonicalJson({ seq, previousHash, id, at, actor, hat, act, subject_kind, subject_id, details });
  return createHash("sha256").update(sealed).digest("hex");
}

/** The words that are signed once a day. */
export function headStatement(day: string, seq: number, hash: string): Buffer {
  return Buffer.from(canonicalJson({ statement: "head of the audit chain", day, seq, hash }));
}

/** The columns of an event as they are sealed; `events` is the table's name in the query. */
export const sealedColumns = `events.id, to_char(events.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
  events.actor, events.hat, events.act, events.subject_kind, events.subject_id, events.details::text as details`;

/** A row of those columns as an event. */
export function sealedEvent(row: Record<string, unknown>): SealedEvent {
  return { ...row, id: Number(row.id), details: JSON.parse(String(row.details)) } as SealedEvent;
}
