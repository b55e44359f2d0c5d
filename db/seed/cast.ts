import type { Hat } from "~/access/hats";

/** The one password of all demo sign-ins; shown on the sign-in page in demo mode only. */
export const demoPassword = "safe-online-demo-2021";

export type CastMember = {
  /** How the seed speaks of the person. */
  role:
    | "applicant"
    | "coInvestigator"
    | "reviewer"
    | "conflictedReviewer"
    | "officer"
    | "secondOfficer"
    | "financeOfficer"
    | "auditor"
    | "twoHats";
  name: string;
  email: string;
  country: string;
  institution: string;
  hats: Hat[];
  /** For the sign-in page. */
  description: string;
};

const university = "Rift Lakes University";

/** The people everybody can sign in as while looking at the demo. */
export const cast: CastMember[] = [
  {
    role: "applicant",
    name: "Amina Wanjikũ Otieno",
    email: "amina.applicant@university.example",
    country: "KE",
    institution: university,
    hats: [],
    description: "Applicant: a proposal in draft, one submitted, one being scored, one decided in 2021",
  },
  {
    role: "coInvestigator",
    name: "Lucía Peña Quispe",
    email: "lucia.coinvestigator@institute.example",
    country: "PE",
    institution: "Instituto Valle Sereno",
    hats: [],
    description: "Co-investigator: works on the draft of the applicant",
  },
  {
    role: "reviewer",
    name: "Rosa Lindqvist",
    email: "rosa.reviewer@advisory.example",
    country: "SE",
    institution: "Norrsundet Centre for Child Rights",
    hats: ["reviewer"],
    description: "Reviewer: some reviews locked, some half done, some not begun",
  },
  {
    role: "conflictedReviewer",
    name: "木村 健二",
    email: "kenji.reviewer@university.example",
    country: "KE",
    institution: university,
    hats: ["reviewer"],
    description: "Reviewer in conflict: works at the institution of the applicant",
  },
  {
    role: "officer",
    name: "Olivia Brandão",
    email: "olivia.officer@fund.example",
    country: "PT",
    institution: "Safe Online Research Fund",
    hats: ["programme_officer"],
    description: "Programme officer: runs the calls",
  },
  {
    role: "secondOfficer",
    name: "Samuel Ó Dálaigh",
    email: "samuel.officer@fund.example",
    country: "IE",
    institution: "Safe Online Research Fund",
    hats: ["programme_officer"],
    description: "Second programme officer: releases what the first prepared",
  },
  {
    role: "financeOfficer",
    name: "Fatou Ndiaye",
    email: "fatou.finance@fund.example",
    country: "SN",
    institution: "Safe Online Research Fund",
    hats: ["finance_officer"],
    description: "Finance officer: has no pages yet; the database shows her awards and nothing of reviews",
  },
  {
    role: "auditor",
    name: "अरुण देशपांडे",
    email: "arun.auditor@audit.example",
    country: "IN",
    institution: "Clearwater Audit",
    hats: ["auditor"],
    description: "Auditor: has no pages yet; the database lets him read everything and change nothing",
  },
  {
    role: "twoHats",
    name: "Tomás Agrelo Vidal",
    email: "tomas.twohats@network.example",
    country: "PE",
    institution: "Red Horizonte Claro",
    hats: ["reviewer"],
    description: "Two hats: reviewer, and applicant with a proposal of his own",
  },
];

/** What the sign-in page of the demo offers. */
export const demoSignIns = cast.map(({ email, description }) => ({ email, description }));
