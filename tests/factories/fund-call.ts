import { demoRubric } from "#db/seed/call/rubric";
import type { CallTexts } from "~/calls/call-texts";
import type { Form, Question } from "~/forms/form";

/** The dates by which the factory's calls live. */
export const at = {
  opens: new Date("2021-02-04T09:00:00.000Z"),
  submitted: new Date("2021-04-10T12:00:00.000Z"),
  closes: new Date("2021-04-11T21:59:00.000Z"),
  frozen: new Date("2021-04-20T10:00:00.000Z"),
  scoring: new Date("2021-05-01T10:00:00.000Z"),
  scoringCloses: new Date("2021-05-17T21:59:00.000Z"),
  meeting: new Date("2021-06-10T10:00:00.000Z"),
  deciding: new Date("2021-06-20T10:00:00.000Z"),
  release: new Date("2021-07-01T10:00:00.000Z"),
  announcement: new Date("2021-07-15T10:00:00.000Z"),
};

export const rubric = demoRubric;

const text = (id: string): Question => ({ id, kind: "long_text", required: true, dataClass: "none" });
const personal = (id: string, kind: Question["kind"]): Question => ({ ...text(id), kind, dataClass: "personal" });

/** Two blind questions, two of the identity part. */
export const smallForm: Form = {
  sections: [
    { id: "proposal", part: "blind", questions: [{ ...text("title"), kind: "short_text" }, text("summary")] },
    {
      id: "team",
      part: "identity",
      questions: [personal("principal_investigator", "short_text"), personal("host_institution", "institution")],
    },
  ],
};

export const callTexts: Record<string, CallTexts> = {
  en: {
    title: "Call of tests",
    summary: "",
    themes: { prevention: { title: "Prevention", about: "" } },
    eligibility: [],
    criteria: Object.fromEntries(rubric.criteria.map(({ id }) => [id, { title: id, about: "", steps: {} }])),
    form: { sections: { proposal: { title: "Proposal" }, team: { title: "Team" } }, questions: {} },
  },
};
