import { Refusal, type RefusalKind } from "./refusal";

/** The answer to a rule: yes, or no and why. */
export type Verdict =
  | { allowed: true }
  | { allowed: false; because: string; kind?: RefusalKind; details?: Record<string, unknown> };

export const yes: Verdict = { allowed: true };

export const no = (because: string, kind?: RefusalKind, details?: Record<string, unknown>): Verdict => ({
  allowed: false,
  because,
  ...(kind ? { kind } : {}),
  ...(details ? { details } : {}),
});

/** Goes on only after a yes; a no becomes a refusal with the same reason. */
export function must(verdict: Verdict): void {
  if (verdict.allowed) return;
  throw new Refusal(verdict.kind ?? "not_allowed_now", verdict.because, verdict.details);
}
