/** The life of an uploaded file: as it came, cleared for reviewers, found unfit, or taken away again. */
export type DocumentState = "stored" | "cleared" | "refused" | "removed";

/** The largest file a question takes, as the uploader writes it and in bytes. */
export const mostSize = "16MB";
export const mostBytes = 16 * 1024 * 1024;

/** A file is never called what its owner called it: that name may carry a surname. */
export const neutralName = (code: string) => `document-${code}.pdf`;

/** The short code of a document inside its neutral name. */
export const codeOfDocument = (id: string) => id.replace(/-/g, "").slice(0, 8);

/** What an applicant sees of a file of her own proposal. */
export type OwnDocument = {
  id: string;
  question: string;
  state: DocumentState;
  size: number;
  pages: number | null;
  /** What its owner called it; null outside the team. */
  name: string | null;
  refusedBecause: string | null;
  uploadedAt: Date;
  /** Whether the person at work sent it herself, and not somebody else of the team. */
  mine: boolean;
};
