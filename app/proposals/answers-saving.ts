import { putText, textOf } from "~/forms/answer-control";
import type { Known } from "./answers-on-page";
import type { Journal } from "./local-journal";
import type { AnswerConflict } from "./proposal";
import type { Saving } from "./saving-line";
import { type AnswerSave, type Sent, sendAnswer } from "./send-answer";

const pause = 900;
const retryAfter = 5000;
const untilQuiet = 30;

type Page = {
  form: HTMLFormElement;
  proposal: string;
  known: Map<string, Known>;
  journal: Journal;
  /** Says how it stands with all answers. */
  show: (state: Saving) => void;
  /** Somebody else was faster: both texts are to be shown. */
  tellConflict: (conflict: AnswerConflict) => void;
  /** The server has a text now, since this instant of its clock. */
  tellSaved: (question: string, at: Date) => void;
};

export type AnswersSaving = ReturnType<typeof answersSaving>;

/**
 * Saves each answer by itself shortly after it changed: one save at a time per question, the next one based on the
 * version the last one made. A save whose answer was lost is sent again as it was, so that it counts once; what the
 * server has not confirmed is kept in the browser's journal.
 */
export function answersSaving({ form, proposal, known, journal, show, tellConflict, tellSaved }: Page) {
  let restoring = false;
  /** She signed out: from here on nothing is written into this browser. */
  let left = false;

  /** Keeps in the journal what the server does not have. */
  function keep(question: string, { text: stands, version: baseVersion, unconfirmed: sent, held }: Known) {
    if (left) return;
    const text = textOf(form, question);
    if (text === stands && !sent && !held) journal.forget(question);
    else journal.remember({ question, text, baseVersion, sent, held });
  }

  /** How it stands with all answers, and not only with the one that was sent last: "saved" is said of every word. */
  function showState() {
    const all = [...known.values()];
    if (all.some(({ unconfirmed, busy }) => unconfirmed && !busy)) show("failed");
    else if (all.some(({ held }) => held)) show("conflict");
    else if (all.some(({ refused }) => refused)) show("refused");
    else show(all.some(({ busy }) => busy) ? "saving" : "resting");
  }

  function settle(question: string, answer: Known, save: AnswerSave, sent: Extract<Sent, { version: number }>) {
    const typed = textOf(form, question);
    answer.version = sent.version;
    answer.unconfirmed = null;
    answer.refused = null;
    // After a conflict nothing more goes out before its reader has seen both texts and changed something.
    answer.held = sent.kind === "conflict";
    answer.text = answer.held ? typed : save.text;
    keep(question, answer);
    if (sent.kind === "conflict") {
      const { theirs, version, yours } = sent;
      tellConflict({ question, theirs, version, yours });
    } else tellSaved(question, new Date(sent.savedAt));
    return typed !== answer.text;
  }

  async function save(question: string): Promise<void> {
    const answer = known.get(question);
    if (!answer || answer.busy) return;
    window.clearTimeout(answer.timer);
    const text = textOf(form, question);
    if (!answer.unconfirmed && text === answer.text) {
      // What was refused is taken back: the server has the text that stands here.
      if (answer.refused) {
        answer.refused = null;
        showState();
      }
      return;
    }
    const next = answer.unconfirmed ?? { question, baseVersion: answer.version, text, saveId: crypto.randomUUID() };
    answer.busy = true;
    answer.unconfirmed = next;
    keep(question, answer);
    show("saving");
    const sent = await sendAnswer(proposal, next);
    answer.busy = false;
    if ("version" in sent) {
      const goesOn = settle(question, answer, next, sent);
      showState();
      if (goesOn) await save(question);
      return;
    }
    if (sent.kind === "refused") {
      answer.unconfirmed = null;
      answer.refused = { because: sent.because };
      keep(question, answer);
      showState();
      // What was typed meanwhile was not asked about.
      if (textOf(form, question) !== next.text) await save(question);
      return;
    }
    show(sent.kind === "lost" ? "failed" : sent.kind);
    answer.timer = window.setTimeout(() => void save(question), retryAfter);
  }

  const isUnsent = () =>
    [...known].some(
      ([question, { text, unconfirmed, held }]) => unconfirmed || held || textOf(form, question) !== text,
    );

  /** Until nothing is on its way any more. */
  async function quiet() {
    while ([...known.values()].some(({ busy }) => busy)) await new Promise((go) => window.setTimeout(go, untilQuiet));
  }

  const flush = () => {
    for (const question of known.keys()) void save(question);
  };

  return {
    keep,
    flush,
    quiet,
    isUnsent,
    save,
    /** Somebody typed: it is kept at once, and sent a moment later. */
    typed(question: string) {
      const answer = known.get(question);
      if (restoring || !answer) return;
      answer.held = false;
      keep(question, answer);
      window.clearTimeout(answer.timer);
      answer.timer = window.setTimeout(() => void save(question), pause);
    },
    /** Puts a text into its field; quietly, it goes out only once its author changes something. */
    put(question: string, text: string, { quietly }: { quietly: boolean }) {
      restoring = quietly;
      putText(form, question, text);
      restoring = false;
    },
    /** Sends nothing by itself until somebody types again: the form is on its way as a whole. */
    rest() {
      for (const { timer } of known.values()) window.clearTimeout(timer);
    },
    /** Waits no longer for answers that never came: the form carries every text. */
    giveUp() {
      for (const answer of known.values()) answer.unconfirmed = null;
    },
    /** From here on nothing more is written into this browser. */
    leave() {
      left = true;
    },
    /** Answers that are on their way, or whose save was never answered. */
    underWay: () => [...known].filter(([, { busy, unconfirmed }]) => busy || unconfirmed),
    /** Whether words would go with the page where no journal keeps them. */
    wouldBeLost: () =>
      [...known].some(([question, { unconfirmed, busy, held, refused }]) => {
        const typedOn = busy && textOf(form, question) !== unconfirmed?.text;
        return held || refused || typedOn || (unconfirmed && !busy);
      }),
  };
}
