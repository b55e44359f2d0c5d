import { managing } from "#db/connections/managing.server";
import { environment } from "~/http/environment.server";
import { disclose } from "~/identities/disclose.server";
import type { PersonRef } from "~/values/person-ref";
import { Refusal } from "~/values/refusal";
import { maskTokens } from "./blanks";
import { type LetterState, letterLife } from "./letter.states";
import { letterAsSent, lettersInOutbox } from "./letters.queries.server";

const pageSize = 50;

/** The outbox as an officer reads it; who a letter goes to is disclosed for exactly the letters of the page. */
export function lettersDesk(officer: PersonRef, asked: { state: string; page: number }, now: Date) {
  return managing.transaction(officer, async (tx) => {
    const state = asked.state in letterLife ? (asked.state as LetterState) : undefined;
    const { letters, total } = await lettersInOutbox(tx, { state, page: asked.page, size: pageSize });
    const people = await disclose(tx, [...new Set(letters.map((letter) => letter.recipient))], "letters", now);
    return {
      letters: letters.map(({ recipient, ...letter }) => ({ ...letter, to: people.get(recipient)?.name ?? "" })),
      pages: Math.max(1, Math.ceil(total / pageSize)),
      total,
    };
  });
}

/** One letter as it was sent, its reader disclosed and its token masked; looking at it is a disclosure. */
export function letterOnDesk(officer: PersonRef, key: string, now: Date) {
  return managing.transaction(officer, async (tx) => {
    const letter = await letterAsSent(tx, key);
    if (!letter) throw new Refusal("not_found", "not_found");
    const people = await disclose(tx, [letter.recipient], "letters", now);
    const reader = people.get(letter.recipient);
    const { recipient, html, text, ...facts } = letter;
    const waits = letter.state === "uncertain" || letter.state === "failed";
    return {
      ...facts,
      /** Whether an officer may send it; what was kept only once there is somewhere to send it. */
      sendable: waits || (letter.state === "kept" && environment().smtpUrl !== undefined),
      to: reader ? `${reader.name} <${reader.email}>` : "",
      html: html === null ? null : maskTokens(html, reader?.name),
      text: text === null ? null : maskTokens(text, reader?.name, "text"),
    };
  });
}
