import type { AnswerSave } from "./send-answer";

const prefix = "fund-journal:";

/** A text the server has not confirmed, with the version it was based on. */
export type Unconfirmed = {
  question: string;
  text: string;
  baseVersion: number;
  /** A save that was sent and never answered: sent again as it was, it counts once. */
  sent?: AnswerSave | null;
  /** Somebody else was faster: it goes out only after its author has seen both texts. */
  held?: boolean;
};

export type Journal = {
  /** Whether this browser keeps anything at all. */
  keeps: boolean;
  /** Keeps a text until the server has it. */
  remember(unconfirmed: Unconfirmed): void;
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
    const kept = JSON.parse(store.getItem(key) ?? "") as Unconfirmed;
    return [{ ...kept, question: key.slice(start.length) }];
  } catch {
    return [];
  }
}

/** Whether this browser keeps what it is given; private windows and full ones do not. */
function takes(): boolean {
  try {
    const store = storage();
    store?.setItem(`${prefix}probe`, "");
    store?.removeItem(`${prefix}probe`);
    return store !== null;
  } catch {
    return false;
  }
}

/**
 * The journal of one account: what another account of this browser left behind is wiped, never shown. Without an
 * account's name it keeps nothing, because others use this device too.
 */
export function journalOf(account: string | null, proposal: string): Journal {
  if (account === null) return noJournal;
  const own = `${prefix}${account}:`;
  const start = `${own}${proposal}:`;
  return {
    keeps: takes(),
    remember({ question, ...unconfirmed }) {
      try {
        storage()?.setItem(start + question, JSON.stringify(unconfirmed));
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
  keeps: false,
  remember: () => {},
  forget: () => {},
  remembered: () => {
    wipeJournal();
    return [];
  },
};

/** Forgets everything, for whoever comes to this browser next. */
export const wipeJournal = () => wipe(() => true);
