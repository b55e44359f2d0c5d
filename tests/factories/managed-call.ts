import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import type { Actor } from "~/access/actor";
import type { Hat } from "~/access/hats";
import { normalisedText } from "~/values/normalised-text";
import type { PersonRef } from "~/values/person-ref";

export const opensAt = new Date("2021-02-04T09:00:00Z");
export const closesAt = new Date("2021-04-11T21:59:00Z");
export const duringCall = new Date("2021-04-11T10:00:00Z");
export const afterClose = new Date("2021-04-20T10:00:00Z");
export const scoringClosesAt = new Date("2021-05-17T21:59:00Z");

const question = (id: string, more: object = {}) => ({
  id,
  kind: "long_text",
  required: true,
  dataClass: "none",
  ...more,
});

const form = {
  sections: [
    {
      id: "proposal",
      part: "blind",
      questions: [
        question("title", { kind: "short_text" }),
        question("summary"),
        question("annex", { kind: "file", required: false, accept: "pdf" }),
      ],
    },
    {
      id: "team",
      part: "identity",
      questions: [
        question("host_institution", { kind: "institution" }),
        question("co_investigators", { required: false }),
      ],
    },
  ],
};

const texts = {
  en: {
    title: "Call of tests",
    summary: "",
    themes: { prevention: { title: "Prevention", about: "" }, policy: { title: "Policy", about: "" } },
    eligibility: ["The host institution may apply."],
    criteria: {},
    form: {
      sections: { proposal: { title: "The proposal" }, team: { title: "The team" } },
      questions: { title: { label: "Title" }, summary: { label: "Summary" }, annex: { label: "Annex" } },
    },
  },
};

/** People, calls and proposals as officers meet them, written by the owner; each has its own call, its own people. */
export function managedCallFactory(owner: postgres.Sql) {
  async function institution(name: string): Promise<string> {
    const normalised = normalisedText(name);
    const [known] = await owner`select id from identity.institutions where normalised_name = ${normalised}`;
    if (known) return known.id;
    const id = randomUUID();
    await owner`insert into identity.institutions (id, name, normalised_name) values (${id}, ${name}, ${normalised})`;
    return id;
  }

  async function person(
    given: { name?: string; email?: string; hats?: Hat[]; institution?: string; passwordHash?: string } = {},
  ) {
    const ref = randomUUID() as PersonRef;
    const place = given.institution ? await institution(given.institution) : null;
    await owner`insert into access.people (id, hats, created_at) values (${ref}, ${given.hats ?? []}, ${opensAt})`;
    await owner`insert into identity.persons (ref, name, email, email_verified_at, password_hash, institution)
      values (${ref}, ${given.name ?? `Person ${ref}`}, ${given.email ?? `${ref}@freemail.example`}, ${opensAt},
        ${given.passwordHash ?? null}, ${place})`;
    return ref;
  }

  const officer = (more: Parameters<typeof person>[0] = {}) => person({ hats: ["programme_officer"], ...more });

  async function call(changes: { slug?: string; closesAt?: Date } = {}) {
    const id = randomUUID();
    const slug = changes.slug ?? `call-${id.slice(0, 8)}`;
    await owner`insert into calls (id, slug, kind, state, currency, floor_minor, ceiling_minor, budget_minor, opens_at,
        closes_at, grace_minutes, scoring_closes_at, zone, languages, themes, form, rubric, texts, created_at)
      values (${id}, ${slug}, 'open', 'published', 'USD', 2000000, 25000000, 80000000, ${opensAt},
        ${changes.closesAt ?? closesAt}, 10, ${scoringClosesAt}, 'Europe/Lisbon', ${["en"]}, ${["prevention", "policy"]},
        ${owner.json(form)}, '{}', ${owner.json(texts)}, ${opensAt})`;
    return { id, slug };
  }

  /** A submitted proposal, unless its state says otherwise, with blind and identity part frozen as submitted. */
  async function proposal(
    call: { id: string },
    given: {
      lead?: PersonRef;
      state?: string;
      title?: string;
      summary?: string;
      host?: string;
      coInvestigators?: string;
      theme?: string;
      requestedMinor?: number;
      submittedAt?: Date;
      documents?: { document: string; question: string; sha256: string }[];
    } = {},
  ) {
    const id = randomUUID();
    const version = randomUUID();
    const lead = given.lead ?? (await person());
    const state = given.state ?? "submitted";
    const title = given.title ?? "Warnings that work";
    const handedIn = state !== "draft";
    const submittedAt = given.submittedAt ?? duringCall;
    const host = given.host ?? `Institution of ${id}`;
    const blind = { title, summary: given.summary ?? "A study of warnings." };
    const identity: Record<string, string> = { host_institution: host };
    if (given.coInvestigators) identity.co_investigators = given.coInvestigators;
    await owner`insert into proposals (id, call_id, state, title, theme, requested_minor, months, created_at, submitted_at, version_number)
      values (${id}, ${call.id}, ${state}, ${title}, ${given.theme ?? "prevention"}, ${given.requestedMinor ?? 15000000}, 12,
        ${opensAt}, ${handedIn ? submittedAt : null}, ${handedIn ? 1 : 0})`;
    await owner`insert into proposal_members (proposal_id, person, role) values (${id}, ${lead}, 'principal_investigator')`;
    for (const [asked, text] of Object.entries(identity)) {
      await owner`insert into identity.answers (proposal_id, question, text, version, author, updated_at)
        values (${id}, ${asked}, ${text}, 1, ${lead}, ${submittedAt})`;
    }
    await owner`insert into identity.hosts (proposal_id, name, normalised_name, country, sector)
      values (${id}, ${host}, ${normalisedText(host)}, 'KE', 'academic')`;
    if (handedIn) {
      await owner`insert into proposal_versions (id, proposal_id, number, submitted_at, submitted_by, blind, documents, salt, hash)
        values (${version}, ${id}, 1, ${submittedAt}, ${lead}, ${owner.json(blind)}, ${owner.json(given.documents ?? [])}, 'salt', 'hash')`;
      await owner`insert into identity.versions (version_id, answers) values (${version}, ${owner.json(identity)})`;
    }
    return { id, lead };
  }

  async function packet(call: { id: string }, given: Parameters<typeof proposal>[1] = {}) {
    const made = await proposal(call, { state: "in_review", ...given });
    const code = made.id.slice(0, 8).toUpperCase();
    await owner`insert into packets (id, call_id, proposal_id, code, content, documents, hash, frozen_at, frozen_by)
      values (${randomUUID()}, ${call.id}, ${made.id}, ${code}, '{"answers": {}}', '[]', 'hash', ${afterClose}, ${made.lead})`;
    return { ...made, code };
  }

  async function member(call: { id: string }, given: Parameters<typeof person>[0] & { agreed?: boolean } = {}) {
    const ref = await person({ hats: ["reviewer"], ...given });
    await owner`insert into advisory_memberships (call_id, person, invited_at, invited_by, agreed_at)
      values (${call.id}, ${ref}, ${afterClose}, ${ref}, ${given.agreed === false ? null : afterClose})`;
    return ref;
  }

  const conflict = (person: PersonRef, proposal: string) =>
    owner`insert into conflicts (proposal_id, person, kind, state, found_at) values (${proposal}, ${person}, 'declared', 'confirmed', ${afterClose})`;

  return { person, officer, call, proposal, packet, member, conflict };
}

/** An officer at work, wearing her hat. */
export const asOfficer = (person: PersonRef): Actor => ({
  person,
  hats: ["programme_officer"],
  hat: "programme_officer",
});
