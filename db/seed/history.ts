import type { Rows } from "./rows";

type Event = Omit<Rows["events"][number], "id">;
type Letter = Omit<Rows["letters"][number], "key" | "eventId" | "nextAttemptAt" | "createdAt">;

/** What happened, gathered in any order and numbered by its instants at the end; letters hang off events. */
export function historyBook() {
  const events: { event: Event; letters: Letter[] }[] = [];
  return {
    record(at: Date, actor: string | null, hat: string, act: string, subject: [string, string], details = {}) {
      const entry = {
        event: { at, actor, hat, act, subjectKind: subject[0], subjectId: subject[1], details },
        letters: [] as Letter[],
      };
      events.push(entry);
      return { write: (letter: Letter) => entry.letters.push(letter) };
    },
    writeInto(rows: Rows) {
      events.sort((one, other) => one.event.at.getTime() - other.event.at.getTime());
      events.forEach(({ event, letters }, index) => {
        const id = index + 1;
        rows.events.push({ id, ...event });
        for (const letter of letters) {
          const key = `${id}:${letter.recipient}:${letter.template}`;
          rows.letters.push({ key, eventId: id, nextAttemptAt: event.at, createdAt: event.at, ...letter });
        }
      });
    },
  };
}

export type HistoryBook = ReturnType<typeof historyBook>;
