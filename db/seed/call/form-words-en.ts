import type { CallTexts } from "~/calls/call-texts";

const noNames = "Reviewers read this: no names, no institution, no country.";

/** Sections and questions of the demo form in English. */
export const formEn: CallTexts["form"] = {
  sections: {
    the_proposal: { title: "The proposal", about: "Reviewers read this section. Leave out who you are." },
    the_research: { title: "The research", about: "Reviewers read this section. Leave out who you are." },
    the_use: { title: "Use, inclusion and risks", about: "Reviewers read this section. Leave out who you are." },
    the_ethics: {
      title: "Ethics, safeguarding and data protection",
      about: "Reviewers read this section. Illegal material is never uploaded here.",
    },
    the_money: { title: "Budget", about: "In US dollars. Reviewers read this section." },
    the_host: { title: "Host institution", about: "Reviewers never read this section." },
    the_team: { title: "People", about: "Reviewers never read this section." },
  },
  questions: {
    title: { label: "Title", hint: "At most 160 characters. Say what is studied; leave out names and acronyms." },
    summary: { label: "Summary", hint: `For a reader outside your field. ${noNames}` },
    theme: {
      label: "Main theme",
      options: {
        deterrence: "Deterrence and prevention",
        technology: "Evolving technology",
        wellbeing: "Well-being, collaboration and support",
        policy: "Policy and legal",
      },
    },
    further_themes: {
      label: "Further themes",
      hint: "Only where the proposal really serves them.",
      options: {
        deterrence: "Deterrence and prevention",
        technology: "Evolving technology",
        wellbeing: "Well-being, collaboration and support",
        policy: "Policy and legal",
      },
    },
    study_kind: {
      label: "Kind of study",
      options: { academic: "Academic", applied: "Applied", longitudinal: "Longitudinal", pilot: "Pilot" },
    },
    study_design: {
      label: "Design",
      options: { quantitative: "Quantitative", qualitative: "Qualitative", mixed: "Mixed methods" },
    },
    research_questions: { label: "Research questions", hint: "Two to four questions the research will answer." },
    background: { label: "Background", hint: "What is known, what is not, and why it matters now." },
    methods: { label: "Methods", hint: "Design, participants or data, analysis, limits." },
    work_plan: { label: "Work plan and timeline", hint: "Phases, milestones and who does what, by role." },
    months: { label: "Duration", options: { "12": "12 months", "18": "18 months", "24": "24 months" } },
    fieldwork_regions: {
      label: "Regions of the fieldwork",
      hint: "Regions only: a country could tell reviewers who applies.",
      options: {
        africa: "Africa",
        asia: "Asia",
        europe: "Europe",
        latin_america: "Latin America and the Caribbean",
        northern_america: "Northern America",
        oceania: "Oceania",
        worldwide: "Worldwide, or online only",
      },
    },
    annex: {
      label: "Annex: instruments, figures, references",
      hint: "One PDF, at most 16 MB, without names in its text or properties.",
    },
    use_of_results: {
      label: "Use of the results by practitioners",
      hint: "Who will do what differently, when, and how you will bring it to them.",
    },
    inclusion: {
      label: "Inclusion of survivors, children and local partners",
      hint: "How those concerned shape the research and share in its results.",
    },
    risks: { label: "Risks", hint: "What could go wrong, how likely it is and what you will do." },
    children_data: {
      label: "Are children, or data about them, part of the research?",
      options: {
        children_take_part: "Children take part",
        identifiable_data: "Identifiable data about children are used",
        secondary_data_only: "Only secondary data without identities",
        none: "Neither",
      },
    },
    no_children_because: { label: "Why neither children nor their data are part of it" },
    consent: {
      label: "Consent and assent",
      hint: "Of children and of those who care for them, in words they understand.",
    },
    ethics_review: {
      label: "Ethics review",
      options: { approved: "Approved", under_review: "Under review", planned: "Planned before fieldwork begins" },
    },
    ethics_review_date: { label: "Date of the approval" },
    safeguarding: {
      label: "Safeguarding plan",
      hint: "What happens when somebody discloses harm, what the law requires you to report, which role is responsible.",
    },
    illegal_material: {
      label: "Would illegal material be processed in the research?",
      hint: "Never upload such material here.",
    },
    illegal_material_basis: { label: "Lawful basis and authorised partner" },
    data_protection: {
      label: "Data protection plan",
      hint: "Special categories, place of storage, retention, sharing, dual use.",
    },
    staff_welfare: { label: "Welfare of staff", hint: "How those who work with distressing content are cared for." },
    generative_ai: {
      label: "Use of generative AI in preparing this proposal or in the research",
      options: {
        not_used: "Not used",
        language_only: "For language and editing only",
        in_the_research: "As part of the research, described under methods",
      },
    },
    independence: {
      label: "Is the research independent of the Tech Coalition and its members, and free to be published?",
    },
    requested: { label: "Amount requested", hint: "Between USD 20,000 and USD 250,000." },
    budget_people: { label: "People" },
    budget_fieldwork: { label: "Fieldwork and travel" },
    budget_equipment: { label: "Equipment, data and services" },
    budget_partners: { label: "Local partners and participants" },
    budget_indirect: { label: "Indirect costs", hint: "At most 15 % of the other costs." },
    budget_explained: { label: "Budget explained", hint: "What the main costs are and why they are fair." },
    host_institution: { label: "Host institution", hint: "Where the work happens and the grant goes." },
    host_country: { label: "Country of the host institution" },
    sector: {
      label: "Sector",
      options: {
        academic: "Academic",
        ngo: "Non-governmental organisation",
        private: "Private sector",
        public: "Public body",
      },
    },
    partners: { label: "Partner organisations", hint: "One on each line, with what they do." },
    principal_investigator: { label: "Principal investigator" },
    orcid: { label: "ORCID of the principal investigator", hint: "For example 0000-0002-1825-0097." },
    co_investigators: { label: "Co-investigators", hint: "One on each line: name, institution." },
    track_record: { label: "Track record of the team" },
    safeguarding_lead: { label: "Named safeguarding lead" },
    ethics_body: { label: "Ethics review body and reference" },
  },
};
