export const questionKinds = [
  "short_text",
  "long_text",
  "choice",
  "choices",
  "money",
  "number",
  "country",
  "institution",
  "orcid",
  "file",
  "yes_no",
  "date",
] as const;

export type QuestionKind = (typeof questionKinds)[number];
export type DataClass = "none" | "personal" | "special" | "financial";
/** Reviewers read the blind part and never the identity part. */
export type Part = "blind" | "identity";

export type Question = {
  id: string;
  kind: QuestionKind;
  required: boolean;
  dataClass: DataClass;
  limit?: { unit: "words" | "characters"; most: number; least?: number };
  options?: string[];
  /** Of money, in whole units of the call's currency: the least and the most, and the questions whose amounts are its parts. */
  amount?: { least?: number; most?: number; parts?: string[] };
  /** Asked only where another question has this answer. */
  shownWhen?: { question: string; equals: string };
  accept?: "pdf";
  retentionMonths?: number;
};

export type Section = { id: string; part: Part; questions: Question[] };

/** What a call asks, as data: one form engine serves proposals and, later, reports. */
export type Form = { sections: Section[] };

/** Answers by question; an answer is a text, several choices are one line each. */
export type Answers = Record<string, string>;
