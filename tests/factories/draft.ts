import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import { expect } from "vitest";
import type { Actor } from "~/access/actor";
import type { MemberRole } from "~/proposals/proposal";
import { saveAnswers } from "~/proposals/save-answers.server";
import { startProposal } from "~/proposals/start-proposal.server";
import { fundFactory } from "./fund";
import { at } from "./fund-call";

export type Draft = { id: string; actor: Actor };

/** Everything the factory's call needs before a proposal may be handed in. */
export const finished = {
  title: "Signals that help hotlines",
  summary: "What helps, and what does not.",
  principal_investigator: "Nobody Real",
  host_institution: "Institute of Nowhere",
};

/** Proposals as applicants themselves begin and fill them, through the use cases of their own side. */
export function draftFactory(owner: postgres.Sql) {
  const { call, person } = fundFactory(owner);

  async function applicant(name: string): Promise<Actor> {
    return { person: await person(`${name} ${randomUUID()}`), hats: [], hat: "applicant" };
  }

  async function draft(slug: string, answers: Record<string, string> = {}): Promise<Draft> {
    const actor = await applicant("an applicant");
    const id = await startProposal(actor, slug, at.submitted);
    const changes = Object.entries(answers).map(([question, text]) => ({ question, baseVersion: 0, text }));
    expect((await saveAnswers(actor, id, changes, at.submitted)).conflicts).toEqual([]);
    return { id, actor };
  }

  /** Somebody else on the same proposal. */
  async function joins({ id }: Draft, name: string, role: MemberRole = "editor"): Promise<Actor> {
    const actor = await applicant(name);
    await owner`insert into proposal_members (proposal_id, person, role) values (${id}, ${actor.person}, ${role})`;
    return actor;
  }

  return { call, person, applicant, draft, joins };
}
