const prefix = "fund-journal:";

/** A text the server has not confirmed, with the version it was based on. */
export type Unconfirmed = { question: string; text: string; baseVersion: number };

type Journal = {
  /** Keeps a text until the server has it. */
  remember(question: string, text: string, baseVersion: number): void;
  /** The server has it. */
  forget(question: string): void;
  /** What the server never confirmed, such as after a line broke and the page was closed. */
  remembered(): Unconfirmed[];
};

/** The browser's own memory of what the server has not confirmed; private windows may refuse it, and that is fine. */
function storage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

function entryOf(store: Storage, key: string, start: string): Unconfirmed[] {
  try {
    const { text, baseVersion } = JSON.parse(store.getItem(key) ?? "") as Unconfirmed;
    return [{ question: key.slice(start.length), text, baseVersion }];
  } catch {
    return [];
  }
}

/**
 * The journal of one session: what an earlier session of this browser left behind is wiped, never shown. Without a
 * session's name it keeps nothing, because others use this device too.
 */
export function journalOf(session: string | null, proposal: string): Journal {
  if (session === null) return noJournal;
  const own = `${prefix}${session}:`;
  const start = `${own}${proposal}:`;
  return {
    remember(question, text, baseVersion) {
      try {
        storage()?.setItem(start + question, JSON.stringify({ text, baseVersion }));
      } catch {
        // A full journal must not stop anybody from typing; the server still gets the text.
      }
    },
    forget: (question) => storage()?.removeItem(start + question),
    remembered() {
      const store = storage();
      if (!store) return [];
      wipe((key) => !key.startsWith(own));
      return Object.keys(store)
        .filter((key) => key.startsWith(start))
        .flatMap((key) => entryOf(store, key, start));
    },
  };
}

function wipe(which: (key: string) => boolean) {
  const store = storage();
  for (const key of Object.keys(store ?? {})) if (key.startsWith(prefix) && which(key)) store?.removeItem(key);
}

const noJournal: Journal = {
  remember: () => {},
  forget: () => {},
  remembered: () => {
    wipeJournal();
    return [];
  },
};

/** Forgets everything, for whoever comes to this browser next. */
export const wipeJournal = () => wipe(() => true);
