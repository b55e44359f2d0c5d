/** The life of a letter: state → act → state. Whatever is sent stays as it was sent. */
export const letterLife = {
  queued: { begin: "sending", keep: "kept", give_up: "failed" },
  sending: { accept: "sent", refuse: "failed", postpone: "queued", lose: "uncertain", drop: "unneeded" },
  uncertain: { begin: "sending", accept: "sent", send_again: "queued", confirm: "sent" },
  failed: { send_again: "queued" },
  kept: { send_again: "queued" },
  /** What it says was no longer true when it was about to leave. */
  unneeded: {},
  sent: {},
} as const;

export type LetterState = keyof typeof letterLife;
