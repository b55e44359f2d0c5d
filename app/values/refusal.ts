export type RefusalKind =
  | "not_found"
  | "not_permitted"
  | "not_allowed_now"
  | "stale"
  | "invalid"
  | "too_many"
  | "unavailable";

/** A "no" that says why: the reason travels to the page, the test and the log. */
export class Refusal extends Error {
  constructor(
    readonly kind: RefusalKind,
    readonly reason: string,
    readonly details?: Record<string, unknown>,
  ) {
    super(reason);
    this.name = "Refusal";
  }
}
