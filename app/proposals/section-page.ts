import type { OwnDocument } from "~/documents/document";
import type { Part, Question } from "~/forms/form";
import type { KeptAnswer } from "./kept-answers";

export type QuestionOnPage = {
  id: string;
  kind: Question["kind"];
  required: boolean;
  label: string;
  hint: string | null;
  limit: Question["limit"] | null;
  /** How long its answer is kept after the call, in months, where the call says so. */
  keptMonths: number | null;
  options: { value: string; label: string }[];
  shownWhen: Question["shownWhen"] | null;
  text: string;
  version: number;
  documents: Pick<OwnDocument, "id" | "name" | "size">[];
  /** Why the answer as it stands would not be accepted. */
  broken: string | null;
};

/** Everything a section of the form shows, and nothing else of the proposal. */
export type SectionPage = {
  proposal: string;
  proposalTitle: string;
  section: string;
  title: string;
  about: string | null;
  part: Part;
  language: string;
  currency: string;
  closesAt: Date;
  zone: string;
  open: boolean;
  /** Names the journal of this account in the browser; null on a device that others use too: then there is none. */
  journal: string | null;
  /** Says which account this form was issued to. */
  issued: string;
  /** Text that was posted when its session had ended, as far as it does not stand, and the names it is kept under. */
  kept: { names: string[]; answers: KeptAnswer[] };
  /** Whether such text was brought back just now. */
  returned: boolean;
  questions: QuestionOnPage[];
  sections: { id: string; title: string; part: Part; state: "not_started" | "in_progress" | "complete" }[];
};
