import { z } from "zod";
import { eligibilityOutcomes } from "./eligibility";
import { wordOf } from "./words-in-files";

/** Several boxes of one name arrive as a list, one as a text, none not at all. */
const several = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((given) => (Array.isArray(given) ? given : [given]));

const text = z.string().trim().max(4000, "too_long").default("");

/**
 * What the desk check says; whoever is turned away, or taken back, is owed a reason. That one stays with the fund:
 * applicants read what was written for them.
 */
export const eligibilityForm = z
  .object({ outcome: z.enum(eligibilityOutcomes, "choose_an_outcome"), reason: text, to_applicant: text })
  .refine(({ outcome, reason }) => outcome === "eligible" || reason !== "", {
    path: ["reason"],
    error: "reason_is_missing",
  })
  .transform(({ to_applicant: toApplicant, ...said }) => ({ ...said, toApplicant }));

/**
 * How to clear a proposal: words to black out in the answers, words that name nobody there (they win) and in a file, files to
 * leave out, pictures and notes looked at.
 */
export const packetForm = z
  .object({
    ...{ redact: several, accept: several, accept_in_file: several },
    ...{ leave_out: several, pictures_seen: several, notes_seen: several },
  })
  .transform(({ redact, accept, accept_in_file, leave_out, pictures_seen, notes_seen }) => ({
    redact: redact.filter((word) => !accept.includes(word)),
    accept,
    acceptInFile: accept_in_file.map(wordOf),
    leaveOut: leave_out,
    picturesSeen: pictures_seen,
    notesSeen: notes_seen,
  }));
