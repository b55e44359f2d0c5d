/** What rules need to know of the dates of a call; all instants in UTC. */
export type CallDates = { opensAt: Date; closesAt: Date; graceMinutes: number; zone: string };

export type CallPhase = "coming" | "open" | "closed";

/** Where a call stands for applicants; the close itself is already outside. */
export function phaseOf({ opensAt, closesAt }: { opensAt: Date; closesAt: Date }, now: Date): CallPhase {
  if (now < opensAt) return "coming";
  return now < closesAt ? "open" : "closed";
}
