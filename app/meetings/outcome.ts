/** What the fund resolves on a proposal, and what the advisory group advises. */
export const outcomes = ["award", "reserve", "decline"] as const;

export type Outcome = (typeof outcomes)[number];
