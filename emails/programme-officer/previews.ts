import { noFacts, type Preview } from "../preview";

/** What the letters to programme officers look like. */
export const officerPreviews = {
  officer_invitation: { data: { token: "preview" }, facts: noFacts } satisfies Preview<"officer_invitation">,
};
