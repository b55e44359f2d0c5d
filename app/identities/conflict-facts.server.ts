import { sql } from "drizzle-orm";
import type { Tx } from "#db/connections/side.server";
import { type ConflictFinding, conflictsOf } from "~/conflicts/conflict.rules";
import type { PersonRef } from "~/values/person-ref";

type FactsRow = {
  person: PersonRef;
  proposal: string;
  person_name: string;
  person_email: string;
  person_institutions: { normalisedName: string; ror: string | null; until: string | null }[];
  is_member: boolean;
  applies_in_call: boolean;
  host_name: string | null;
  host_normalised: string | null;
  host_ror: string | null;
  team_emails: string[];
  named_people: string;
};

export type ConflictBetween = { person: PersonRef; proposal: string; findings: ConflictFinding[] };

const ids = (list: readonly string[]) => sql`${`{${list.join(",")}}`}::uuid[]`;

/** Compares people with proposals behind the veil: only the findings leave, never what was compared. */
export async function conflictsBetween(
  tx: Tx,
  people: readonly PersonRef[],
  proposals: readonly string[],
  now: Date,
): Promise<ConflictBetween[]> {
  if (people.length === 0 || proposals.length === 0) return [];
  const rows = await tx.execute<FactsRow>(
    sql`select * from identity.conflict_facts(${ids(people)}, ${ids(proposals)})`,
  );
  return rows
    .map((row) => ({
      person: row.person,
      proposal: row.proposal,
      findings: conflictsOf(
        { name: row.person_name, email: row.person_email, institutions: row.person_institutions },
        {
          hasAsMember: row.is_member,
          rivalOfHers: row.applies_in_call,
          host: row.host_name ? { normalisedName: row.host_normalised ?? "", ror: row.host_ror } : null,
          teamEmails: row.team_emails,
          namedPeople: row.named_people,
        },
        now,
      ),
    }))
    .filter((pair) => pair.findings.length > 0);
}
