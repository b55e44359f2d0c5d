/** Why a file cannot become part of a blind packet at all. */
type NeverCleared =
  | "pdf_is_encrypted"
  | "pdf_has_xfa"
  | "pdf_has_script"
  | "pdf_cannot_be_read"
  | "pdf_took_too_long"
  | "pdf_needs_too_much_memory";
/** Where a person has to look before anything reaches a reviewer. */
type NeedsPerson =
  | "identity_terms_found"
  | "pages_without_text"
  | "pdf_fonts_without_letters"
  | "pdf_has_form_fields"
  | "pdf_has_unclear_images"
  | "pdf_has_unclear_content";
export type ClearingReason = NeverCleared | NeedsPerson;
type Stopped = Exclude<ClearingReason, "identity_terms_found">;

/** A rebuilt file without anything that names its makers, or why there is none. */
export type Clearing =
  | { cleared: true; bytes: Uint8Array; pages: number; images: number; drawings: number; notes: number }
  | { cleared: false; because: "identity_terms_found"; found: string[]; notes: number }
  | { cleared: false; because: Stopped; found: string[] };

/** Stops the clearing of a file, with its reason. */
export class CannotClear extends Error {
  constructor(readonly because: Stopped) {
    super(because);
  }
}
