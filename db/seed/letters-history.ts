import { createHash } from "node:crypto";
import { nameBlank } from "~/notifications/blanks";
import type { HistoryBook } from "./history";

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

/** A letter that left long ago, kept as it was sent. */
export function sentLetter(event: Event, { recipient, template, data, subject, lines, at }: Sent) {
  const all = [`Dear ${nameBlank},`, ...lines, "Safe Online Research Fund"];
  const id = createHash("sha256")
    .update(`${recipient}:${template}:${JSON.stringify(data)}`)
    .digest("hex")
    .slice(0, 40);
  event.write({
    recipient,
    template,
    locale: "en",
    data,
    state: "sent",
    attempts: 1,
    subject,
    html: `<!doctype html><html lang="en" dir="ltr"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head><body style="font-family:sans-serif;max-width:36rem;margin:auto;line-height:1.5">${all.map((line) => `<p>${escaped(line)}</p>`).join("")}</body></html>`,
    bodyText: all.join("\n\n"),
    messageId: `<${id}@fund.example>`,
    renderedAt: at,
    sendingAt: at,
    sentAt: new Date(at.getTime() + 4000),
  });
}
