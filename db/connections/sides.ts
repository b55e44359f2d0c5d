/** The sides of the counter that have a database login of their own. */
export const sides = [
  "public",
  "sessions",
  "applying",
  "reviewing",
  "managing",
  "finance",
  "auditing",
  "delivery",
] as const;

export type Side = (typeof sides)[number];

/** The login of a side; a login can do only what its side may do. */
export const loginOf = (side: Side) => `fund_${side}`;

/** Connections per side, together well under max_connections (100): the busy sides get more. */
export const poolSizes: Record<Side, number> = {
  public: 6,
  sessions: 6,
  applying: 10,
  reviewing: 10,
  managing: 8,
  finance: 3,
  auditing: 3,
  delivery: 4,
};
