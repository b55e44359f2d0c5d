import { sql } from "drizzle-orm";
import type { Tx } from "#db/connections/side.server";
import type { PersonRef } from "~/values/person-ref";
import type { DisclosureReason } from "./disclosure-reasons";

export type DisclosedPerson = { ref: PersonRef; name: string; email: string; institution: string | null };
export type DisclosedApplicant = {
  proposal: string;
  investigator: string;
  email: string;
  institution: string | null;
  country: string | null;
  sector: string | null;
};

const ids = (list: readonly string[]) => sql`${`{${list.join(",")}}`}::uuid[]`;

/** Turns references into people and writes down that it did; one act is one row, however many names it holds. */
export async function disclose(tx: Tx, refs: readonly PersonRef[], because: DisclosureReason, now: Date) {
  if (refs.length === 0) return new Map<PersonRef, DisclosedPerson>();
  const rows = await tx.execute<DisclosedPerson>(
    sql`select * from identity.disclose(${ids(refs)}, ${because}, ${now.toISOString()})`,
  );
  return new Map(rows.map((row) => [row.ref, row]));
}

/** Who applies: the principal investigators and host institutions of proposals, by proposal. */
export async function discloseApplicants(tx: Tx, proposals: readonly string[], because: DisclosureReason, now: Date) {
  if (proposals.length === 0) return new Map<string, DisclosedApplicant>();
  const rows = await tx.execute<DisclosedApplicant>(
    sql`select * from identity.disclose_applicants(${ids(proposals)}, ${because}, ${now.toISOString()})`,
  );
  return new Map(rows.map((row) => [row.proposal, row]));
}

/** The frozen identity part of one proposal: question to answer. */
export async function disclosePart(tx: Tx, proposal: string, because: DisclosureReason, now: Date) {
  const rows = await tx.execute<{ part: Record<string, string> | null }>(
    sql`select identity.disclose_part(${proposal}, ${because}, ${now.toISOString()}) as part`,
  );
  return rows[0]?.part ?? {};
}
