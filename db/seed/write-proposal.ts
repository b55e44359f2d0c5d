import { blindAnswers } from "~/forms/form.rules";
import { normalisedText } from "~/values/normalised-text";
import { demoForm } from "./call/form";
import { inventOrcid, writeIdentity } from "./identity-answers";
import type { InstitutionRegister } from "./names/institutions";
import type { PeopleRegister, Person } from "./people";
import { placeOf } from "./places";
import type { Plan } from "./plans";
import type { Random } from "./random";
import type { Rows } from "./rows";
import { faultIn } from "./writing/faults";
import { type Study, writeStudy } from "./writing/study";
import type { Topic } from "./writing/topic";

export type Workshop = {
  rows: Rows;
  people: PeopleRegister;
  institutions: InstitutionRegister /** How often a title was used. */;
  titles: Map<string, number>;
};

export type WrittenProposal = {
  id: string;
  callId: string;
  plan: Plan;
  lead: Person;
  orcid: string;
  title: string;
  blind: Record<string, string>;
  identity: Record<string, string>;
  /** The file in the annex, where there is one. */
  document: { id: string; storageKey: string; clearedKey: string; name: string; author: string | null } | null;
};

const asked = demoForm.sections.flatMap(({ questions }) => questions.map(({ id }) => id));
const inOrder = (answers: Record<string, string>) =>
  Object.fromEntries(asked.flatMap((id) => (answers[id] === undefined ? [] : [[id, answers[id]]])));

/** The idea and the title that were used least so far, drawn by lot among equals. */
function freshIdea(random: Random, titles: Map<string, number>, topics: readonly Topic[]) {
  const used = (title: string) => titles.get(title) ?? 0;
  const usedAll = (topic: Topic) => topic.titles.reduce((sum, title) => sum + used(title), 0) / topic.titles.length;
  const least = <T>(things: readonly T[], count: (thing: T) => number) =>
    things.reduce((best, thing) => (count(thing) < count(best) ? thing : best));
  const topic = least(random.shuffled(topics), usedAll);
  const title = least(random.shuffled(topic.titles), used);
  titles.set(title, used(title) + 1);
  return { topic, title };
}

function writeFreshStudy(random: Random, titles: Map<string, number>, plan: Plan, topics: readonly Topic[]): Study {
  const { area, region } = placeOf(plan.country);
  const ethicsDay = new Date(plan.arrival.getTime() - random.whole(20, 200) * 86_400_000);
  return writeStudy(random, {
    ...freshIdea(random, titles, topics),
    area,
    region,
    months: plan.months,
    requestedMinor: plan.requestedMinor,
    ethicsDecidedOn: ethicsDay.toISOString().slice(0, 10),
  });
}

/** Writes one whole proposal of a call, blind part and identity part, and puts it aside for its rows. */
export function writeProposal(
  { people, institutions, titles }: Workshop,
  random: Random,
  at: { callId: string; plan: Plan; lead: Person; topics: readonly Topic[]; withDocument: boolean },
): WrittenProposal {
  const { plan, lead } = at;
  const study = writeFreshStudy(random.fork("study"), titles, plan, at.topics);
  const own = random.fork("identity");
  const orcid = inventOrcid(own);
  const colleagues = Array.from(
    { length: own.whole(0, 3) },
    () => `${people.mention(plan.country)}, ${lead.institution.name}`,
  );
  const partners = own.chance(0.6)
    ? [institutions.invent(plan.country, own.pick(["ngo", "ngo", "public", "academic"])).name]
    : [];
  const safeguarding = people.mention(plan.country);
  const identity = inOrder(writeIdentity(own, { lead, orcid, colleagues, partners, safeguarding }));
  const fault = faultIn(plan.fault, study.answers, lead, orcid);
  const document =
    at.withDocument || fault.document
      ? {
          id: own.uuid(),
          storageKey: own.code(40),
          clearedKey: own.code(40),
          name:
            fault.document?.name ??
            own.pick(["annex.pdf", "Annex A.pdf", "instruments_v3.pdf", "gantt and references.pdf"]),
          author: fault.document?.author ?? null,
        }
      : null;
  const blind = inOrder(fault.answers);
  return { id: own.uuid(), callId: at.callId, plan, lead, orcid, title: study.title, blind, identity, document };
}

/** The rows of what an applicant sees while she writes: proposal, team, answers, file. */
export function draftRows(
  rows: Rows,
  { id, callId, lead, title, blind, identity, document }: WrittenProposal,
  as: { state: string; createdAt: Date; submittedAt: Date | null; savedAt: Date },
) {
  rows.proposals.push({
    id,
    callId,
    state: as.state,
    title: blind.title === undefined ? "" : title,
    theme: blind.theme ?? null,
    requestedMinor: blind.requested === undefined ? null : Number(blind.requested) * 100,
    months: blind.months === undefined ? null : Number(blind.months),
    createdAt: as.createdAt,
    submittedAt: as.submittedAt,
    versionNumber: as.submittedAt ? 1 : 0,
    withdrawnAt: null,
    withdrawnBecause: null,
  });
  rows.proposalMembers.push({ proposalId: id, person: lead.ref, role: "principal_investigator" });
  const saved = { proposalId: id, version: 1, author: lead.ref, updatedAt: as.savedAt };
  for (const [question, text] of Object.entries(blind)) rows.answers.push({ ...saved, question, text });
  for (const [question, text] of Object.entries(identity)) rows.identityAnswers.push({ ...saved, question, text });
  if (document) {
    rows.documents.push({
      id: document.id,
      proposalId: id,
      question: "annex",
      uploader: lead.ref,
      storageKey: document.storageKey,
      size: 0,
      sha256: "",
      kind: "application/pdf",
      state: "stored",
      pages: null,
      refusedBecause: null,
      uploadedAt: as.savedAt,
      removedAt: null,
    });
    rows.documentNames.push({ documentId: document.id, name: document.name });
    if (document.author) rows.authorsInFiles.push(document.id);
  }
}

/** The rows of a handed-in version: what is frozen, the host for matching. Hashes come while loading. */
export function versionRows(rows: Rows, random: Random, proposal: WrittenProposal, submittedAt: Date) {
  const { id, lead, blind, identity, document } = proposal;
  const versionId = random.uuid();
  rows.proposalVersions.push({
    id: versionId,
    proposalId: id,
    number: 1,
    submittedAt,
    submittedBy: lead.ref,
    blind: blindAnswers(demoForm, blind),
    documents: document ? [{ document: document.id, question: "annex", sha256: "" }] : [],
    salt: random.code(32, "0123456789abcdef"),
    hash: "",
  });
  rows.identityVersions.push({ versionId, answers: identity });
  rows.hosts.push({
    proposalId: id,
    name: lead.institution.name,
    normalisedName: normalisedText(lead.institution.name),
    ror: null,
    country: lead.institution.country,
    sector: lead.institution.sector,
  });
}
