import { Refusal } from "~/values/refusal";

/** What the database means when it says no by the name of a constraint. */
const reasons: Record<string, { kind: "not_allowed_now" | "invalid"; reason: string }> = {
  "a call has an address of its own": { kind: "invalid", reason: "address_is_taken" },
  "a reviewer reviews a packet once": { kind: "not_allowed_now", reason: "already_assigned" },
  "a proposal has one blind packet": { kind: "not_allowed_now", reason: "packet_is_frozen" },
  "a proposal is awarded once": { kind: "not_allowed_now", reason: "already_awarded" },
  "two officers release": { kind: "not_allowed_now", reason: "needs_second_officer" },
  "a reviewer wears no hat that sees names": { kind: "not_allowed_now", reason: "wears_another_hat" },
  announcements_pkey: { kind: "not_allowed_now", reason: "already_announced" },
};

const unreachable = new Set([
  "ECONNREFUSED",
  "CONNECTION_CLOSED",
  "CONNECT_TIMEOUT",
  "CONNECTION_ENDED",
  "CONNECTION_DESTROYED",
  "ECONNRESET",
  "ENOENT",
  "57P01",
  "57P02",
  "57P03",
  "53300",
]);

/** Signs no text may hold, such as a zero byte. */
const unkeepable = new Set(["22021", "22P05"]);

/** No text of its kind, and a number beyond all that there are. */
const unaskable = new Set(["22P02", "22003"]);

type DatabaseProblem = { code?: string; message?: string; constraint_name?: string; cause?: unknown };

/** The refusal behind a problem, or null where the problem is a bug and has to stay loud. */
export function toRefusal(problem: unknown): Refusal | null {
  if (problem instanceof Refusal) return problem;
  const outer = problem as DatabaseProblem | null;
  const inner = (outer?.cause ?? outer) as DatabaseProblem | null;
  if (inner instanceof Refusal) return inner;
  const code = inner?.code ?? "";
  if (code === "FU404") return new Refusal("not_found", "not_found");
  if (code === "FU409") return new Refusal("not_allowed_now", inner?.message ?? "not_allowed_now");
  if (unaskable.has(code)) return new Refusal("not_found", "not_found");
  if (unkeepable.has(code)) return new Refusal("invalid", "save_is_malformed");
  if (unreachable.has(code)) return new Refusal("unavailable", "database_is_down");
  const known = inner?.constraint_name ? reasons[inner.constraint_name] : undefined;
  return known ? new Refusal(known.kind, known.reason) : null;
}
