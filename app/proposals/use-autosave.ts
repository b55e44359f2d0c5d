import { type FormEvent, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { putText, textOf } from "~/forms/answer-control";
import { takeEarlyTyping } from "~/ui/early-typing";
import { paths } from "~/ui/paths";
import { journalOf, type Unconfirmed, wipeJournal } from "./local-journal";
import type { AnswerConflict } from "./proposal";
import type { Saving } from "./saving-state";
import type { SectionPage } from "./section-page";
import { type AnswerSave, type Sent, sendAnswer } from "./send-answer";

const pause = 900;
const retryAfter = 5000;
const untilQuiet = 30;

/** What is known of one question: the version and text the server has, and a save whose answer never came. */
type Known = {
  version: number;
  text: string;
  busy: boolean;
  unconfirmed: AnswerSave | null;
  /** A text that somebody else was faster than: it waits until its author changes it. */
  held: boolean;
  /** Why the server will not take the text as it is; null where it would, or was not asked. */
  refused: Refused | null;
  timer: number;
};

type Refused = { because: string | null };

/**
 * Saves each answer by itself shortly after it changed: one save at a time per question, the next one based on the
 * version the last one made. A save whose answer was lost is sent again as it was, so that it counts once; what the
 * server has not confirmed is kept in the browser's journal. `posted` are the conflicts of a form sent as a whole: its
 * fields show what was typed.
 */
export function useAutosave({ proposal, journal: account, questions, open }: SectionPage, posted: AnswerConflict[]) {
  const form = useRef<HTMLFormElement>(null);
  const journal = useMemo(() => journalOf(account, proposal), [account, proposal]);
  const known = useRef(
    new Map<string, Known>(
      questions.map(({ id, version, text }) => {
        const yours = posted.find(({ question }) => question === id)?.yours;
        const held = yours !== undefined;
        return [id, { version, text: yours ?? text, busy: false, unconfirmed: null, held, refused: null, timer: 0 }];
      }),
    ),
  );
  const restoring = useRef(false);
  /** She signed out: from here on nothing is written into this browser. */
  const left = useRef(false);
  /** She was told once that signing out would lose something. */
  const told = useRef(false);
  /** The form is on its way as a whole, with every text in it. */
  const posting = useRef(false);
  const [state, setState] = useState<Saving>("resting");
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const [conflicts, setConflicts] = useState<AnswerConflict[]>([]);
  const [unsent, setUnsent] = useState<Unconfirmed[]>([]);
  const [, redraw] = useState(0);

  const addConflict = useCallback(
    (found: AnswerConflict) =>
      setConflicts((before) => [...before.filter(({ question }) => question !== found.question), found]),
    [],
  );

  /** Keeps in the journal what the server does not have. */
  const keep = useCallback(
    (question: string, { text: stands, version: baseVersion, unconfirmed: sent, held }: Known) => {
      if (!form.current || left.current) return;
      const text = textOf(form.current, question);
      if (text === stands && !sent && !held) journal.forget(question);
      else journal.remember({ question, text, baseVersion, sent, held });
    },
    [journal],
  );

  /** How it stands with all answers, and not only with the one that was sent last: "saved" is said of every word. */
  const showState = useCallback(() => {
    const all = [...known.current.values()];
    if (all.some(({ unconfirmed, busy }) => unconfirmed && !busy)) setState("failed");
    else if (all.some(({ held }) => held)) setState("conflict");
    else if (all.some(({ refused }) => refused)) setState("refused");
    else setState(all.some(({ busy }) => busy) ? "saving" : "resting");
    redraw((count) => count + 1);
  }, []);

  const settle = useCallback(
    (question: string, answer: Known, save: AnswerSave, sent: Extract<Sent, { version: number }>) => {
      const typed = form.current ? textOf(form.current, question) : save.text;
      answer.version = sent.version;
      answer.unconfirmed = null;
      answer.refused = null;
      // After a conflict nothing more goes out before its reader has seen both texts and changed something.
      answer.held = sent.kind === "conflict";
      answer.text = answer.held ? typed : save.text;
      keep(question, answer);
      if (sent.kind === "conflict") {
        const { theirs, version, yours } = sent;
        addConflict({ question, theirs, version, yours });
      } else setSavedAt(new Date(sent.savedAt));
      return typed !== answer.text;
    },
    [keep, addConflict],
  );

  const save = useCallback(
    async (question: string): Promise<void> => {
      const answer = known.current.get(question);
      if (!form.current || !answer || answer.busy) return;
      window.clearTimeout(answer.timer);
      const text = textOf(form.current, question);
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
      setState("saving");
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
        if (form.current && textOf(form.current, question) !== next.text) await save(question);
        return;
      }
      setState(sent.kind === "lost" ? "failed" : sent.kind);
      answer.timer = window.setTimeout(() => void save(question), retryAfter);
    },
    [proposal, keep, settle, showState],
  );

  const onInput = useCallback(
    (event: FormEvent) => {
      const { name } = event.target as HTMLInputElement;
      const answer = known.current.get(name);
      if (restoring.current || !form.current || !answer) return;
      answer.held = false;
      told.current = false;
      keep(name, answer);
      window.clearTimeout(answer.timer);
      answer.timer = window.setTimeout(() => void save(name), pause);
    },
    [keep, save],
  );

  /** Until nothing is on its way any more. */
  const quiet = useCallback(async () => {
    const answers = [...known.current.values()];
    while (answers.some(({ busy }) => busy)) await new Promise((go) => window.setTimeout(go, untilQuiet));
  }, []);

  /** The form goes when no save is on its way any more: it carries the versions that those saves make. */
  const onSubmit = useCallback(
    (event: FormEvent<HTMLFormElement>) => {
      const answers = [...known.current];
      for (const [, { timer }] of answers) window.clearTimeout(timer);
      const open = answers.filter(([, { busy, unconfirmed }]) => busy || unconfirmed);
      posting.current = open.length === 0;
      if (posting.current) return;
      event.preventDefault();
      const { submitter } = event.nativeEvent as SubmitEvent;
      const lastTry = Promise.all(open.map(([question]) => save(question)));
      const go = () => {
        for (const [, answer] of answers) answer.unconfirmed = null;
        window.setTimeout(() => form.current?.requestSubmit(submitter));
      };
      void lastTry.then(quiet).then(go);
    },
    [save, quiet],
  );

  useEffect(() => {
    const early = takeEarlyTyping(document);
    const kept = journal.remembered();
    // Nothing can be saved any more: what the server never got is shown to be copied, and stays where it is.
    if (!open) {
      const here = kept.filter(({ question }) => known.current.has(question));
      const isThere = ({ question, text }: Unconfirmed) => known.current.get(question)?.text === text;
      for (const saved of here.filter(isThere)) journal.forget(saved.question);
      return setUnsent(here.filter((one) => one.text !== "" && !isThere(one)));
    }
    if (!form.current) return;
    const section = form.current;
    const put = (question: string, text: string, more: { quietly: boolean }) => {
      restoring.current = more.quietly;
      putText(section, question, text);
      restoring.current = false;
    };
    for (const { question, text, baseVersion, sent, held } of kept) {
      const answer = known.current.get(question);
      if (!answer) continue;
      const stands = early.get(question) ?? textOf(section, question);
      if (stands === text) {
        if (!answer.held) journal.forget(question);
      } else if (early.has(question) || held) {
        // Two texts of hers, or hers and a faster one: both are shown, and neither goes out by itself.
        answer.held = true;
        addConflict({ question, theirs: stands, version: answer.version, yours: text });
        put(question, text, { quietly: true });
        answer.text = text;
        keep(question, answer);
      } else {
        answer.version = baseVersion;
        answer.unconfirmed = sent ?? null;
        put(question, text, { quietly: false });
      }
      early.delete(question);
    }
    for (const [question, text] of early) if (known.current.has(question)) put(question, text, { quietly: false });
    for (const [question, answer] of known.current) if (answer.held) keep(question, answer);
  }, [journal, open, addConflict, keep]);

  useEffect(() => {
    if (!open) return;
    const flush = () => {
      for (const question of known.current.keys()) void save(question);
    };
    const isUnsent = () =>
      [...known.current].some(
        ([question, { text, unconfirmed, held }]) =>
          unconfirmed || held || (form.current && textOf(form.current, question) !== text),
      );
    /** Who signs out leaves nothing behind in this browser; so what is unsaved is saved first, or she is told. */
    const leaving = (event: Event) => {
      const way = event.target as HTMLFormElement;
      // The frame of every page holds it where this browser keeps words that this page does not ask for.
      if (event.defaultPrevented || way.getAttribute("action") !== paths.signOut()) return;
      if (told.current || !isUnsent()) {
        left.current = true;
        return wipeJournal();
      }
      event.preventDefault();
      told.current = true;
      flush();
      void quiet().then(() => (isUnsent() ? setState("leaving") : way.requestSubmit()));
    };
    /** Where no journal keeps it, text that the line did not take is gone with the page. */
    const closing = (event: Event) => {
      const lost = [...known.current].some(([question, { unconfirmed, busy, held, refused }]) => {
        const typedOn = busy && form.current && textOf(form.current, question) !== unconfirmed?.text;
        return held || refused || typedOn || (unconfirmed && !busy);
      });
      if (!journal.keeps && lost && !posting.current) event.preventDefault();
    };
    document.addEventListener("visibilitychange", flush);
    document.addEventListener("submit", leaving);
    window.addEventListener("beforeunload", closing);
    return () => {
      document.removeEventListener("visibilitychange", flush);
      document.removeEventListener("submit", leaving);
      window.removeEventListener("beforeunload", closing);
    };
  }, [journal, open, save, quiet]);

  /** Puts the other text of a conflict into its field, as if it had been typed. */
  const take = ({ question, theirs }: AnswerConflict) => {
    if (form.current) putText(form.current, question, theirs);
  };

  return {
    form,
    take,
    onInput,
    onSubmit,
    state,
    savedAt,
    /** The answers that the server will not take as they are, and why. */
    refused: [...known.current].flatMap(([question, { refused }]) => (refused ? [{ question, ...refused }] : [])),
    conflicts,
    unsent,
    /** Whether the server has exactly this text. */
    isSaved: ({ question, text }: { question: string; text: string }) => {
      const answer = known.current.get(question);
      return answer !== undefined && answer.text === text && !answer.unconfirmed && !answer.held;
    },
    versionOf: (question: string) => known.current.get(question)?.version ?? 0,
  };
}
