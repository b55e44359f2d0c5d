import type postgres from "postgres";
import { beginning, headStatement, sealedColumns, sealedEvent, sealOf } from "./chain.server";
import { verifySignature } from "./signing-keys.server";

/** Something in the evidence that is not as it was sealed. */
type Finding = { what: string; where: string };
export type Verification = { events: number; heads: number; findings: Finding[] };

type Link = Record<string, unknown> & { seq: string; event_id: string; previous_hash: string; hash: string };

/** Walks the chain from its beginning and compares every event with its seal. */
async function walk(owner: postgres.Sql, found: (what: string, where: string) => void) {
  const hashes = new Map<number, string>();
  let expected = 1;
  let previous = beginning;
  const links = owner.unsafe(`select chain.seq, chain.event_id, chain.previous_hash, chain.hash, ${sealedColumns}
    from audit.chain left join audit.events on events.id = chain.event_id order by chain.seq`);
  await links.cursor(1000, (rows) => {
    for (const link of rows as unknown as Link[]) {
      const seq = Number(link.seq);
      const where = `place ${seq}, event ${link.event_id}`;
      if (seq !== expected) found("a place in the chain is missing", `place ${expected} to ${seq - 1}`);
      else if (link.previous_hash !== previous) found("the chain is broken or reordered", where);
      if (link.id === null) found("an event is missing", where);
      else if (sealOf(seq, link.previous_hash, sealedEvent(link)) !== link.hash) found("an event was changed", where);
      hashes.set(seq, link.hash);
      previous = link.hash;
      expected = seq + 1;
    }
  });
  return hashes;
}

/** Checks events, chain, signed heads and the heads that receipts carry. The caller brings a login that sees them all. */
export async function verifyAudit(owner: postgres.Sql): Promise<Verification> {
  const findings: Finding[] = [];
  const found = (what: string, where: string) => void findings.push({ what, where });
  const hashes = await walk(owner, found);
  const strays = await owner`select events.id from audit.events
    where not exists (select from audit.chain where chain.event_id = events.id)
      and not exists (select from audit.unsealed where unsealed.event_id = events.id)`;
  for (const stray of strays) found("an event was added behind the sealer's back", `event ${stray.id}`);
  const heads =
    await owner`select day::text as day, seq, hash, signature, key_id as "keyId" from audit.heads order by day`;
  for (const { day, seq, hash, signature, keyId } of heads) {
    const where = `head of ${day}`;
    if (!verifySignature(headStatement(day, Number(seq), hash), { signature, keyId }))
      found("a signature is not the fund's", where);
    if (hashes.get(Number(seq)) !== hash) found("the chain is not the one that was signed", where);
  }
  const receipts =
    await owner`select reference, (audit_head ->> 'sequence')::bigint as seq, audit_head ->> 'hash' as hash
    from public.receipts where jsonb_typeof(audit_head) = 'object'`;
  for (const { reference, seq, hash } of receipts) {
    if (hashes.get(Number(seq)) !== hash) found("the chain is not the one a receipt carries", `receipt ${reference}`);
  }
  return { events: hashes.size, heads: heads.length, findings };
}
