/** The life of a letter: state → act → state. Whatever is sent stays as it was sent. */
export const letterLife = {
  queued: { begin: "sending", keep: "kept", give_up: "failed" },
  sending: { accept: "sent", refuse: "failed", postpone: "queued", lose: "uncertain" },
  uncertain: { begin: "sending", accept: "sent", send_again: "queued", confirm: "sent" },
  failed: { send_again: "queued" },
  kept: { send_again: "queued" },
  sent: {},
} as const;

export type LetterState = keyof typeof letterLife;
