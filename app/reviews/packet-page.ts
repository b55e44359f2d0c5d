import type { Place } from "~/assignments/place";
import type { QuestionKind } from "~/forms/form";
import type { KeptSheet } from "./kept-sheet";

export type CriterionOnSheet = {
  id: string;
  title: string;
  about: string;
  weight: number;
  threshold: number | null;
  steps: { value: string; words: string }[];
  value: number | null;
  unableBecause: string | null;
};

/** Everything the page of a packet shows, and nothing it does not. */
export type PacketPage = {
  code: string;
  place: Place;
  title: string;
  callTitle: string;
  currency: string;
  dueAt: Date;
  sections: { id: string; title: string; answers: { id: string; label: string; kind: QuestionKind; text: string }[] }[];
  documents: { number: number; question: string; pages: number }[];
  criteria: CriterionOnSheet[];
  toAdvisoryGroup: string;
  toApplicant: string;
  savedAt: Date | null;
  lockedAt: Date | null;
  /** Nothing can be saved any more: a release of the call is prepared, or done. */
  closed: boolean;
};

/** What a packet's page knows beside the packet: whose form this is, and sheets that wait for her word. */
export type SheetInHand = { issued: string; kept: KeptSheet[] };

export type LockSummary = Pick<
  PacketPage,
  "code" | "title" | "criteria" | "toAdvisoryGroup" | "toApplicant" | "lockedAt" | "closed"
> & {
  /** Her name, address or institution stands in what applicants will read. */
  namesHer: boolean;
  /** The weighted mean of this review, or null where less than half of the weight has a score. */
  mean: number | null;
  /** What has to be done before it can be locked: the reason by the name of the control. */
  missing: Record<string, string>;
};
