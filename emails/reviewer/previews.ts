import type { LetterFacts } from "~/notifications/templates";
import { type Preview, previewCall } from "../preview";

const facts: LetterFacts = { call: previewCall, proposal: null, comments: [], words: "" };
const dueAt = "2027-05-14T21:00:00.000Z";

/** What the letters to reviewers look like. */
export const reviewerPreviews = {
  invitation_reviewer: { data: { token: "preview" }, facts } satisfies Preview<"invitation_reviewer">,
  assignment: { data: { dueAt }, facts } satisfies Preview<"assignment">,
  reviewing_ended: { data: { open: 2 }, facts } satisfies Preview<"reviewing_ended">,
  reminder: { data: { dueAt, open: 3 }, facts } satisfies Preview<"reminder">,
};
