import type { RefusalKind } from "~/values/refusal";

/** What each kind of refusal is in HTTP. What someone may not know about answers like what does not exist. */
export const statusOf = {
  not_found: 404,
  not_permitted: 404,
  not_allowed_now: 409,
  stale: 409,
  invalid: 422,
  too_many: 429,
  unavailable: 503,
} satisfies Record<RefusalKind, number>;
