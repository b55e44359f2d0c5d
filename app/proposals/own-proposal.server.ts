import { and, eq, type Placeholder, sql } from "drizzle-orm";
import { builtOnce } from "#db/connections/built-once.server";
import type { Tx } from "#db/connections/side.server";
import { calls } from "#db/schema/calls";
import { proposalMembers, proposals } from "#db/schema/proposals";
import type { Actor } from "~/access/actor";
import { Refusal } from "~/values/refusal";
import type { MemberRole } from "./proposal";

type Asked<Value> = { id: Value; person: Value };

const query = (database: Pick<Tx, "select">, { id, person }: Asked<string | Placeholder>) =>
  database
    .select({ proposal: proposals, call: calls, role: proposalMembers.role })
    .from(proposals)
    .innerJoin(calls, eq(calls.id, proposals.callId))
    .innerJoin(proposalMembers, and(eq(proposalMembers.proposalId, proposals.id), eq(proposalMembers.person, person)))
    .where(eq(proposals.id, id));

const look = builtOnce((database) => query(database, { id: sql.placeholder("id"), person: sql.placeholder("person") }));

/** A proposal of the actor's own with its call and her role; held until the transaction ends where an act follows. */
export async function ownProposal(tx: Tx, actor: Actor, id: string, options: { hold?: boolean } = {}) {
  const asked = { id, person: actor.person ?? "" };
  const [row] = await (options.hold ? query(tx, asked).for("update", { of: proposals }) : look(tx, asked));
  if (!row) throw new Refusal("not_found", "not_found");
  return { ...row, role: row.role as MemberRole };
}
