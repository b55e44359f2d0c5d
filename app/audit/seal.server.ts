import type postgres from "postgres";
import { poolOf } from "#db/connections/addresses.server";
import { beginning, headStatement, sealedColumns, sealedEvent, sealOf } from "./chain.server";
import { signBytes } from "./signing-keys.server";

/** Any number that nothing else in this database locks. */
const sealerLock = 4_019_276_154;
const mostAtOnce = 500;

type End = { seq: number; hash: string };

async function endOfChain(tx: postgres.TransactionSql): Promise<End> {
  const [end] = await tx<{ seq: string; hash: string }[]>`select seq, hash from audit.chain order by seq desc limit 1`;
  return end ? { seq: Number(end.seq), hash: end.hash } : { seq: 0, hash: beginning };
}

/** The first look at the chain on a new day signs its end. */
async function signHead(tx: postgres.TransactionSql, end: End, now: Date) {
  if (end.seq === 0) return;
  const day = now.toISOString().slice(0, 10);
  const [signed] = await tx`select from audit.heads where day = ${day}::text::date`;
  if (signed) return;
  const { signature, keyId } = signBytes(() => headStatement(day, end.seq, end.hash));
  await tx`insert into audit.heads (day, seq, hash, signature, key_id)
    values (${day}::text::date, ${end.seq}, ${end.hash}, ${signature}, ${keyId})`;
}

async function chainEvents(tx: postgres.TransactionSql, now: Date, from: End) {
  const waiting = await tx.unsafe(`select ${sealedColumns}, chain.seq is not null as sealed
    from audit.unsealed join audit.events on events.id = unsealed.event_id
    left join audit.chain on chain.event_id = events.id
    order by events.id limit ${mostAtOnce}`);
  let end = from;
  const links: { seq: number; event: number; previous: string; hash: string }[] = [];
  for (const { sealed, ...row } of waiting) {
    if (sealed) continue;
    const event = sealedEvent(row);
    const seq = end.seq + 1;
    const hash = sealOf(seq, end.hash, event);
    links.push({ seq, event: event.id, previous: end.hash, hash });
    end = { seq, hash };
  }
  if (waiting.length > 0) {
    await tx`insert into audit.chain (seq, event_id, previous_hash, hash, sealed_at)
      select seq, event, previous, hash, ${now.toISOString()}::text::timestamptz
      from jsonb_to_recordset(${JSON.stringify(links)}::text::jsonb) as link (seq bigint, event bigint, previous text, hash text)`;
    await tx`delete from audit.unsealed where event_id = any (${waiting.map((row) => Number(row.id))}::bigint[])`;
  }
  return { end, more: waiting.length === mostAtOnce };
}

/**
 * Chains every committed event behind the last one and signs the end once a day. The order is that of sealing, so an
 * event that committed late simply comes later. There is one sealer at a time: who finds another at work leaves.
 */
export async function sealAudit(now: Date): Promise<number> {
  let sealed = 0;
  for (let more = true; more; ) {
    more = await poolOf("delivery").begin(async (tx) => {
      const [lock] = await tx`select pg_try_advisory_xact_lock(${sealerLock}::bigint) as mine`;
      if (!lock?.mine) return false;
      const start = await endOfChain(tx);
      const { end, more } = await chainEvents(tx, now, start);
      await signHead(tx, end, now);
      sealed += end.seq - start.seq;
      return more;
    });
  }
  return sealed;
}
