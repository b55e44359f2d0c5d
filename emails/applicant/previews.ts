import type { LetterFacts } from "~/notifications/templates";
import { noFacts, type Preview, previewCall } from "../preview";

const proposal = "5b0f2c1e-7f1e-4d0a-9a57-3f4d7a4f6f10";
const aboutProposal: LetterFacts = {
  call: previewCall,
  proposal: { title: "What deters first contact?", months: 18 },
  comments: [],
  words: "",
};
const decided: LetterFacts = {
  ...aboutProposal,
  comments: [
    { reviewer: "Reviewer A", comment: "The link to practice is unusually concrete." },
    { reviewer: "Reviewer B", comment: "We would have liked to read more about attrition." },
  ],
};

/** What the letters to applicants look like. */
export const applicantPreviews = {
  verify_address: { data: { token: "preview" }, facts: noFacts } satisfies Preview<"verify_address">,
  reset_password: { data: { token: "preview" }, facts: noFacts } satisfies Preview<"reset_password">,
  submission_receipt: {
    data: {
      proposal,
      reference: "SOF-7K2M-94QD",
      instant: "2027-03-30T20:58:41.000Z",
      hash: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    },
    facts: aboutProposal,
  } satisfies Preview<"submission_receipt">,
  withdrawal_confirmed: {
    data: { proposal, instant: "2027-04-02T09:12:00.000Z" },
    facts: aboutProposal,
  } satisfies Preview<"withdrawal_confirmed">,
  decision_award: {
    data: { proposal, amount: { minor: 14_850_000, currency: "USD" }, quartile: 1 },
    facts: decided,
  } satisfies Preview<"decision_award">,
  decision_reserve: { data: { proposal, quartile: 1 }, facts: decided } satisfies Preview<"decision_reserve">,
  decision_decline: { data: { proposal, quartile: 3 }, facts: decided } satisfies Preview<"decision_decline">,
  decision_ineligible: {
    data: { proposal },
    facts: { ...aboutProposal, words: "The call asks for research, and this would continue a service." },
  } satisfies Preview<"decision_ineligible">,
};
