import type { Form, Question, Section } from "~/forms/form";

export const themes = ["deterrence", "technology", "wellbeing", "policy"] as const;
export type Theme = (typeof themes)[number];

export const fieldworkRegions = [
  "africa",
  "asia",
  "europe",
  "latin_america",
  "northern_america",
  "oceania",
  "worldwide",
] as const;

const long = (id: string, most: number, more: Partial<Question> = {}): Question => ({
  id,
  kind: "long_text",
  required: true,
  dataClass: "none",
  limit: { unit: "words", most },
  ...more,
});

const choice = (id: string, options: readonly string[], more: Partial<Question> = {}): Question => ({
  id,
  kind: "choice",
  required: true,
  dataClass: "none",
  options: [...options],
  ...more,
});

const money = (id: string, amount?: Question["amount"]): Question => ({
  id,
  kind: "money",
  required: true,
  dataClass: "none",
  ...(amount ? { amount } : {}),
});

const theProposal: Section = {
  id: "the_proposal",
  part: "blind",
  questions: [
    {
      id: "title",
      kind: "short_text",
      required: true,
      dataClass: "none",
      limit: { unit: "characters", most: 160, least: 10 },
    },
    long("summary", 200),
    choice("theme", themes),
    choice("further_themes", themes, { kind: "choices", required: false }),
    choice("study_kind", ["academic", "applied", "longitudinal", "pilot"]),
    choice("study_design", ["quantitative", "qualitative", "mixed"]),
  ],
};

const theResearch: Section = {
  id: "the_research",
  part: "blind",
  questions: [
    long("research_questions", 200),
    long("background", 400),
    long("methods", 500),
    long("work_plan", 300),
    choice("months", ["12", "18", "24"]),
    choice("fieldwork_regions", fieldworkRegions, { kind: "choices" }),
    { id: "annex", kind: "file", required: false, dataClass: "none", accept: "pdf" },
  ],
};

const theUse: Section = {
  id: "the_use",
  part: "blind",
  questions: [long("use_of_results", 350), long("inclusion", 200), long("risks", 200)],
};

const theEthics: Section = {
  id: "the_ethics",
  part: "blind",
  questions: [
    choice("children_data", ["children_take_part", "identifiable_data", "secondary_data_only", "none"]),
    long("no_children_because", 120, { shownWhen: { question: "children_data", equals: "none" } }),
    long("consent", 200, { shownWhen: { question: "children_data", equals: "children_take_part" } }),
    choice("ethics_review", ["approved", "under_review", "planned"]),
    {
      id: "ethics_review_date",
      kind: "date",
      required: true,
      dataClass: "none",
      shownWhen: { question: "ethics_review", equals: "approved" },
    },
    long("safeguarding", 300),
    { id: "illegal_material", kind: "yes_no", required: true, dataClass: "none" },
    long("illegal_material_basis", 150, { shownWhen: { question: "illegal_material", equals: "yes" } }),
    long("data_protection", 300),
    long("staff_welfare", 150),
    choice("generative_ai", ["not_used", "language_only", "in_the_research"]),
    { id: "independence", kind: "yes_no", required: true, dataClass: "none" },
  ],
};

const theMoney: Section = {
  id: "the_money",
  part: "blind",
  questions: [
    money("requested", {
      least: 20_000,
      most: 250_000,
      parts: ["budget_people", "budget_fieldwork", "budget_equipment", "budget_partners", "budget_indirect"],
    }),
    money("budget_people"),
    money("budget_fieldwork"),
    money("budget_equipment"),
    money("budget_partners"),
    money("budget_indirect"),
    long("budget_explained", 200),
  ],
};

const theHost: Section = {
  id: "the_host",
  part: "identity",
  questions: [
    { id: "host_institution", kind: "institution", required: true, dataClass: "none" },
    { id: "host_country", kind: "country", required: true, dataClass: "none" },
    choice("sector", ["academic", "ngo", "private", "public"]),
    long("partners", 150, { required: false }),
  ],
};

const theTeam: Section = {
  id: "the_team",
  part: "identity",
  questions: [
    {
      id: "principal_investigator",
      kind: "short_text",
      required: true,
      dataClass: "personal",
      limit: { unit: "characters", most: 120 },
      retentionMonths: 84,
    },
    { id: "orcid", kind: "orcid", required: false, dataClass: "personal", retentionMonths: 84 },
    long("co_investigators", 150, { required: false, dataClass: "personal", retentionMonths: 84 }),
    long("track_record", 300, { dataClass: "personal", retentionMonths: 84 }),
    {
      id: "safeguarding_lead",
      kind: "short_text",
      required: true,
      dataClass: "personal",
      limit: { unit: "characters", most: 120 },
      retentionMonths: 84,
    },
    {
      id: "ethics_body",
      kind: "short_text",
      required: true,
      dataClass: "none",
      limit: { unit: "characters", most: 160 },
    },
  ],
};

/** What the demo calls ask: the blind part that reviewers read, and the identity part that they never do. */
export const demoForm: Form = {
  sections: [theProposal, theResearch, theUse, theEthics, theMoney, theHost, theTeam],
};
