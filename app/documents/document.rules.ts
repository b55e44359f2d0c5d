import { no, type Verdict, yes } from "~/values/verdict";
import { mostBytes } from "./document";
import { beginsAsPdf } from "./pdf-signature";

/** What deciding about an upload needs to know of a proposal and its call. */
export type UploadPlace = {
  proposalState: string;
  callState: string;
  opensAt: Date;
  closesAt: Date;
  graceMinutes: number;
  /** The kind of the question the file would answer; null where the call asks no such thing. */
  questionKind: string | null;
};

/**
 * May a file be added to, or taken from, this question now? An upload that began before the close may end within the
 * grace of the call. After the close the answer is the same, whether somebody began to check the proposal or not.
 */
export function changeable(place: UploadPlace, now: Date, began: Date = now): Verdict {
  if (place.questionKind !== "file") return no("question_takes_no_file", "not_found");
  if (place.callState !== "published" || now < place.opensAt) return no("call_is_not_open");
  const end = place.closesAt.getTime() + (began < place.closesAt ? place.graceMinutes * 60_000 : 0);
  if (now.getTime() >= end) return no("call_is_closed", "not_allowed_now", { closesAt: place.closesAt });
  return place.proposalState === "draft" || place.proposalState === "submitted" ? yes : no("proposal_is_closed");
}

/**
 * Is this what a question takes: a PDF, not empty, not too large? Decided on the bytes, never on the name; on the first of
 * them, or, once all arrived, also on whether there is anything of a PDF behind them.
 */
export function fitting(file: { size: number; head: Uint8Array; holdsObjects?: boolean }): Verdict {
  if (file.size === 0) return no("file_is_empty", "invalid");
  if (file.size > mostBytes) return no("file_is_too_large", "invalid", { mostBytes });
  return beginsAsPdf(file.head) && file.holdsObjects !== false ? yes : no("file_is_not_a_pdf", "invalid");
}
