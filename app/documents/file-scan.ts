import type { ClearingReason } from "./clearing";

/** What names its makers in a file, as its own team is told before reviewers could be. */
export type FileScan =
  | {
      state: "read";
      /** Words that would stand in the copy for reviewers. */
      found: string[];
      /** Words that stand only where that copy has nothing: in properties, notes, attachments, hidden text. */
      removed: string[];
      /** Texts typed onto its pages, comments and the like, which that copy does not have either. */
      notes: number;
    }
  | { state: "unread"; because: ClearingReason | "file_cannot_be_read" };

/** A word inside a longer one ("Otieno" in "Amina Otieno") is named once. */
export const longestOf = (terms: readonly string[]): string[] =>
  terms.filter((term) => !terms.some((other) => other.length > term.length && holds(other, term)));

const holds = (text: string, part: string) => text.toLowerCase().includes(part.toLowerCase());
