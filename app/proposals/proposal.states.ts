/** The life of a proposal: state → act → state. */
export const proposalLife = {
  draft: { submit: "submitted", abandon: "abandoned" },
  submitted: {
    submit: "submitted",
    withdraw: "withdrawn",
    return_to_applicant: "draft",
    declare_eligible: "eligible",
    declare_ineligible: "ineligible",
  },
  ineligible: { reinstate: "submitted", withdraw: "withdrawn" },
  eligible: { clear_for_review: "in_review", declare_ineligible: "ineligible", withdraw: "withdrawn" },
  in_review: { award: "awarded", reserve: "reserved", decline: "declined", withdraw: "withdrawn" },
  awarded: { withdraw: "withdrawn" },
  reserved: { award: "awarded", decline: "declined", withdraw: "withdrawn" },
  declined: {},
  withdrawn: {},
  abandoned: { take_up: "draft" },
} as const;

export type ProposalState = keyof typeof proposalLife;
