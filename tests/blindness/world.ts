import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Sql } from "postgres";
import { loadDemo } from "#db/seed/load-demo.server";
import { type TestDatabase, testDatabase } from "#tests/setup/database";
import { pdfRevealing } from "#tests/setup/revealing-pdf";
import { clearedPdf } from "~/documents/cleared-pdf.server";
import { environment } from "~/http/environment.server";
import type { PersonRef } from "~/values/person-ref";

/** Words that stand in no dictionary: whatever holds the first tells who applies, the second who reviews. */
export const applicantBird = "kanarek";
export const reviewerBird = "slowik";
/** Where every applicant applies from: an island where nobody lives, so that its name can have no other reason. */
const island = "BV";
export const applicantPlaces = ["bouvet", '"bv"'];

export const now = new Date("2021-11-23T10:00:00Z");

/** A programme officer at work. */
export const officerActor = (person: string) => ({
  person: person as PersonRef,
  hats: ["programme_officer"] as const,
  hat: "programme_officer" as const,
});

/** A fund with three calls, in which every identity field of every applicant holds a word of its own. */
export async function worldWithCanaries(): Promise<{ database: TestDatabase; owner: Sql }> {
  const database = await testDatabase();
  const { owner } = database;
  await loadDemo(owner, { now, seed: "canaries" });
  await plantPeople(owner);
  await plantProposals(owner);
  await plantDocuments(owner);
  return { database, owner };
}

async function plantPeople(owner: Sql) {
  const applies = owner`select person from proposal_members`;
  await owner`
    update identity.persons set name = ${`${applicantBird}name`} || n, email = ${`${applicantBird}mail`} || n || '@' || ${`${applicantBird}domain`} || n || '.example',
      country = ${`${applicantBird}land`} || n
    from (select ref as who, row_number() over (order by ref) as n from identity.persons where ref in (${applies})) numbered
    where ref = who and not exists (select from access.people where id = ref and hats <> '{}')
      and email not like '%applicant@university.example' and email not like 'lucia.%'`;
  // The cast keeps its addresses, by which it signs in.
  await owner`update identity.persons set name = ${`${applicantBird}namecast`} || left(email, 5), country = ${`${applicantBird}land0`}
    where email like '%applicant@university.example' or email like 'lucia.%' or email like 'tomas.%'`;
  await owner`update identity.persons set name = ${`${reviewerBird}name`} || left(email, 6)
    where ref in (select id from access.people where 'reviewer' = any (hats)) and name not like ${`${applicantBird}%`}`;
  await owner`update identity.institutions set name = ${`${applicantBird}institution`} || n, ror = 'https://ror.org/' || ${`${applicantBird}ror`} || n,
      country = ${`${applicantBird}land`} || n, sector = ${`${applicantBird}sector`} || n
    from (select id as which, row_number() over (order by id) as n from identity.institutions) numbered where id = which`;
  await owner`update access.people set locale = ${`${applicantBird}locale`} where hats = '{}' and id in (${applies})
    and id not in (select ref from identity.persons where email like '%applicant@university.example' or email like 'lucia.%')`;
}

async function plantProposals(owner: Sql) {
  await owner`update identity.answers set text = ${applicantBird} || replace(question, '_', '') || n
    from (select id, row_number() over (order by id) as n from proposals) numbered where id = proposal_id`;
  await owner`update identity.versions set answers = planted.answers
    from (select version_id as which, jsonb_object_agg(key, ${applicantBird} || replace(key, '_', '') || left(version_id::text, 6)) as answers
      from identity.versions, jsonb_each(answers) group by 1) planted where version_id = which`;
  await owner`update identity.hosts set name = ${`${applicantBird}host`} || n, normalised_name = ${`${applicantBird}host`} || n,
      ror = 'https://ror.org/' || ${`${applicantBird}hostror`} || n, country = ${island}, sector = ${`${applicantBird}hostsector`} || n
    from (select id, row_number() over (order by id) as n from proposals) numbered where id = proposal_id`;
  await owner`update identity.answers set text = ${island} where question = 'host_country'`;
  await owner`update identity.versions set answers = jsonb_set(answers, '{host_country}', to_jsonb(${island}::text)) where answers ? 'host_country'`;
  await owner`insert into identity.document_names (document_id, name) select id, '' from documents on conflict do nothing`;
  await owner`update identity.document_names set name = ${`${applicantBird}file`} || left(document_id::text, 6) || '.pdf'`;
}

/** Originals that name their author in every corner; what reviewers get went through the real clearing. */
async function plantDocuments(owner: Sql) {
  const folder = join(environment().dataDir, "uploads");
  await mkdir(folder, { recursive: true });
  const revealing = await pdfRevealing(`${applicantBird}pdf`);
  const documents = await owner<{ key: string }[]>`select storage_key as key from documents`;
  for (const { key } of documents) await writeFile(join(folder, key), revealing);
  await owner`update documents set size = ${revealing.length}`;
  const cleared = await clearedPdf(revealing, [`${applicantBird}pdf`]);
  if (!cleared.cleared) throw new Error(`The revealing file was not cleared: ${cleared.because}`);
  const packets = await owner<{ key: string }[]>`
    select entry ->> 'storageKey' as key from packets, jsonb_array_elements(documents) as entry`;
  for (const { key } of packets) await writeFile(join(folder, key), cleared.bytes);
}
