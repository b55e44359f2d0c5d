/** The life of an assignment: state → act → state. */
export const assignmentLife = {
  assigned: { lock: "locked", recuse: "recused", close: "closed" },
  locked: { close: "closed", recuse: "recused" },
  recused: {},
  closed: {},
} as const;
