import type { LetterData, LetterFacts, TemplateId } from "~/notifications/templates";

/** Invented data with which a letter can be looked at before anything is sent. */
export type Preview<Id extends TemplateId> = { data: LetterData<Id>; facts: LetterFacts };

export const noFacts: LetterFacts = { call: null, proposal: null, comments: [], words: "" };

export const previewCall: LetterFacts["call"] = {
  titles: { en: "Research on safer platforms 2027", ar: "أبحاث من أجل منصات أكثر أمانًا 2027" },
  zone: "Africa/Nairobi",
};
