import type { PersonRef } from "~/values/person-ref";
import type { Hat } from "./hats";

/** Who acts: a reference, the hats she owns, and the one she wears for this act. */
export type Actor = { person: PersonRef | null; hats: readonly Hat[]; hat: Hat | "applicant" | "visitor" | "system" };
