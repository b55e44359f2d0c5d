import { nameBlank } from "~/notifications/blanks";
import type { HistoryBook } from "./history";
import type { Rows } from "./rows";

type Event = ReturnType<HistoryBook["record"]>;
type Sent = {
  recipient: string;
  template: string;
  data: Record<string, unknown>;
  subject: string;
  lines: string[];
  at: Date;
};

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const page = (subject: string, lines: string[]) =>
  `<!doctype html><html lang="en" dir="ltr"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head><body style="font-family:sans-serif;max-width:36rem;margin:auto;line-height:1.5">${lines.map((line) => `<p>${escaped(line)}</p>`).join("")}</body></html>`;

function asSent({ recipient, template, data, subject, lines, at }: Sent) {
  const all = [`Dear ${nameBlank},`, ...lines, "Safe Online Research Fund"];
  return {
    recipient,
    template,
    locale: "en",
    data,
    state: "sent",
    attempts: 1,
    subject,
    html: page(subject, all),
    bodyText: all.join("\n\n"),
    messageId: null as string | null,
    renderedAt: at,
    sendingAt: at,
    sentAt: new Date(at.getTime() + 4000),
  };
}

/** A letter that left long ago, kept as it was sent. */
export function sentLetter(event: Event, sent: Sent) {
  event.write(asSent(sent));
}

type Received = {
  recipient: string;
  proposal: string;
  title: string;
  reference: string;
  instant: string;
  hash: string;
};

const clock = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "medium", timeZone: "UTC" });
const inWords = (instant: string) => `${clock.format(new Date(instant))} UTC`;

/** The letter that told an applicant that her proposal was received. */
export function submissionLetter(
  event: Rows["events"][number],
  { recipient, proposal, title, ...receipt }: Received,
): Rows["letters"][number] {
  const { reference, instant, hash } = receipt;
  const letter = asSent({
    recipient,
    template: "submission_receipt",
    data: { proposal, reference, instant, hash },
    subject: "We received your proposal",
    lines: [
      `We received your proposal “${title}” on ${inWords(instant)}.`,
      `Its reference is ${reference}. The fingerprint of what you handed in is ${hash}.`,
    ],
    at: event.at,
  });
  const key = `${event.id}:${recipient}:submission_receipt`;
  return { key, eventId: event.id, nextAttemptAt: event.at, createdAt: event.at, ...letter };
}
