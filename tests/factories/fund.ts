import type postgres from "postgres";
import { castNames, cast as castOfTests, refOf } from "#tests/cast";
import type { Hat } from "~/access/hats";
import type { Outcome } from "~/meetings/outcome";
import { normalisedText } from "~/values/normalised-text";
import type { PersonRef } from "~/values/person-ref";
import { at, callTexts, rubric, smallForm } from "./fund-call";
import { idOf } from "./ids";

export type MadeCall = { id: string; slug: string };
export type MadeProposal = { id: string; call: MadeCall; name: string; lead: PersonRef; packet: string; code: string };
export type MadeAssignment = { id: string; code: string; reviewer: PersonRef };

/** Every criterion of the rubric with the same value. */
export const allAt = (value: number) => Object.fromEntries(rubric.criteria.map(({ id }) => [id, value]));

/** A fund written row by row through the owner's connection: names give ids, instants come from the dates of the call. */
export function fundFactory(owner: postgres.Sql) {
  async function person(name: string, given: { hats?: readonly Hat[]; email?: string; ref?: PersonRef } = {}) {
    const ref = given.ref ?? (idOf(`person ${name}`) as PersonRef);
    await owner`insert into access.people (id, hats, created_at) values (${ref}, ${[...(given.hats ?? [])]}, ${at.opens})`;
    await owner`insert into identity.persons (ref, name, email, email_verified_at)
      values (${ref}, ${name}, ${given.email ?? `${ref}@freemail.example`}, ${at.opens})`;
    return ref;
  }

  async function cast() {
    for (const name of castNames) await person(name, { hats: castOfTests[name], ref: refOf(name) });
  }

  async function call(name: string, given: { budgetMinor?: number; ceilingMinor?: number } = {}): Promise<MadeCall> {
    const id = idOf(`call ${name}`);
    await owner`insert into calls (id, slug, kind, state, currency, floor_minor, ceiling_minor, budget_minor, opens_at, closes_at,
        grace_minutes, scoring_closes_at, zone, languages, themes, form, rubric, texts, created_at)
      values (${id}, ${name}, 'open', 'published', 'USD', 2000000, ${given.ceilingMinor ?? 25000000}, ${given.budgetMinor ?? 80000000},
        ${at.opens}, ${at.closes}, 10, ${at.scoringCloses}, 'Europe/Lisbon', ${["en"]}, ${["prevention"]},
        ${owner.json(smallForm)}, ${owner.json(rubric)}, ${owner.json(callTexts)}, ${at.opens})`;
    return { id, slug: name };
  }

  /** A proposal that was handed in, with both parts frozen, a receipt, and (unless it has none yet) a blind packet. */
  async function proposal(
    call: MadeCall,
    name: string,
    given: { lead?: PersonRef; state?: string; requestedMinor?: number; packet?: boolean } = {},
  ): Promise<MadeProposal> {
    const full = `${call.slug} ${name}`;
    const [id, version] = [idOf(`proposal ${full}`), idOf(`version ${full}`)];
    const lead = given.lead ?? (await person(`lead of ${full}`));
    const blind = { title: `Title of ${name}`, summary: `Summary of ${name}` };
    const identity = { principal_investigator: `Lead of ${full}`, host_institution: `Host of ${full}` };
    await owner`insert into proposals (id, call_id, state, title, theme, requested_minor, months, created_at, submitted_at, version_number)
      values (${id}, ${call.id}, ${given.state ?? "in_review"}, ${blind.title}, 'prevention', ${given.requestedMinor ?? 15000000}, 18,
        ${at.opens}, ${at.submitted}, 1)`;
    await owner`insert into proposal_members (proposal_id, person, role) values (${id}, ${lead}, 'principal_investigator')`;
    await owner`insert into proposal_versions (id, proposal_id, number, submitted_at, submitted_by, blind, documents, salt, hash)
      values (${version}, ${id}, 1, ${at.submitted}, ${lead}, ${owner.json(blind)}, '[]', 'salt', ${idOf(`hash ${full}`)})`;
    await owner`insert into identity.versions (version_id, answers) values (${version}, ${owner.json(identity)})`;
    await owner`insert into identity.hosts (proposal_id, name, normalised_name, country, sector)
      values (${id}, ${identity.host_institution}, ${normalisedText(identity.host_institution)}, 'KE', 'academic')`;
    await owner`insert into receipts (reference, proposal_id, version_id, instant, hash, key_id, signature)
      values (${full}, ${id}, ${version}, ${at.submitted}, ${idOf(`hash ${full}`)}, 'test', 'test')`;
    const made = {
      id,
      call,
      name,
      lead,
      packet: idOf(`packet ${full}`),
      code: `P-${idOf(`code ${full}`).slice(0, 8)}`,
    };
    if (given.packet !== false) {
      await owner`insert into packets (id, call_id, proposal_id, code, content, documents, hash, frozen_at, frozen_by)
        values (${made.packet}, ${call.id}, ${id}, ${made.code}, ${owner.json({ answers: blind })}, '[]', 'hash', ${at.frozen}, ${lead})`;
    }
    return made;
  }

  const member = (call: MadeCall, reviewer: PersonRef, given: { agreedAt?: Date | null } = {}) =>
    owner`insert into advisory_memberships (call_id, person, invited_at, invited_by, agreed_at, agreement)
      values (${call.id}, ${reviewer}, ${at.frozen}, ${reviewer}, ${given.agreedAt === undefined ? at.frozen : given.agreedAt},
        ${given.agreedAt === null ? null : "2026-01"})`;

  async function assignment(proposal: MadeProposal, reviewer: PersonRef, pseudonym = "A"): Promise<MadeAssignment> {
    const id = idOf(`assignment ${proposal.id} ${reviewer}`);
    await owner`insert into assignments (id, call_id, packet_id, proposal_id, reviewer, pseudonym, salt, state, due_at, assigned_at, assigned_by)
      values (${id}, ${proposal.call.id}, ${proposal.packet}, ${proposal.id}, ${reviewer}, ${pseudonym}, ${id}, 'assigned',
        ${at.scoringCloses}, ${at.frozen}, ${reviewer})`;
    return { id, code: proposal.code, reviewer };
  }

  /** A review with these scores (a text is the reason of "not able to judge") and both comments, locked. */
  async function lockedReview({ id }: MadeAssignment, scores: Record<string, number | string>) {
    for (const [criterion, given] of Object.entries(scores)) {
      const [value, because] = typeof given === "number" ? [given, null] : [null, given];
      await owner`insert into scores (assignment_id, criterion, value, unable_because, version, at)
        values (${id}, ${criterion}, ${value}, ${because}, 1, ${at.scoring})`;
      await owner`insert into score_history (assignment_id, criterion, value, unable_because, version, at)
        values (${id}, ${criterion}, ${value}, ${because}, 1, ${at.scoring})`;
    }
    await owner`insert into reviews (assignment_id, to_advisory_group, to_applicant, version, saved_at, locked_at)
      values (${id}, ${`To the group: ${id}`}, ${`To the applicant: ${id}`}, 1, ${at.scoring}, ${at.scoring})`;
    await owner`update assignments set state = 'locked' where id = ${id}`;
  }

  const recommendation = ({ id }: MadeProposal, outcome: Outcome) =>
    owner`insert into recommendations (proposal_id, outcome, reason, recorded_by, recorded_at)
      values (${id}, ${outcome}, 'As the meeting said', ${refOf("officer")}, ${at.meeting})`;

  const decision = ({ id, call }: MadeProposal, outcome: Outcome, amountMinor: number | null = null) =>
    owner`insert into decisions (proposal_id, call_id, outcome, amount_minor, decided_by, decided_at)
      values (${id}, ${call.id}, ${outcome}, ${amountMinor}, ${refOf("officer")}, ${at.deciding})`;

  const conflict = (person: PersonRef, { id }: MadeProposal) =>
    owner`insert into conflicts (proposal_id, person, kind, state, found_at) values (${id}, ${person}, 'declared', 'confirmed', ${at.frozen})`;

  return { person, cast, call, proposal, member, assignment, lockedReview, recommendation, decision, conflict };
}
