const minutes = [1, 5, 15, 60, 240, 720, 1440];

/** So often is one letter tried by itself; after that a person decides. */
export const mostAttempts = minutes.length + 1;

/** When a letter that could not leave is tried again; null after the last try, about two days on. */
export function nextAttempt(attempts: number, now: Date): Date | null {
  const wait = minutes[attempts - 1];
  return wait === undefined ? null : new Date(now.getTime() + wait * 60_000);
}

export type Outcome =
  | { kind: "accepted" }
  /** This address or this letter is refused for good. */
  | { kind: "refused"; because: string }
  /** What it says is no longer true, so it stays. */
  | { kind: "unneeded"; because: string }
  /** Not now: nothing was handed over, or it was handed back. */
  | { kind: "postponed"; because: string }
  /** The mail server cannot be talked to at all; no letter is to blame. */
  | { kind: "unreachable"; because: string }
  /** The connection broke after the whole letter was handed over: it may have arrived. */
  | { kind: "lost"; because: string };

/** What went wrong while talking to a mail server, as nodemailer tells it. */
export type MailProblem = { code?: string; responseCode?: number; command?: string };

const aboutTheLetter = new Set(["RCPT TO", "DATA"]);

/** What a failed delivery means, by what was refused and how far the letter had got. */
export function outcomeOf(problem: MailProblem, progress: { connected: boolean; handedOver: boolean }): Outcome {
  const { code, responseCode, command } = problem;
  const because = [responseCode, code, command].filter(Boolean).join(" ") || "unknown";
  if (!progress.connected) return { kind: "unreachable", because };
  if (!responseCode && progress.handedOver) return { kind: "lost", because };
  const forGood = responseCode !== undefined && responseCode >= 500 && aboutTheLetter.has(command ?? "");
  return { kind: forGood ? "refused" : "postponed", because };
}
