import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import type { CallTexts } from "~/calls/call-texts";
import type { Rubric } from "~/calls/rubric";
import type { Form, Question } from "~/forms/form";

const day = 86_400_000;
const plain = { required: true, dataClass: "none" } as const;

/** One question of every kind there is, in two parts. */
export const smallForm: Form = {
  sections: [
    {
      id: "the_work",
      part: "blind",
      questions: [
        { ...plain, id: "title", kind: "short_text", limit: { unit: "characters", most: 120, least: 10 } },
        { ...plain, id: "summary", kind: "long_text", limit: { unit: "words", most: 40 } },
        { ...plain, id: "theme", kind: "choice", options: ["deterrence", "technology"] },
        { ...plain, id: "regions", kind: "choices", options: ["africa", "asia", "europe"] },
        { ...plain, id: "children", kind: "yes_no" },
        { ...plain, id: "consent", kind: "long_text", shownWhen: { question: "children", equals: "yes" } },
      ],
    },
    {
      id: "the_plan",
      part: "blind",
      questions: [
        { ...plain, id: "requested", kind: "money" },
        { ...plain, id: "months", kind: "choice", options: ["12", "24"] },
        { ...plain, id: "participants", kind: "number" },
        { ...plain, id: "begins", kind: "date" },
        { ...plain, id: "annex", kind: "file", accept: "pdf" },
      ],
    },
    {
      id: "the_team",
      part: "identity",
      questions: [
        { ...plain, id: "principal_investigator", kind: "short_text", dataClass: "personal" },
        { ...plain, id: "host_institution", kind: "institution" },
        { ...plain, id: "host_country", kind: "country" },
        { ...plain, id: "sector", kind: "choice", options: ["academic", "ngo"] },
        { ...plain, id: "orcid", kind: "orcid", required: false, dataClass: "personal" },
      ],
    },
  ],
};

const rubric: Rubric = {
  scale: { least: 1, most: 6, step: 1, better: "high" },
  criteria: [
    { id: "use", weight: 60 },
    { id: "ethics", weight: 40, threshold: 4 },
  ],
  tieOrder: ["use", "ethics"],
};

const steps = (word: string) => Object.fromEntries([1, 2, 3, 4, 5, 6].map((step) => [step, `${word} ${step}`]));

const english: CallTexts = {
  title: "A small call about safety online",
  summary: "For the journey of one proposal: a question of every kind, two criteria, one budget.",
  themes: {
    deterrence: { title: "Deterrence", about: "What keeps people from harming children online." },
    technology: { title: "Technology", about: "What new technology changes." },
  },
  eligibility: ["A registered institution that can receive a grant.", "An ethics review, done or planned."],
  criteria: {
    use: { title: "Use in practice", about: "Will practitioners act on it?", steps: steps("Useful to the degree") },
    ethics: { title: "Ethics", about: "Is nobody harmed?", steps: steps("Ethical to the degree") },
  },
  form: {
    sections: {
      the_work: { title: "The work", about: "Reviewers read this section. Leave out who you are." },
      the_plan: { title: "Plan and money", about: "Reviewers read this section." },
      the_team: { title: "The team", about: "Reviewers never read this section." },
    },
    questions: {
      title: { label: "Title of the research" },
      summary: { label: "Summary", hint: "For a reader outside your field." },
      theme: { label: "Main theme", options: { deterrence: "Deterrence", technology: "Technology" } },
      regions: { label: "Regions of the fieldwork", options: { africa: "Africa", asia: "Asia", europe: "Europe" } },
      children: { label: "Do children take part?" },
      consent: { label: "How do they and their carers agree?" },
      requested: { label: "Amount requested" },
      months: { label: "Duration", options: { "12": "12 months", "24": "24 months" } },
      participants: { label: "Number of participants" },
      begins: { label: "Earliest start" },
      annex: { label: "Annex with methods" },
      principal_investigator: { label: "Principal investigator" },
      host_institution: { label: "Host institution" },
      host_country: { label: "Country of the host institution" },
      sector: { label: "Sector", options: { academic: "Academic", ngo: "Non-governmental" } },
      orcid: { label: "ORCID iD" },
    },
  },
};

export type SmallCall = { id: string; slug: string; opensAt: Date; closesAt: Date; scoringClosesAt: Date };

/** A published call that opened a day before `now` and closes ten days later, as officers would have prepared it. */
export async function prepareSmallCall(owner: postgres.Sql, now: Date, slug = "small-call"): Promise<SmallCall> {
  const call = {
    id: randomUUID(),
    slug,
    opensAt: new Date(now.getTime() - day),
    closesAt: new Date(now.getTime() + 10 * day),
    scoringClosesAt: new Date(now.getTime() + 30 * day),
  };
  await owner`insert into calls ${owner({
    ...{ id: call.id, slug, kind: "open", state: "published", currency: "USD", zone: "America/New_York" },
    ...{ floor_minor: 20_000_00, ceiling_minor: 250_000_00, budget_minor: 500_000_00, grace_minutes: 10 },
    ...{ opens_at: call.opensAt, closes_at: call.closesAt, scoring_closes_at: call.scoringClosesAt },
    ...{ created_at: call.opensAt, languages: ["en"], themes: ["deterrence", "technology"] },
    form: owner.json(smallForm as never),
    rubric: owner.json(rubric as never),
    texts: owner.json({ en: english } as never),
  })}`;
  return call;
}

/** What the question is called on the page. */
export const labelOf = (question: Question["id"]) => english.form.questions[question]?.label ?? question;
export const callTitle = english.title;

/** Every word that the call itself brings; it has them in English only. */
export function wordsOfCall(): string[] {
  const words = (part: unknown): string[] =>
    typeof part === "string" ? [part] : Object.values(part as Record<string, unknown>).flatMap(words);
  return words(english);
}
