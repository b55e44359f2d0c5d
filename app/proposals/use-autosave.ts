import { type FormEvent, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { paths } from "~/ui/paths";
import { putText, textOf } from "./answer-control";
import { journalOf, wipeJournal } from "./local-journal";
import type { AnswerConflict } from "./proposal";
import type { Saving } from "./saving-state";
import type { SectionPage } from "./section-page";
import { type AnswerSave, type Sent, sendAnswer } from "./send-answer";

const pause = 900;
const retryAfter = 5000;
const untilQuiet = 30;

/** What is known of one question: the version and text the server has, and a save whose answer never came. */
type Known = { version: number; text: string; busy: boolean; unconfirmed: AnswerSave | null; timer: number };

/**
 * Saves each answer by itself shortly after it changed: one save at a time per question, the next one based on the
 * version the last one made. A save whose answer was lost is sent again as it was, so that it counts once; what the
 * server has not confirmed is kept in the browser's journal.
 */
export function useAutosave({ proposal, journal: session, questions }: SectionPage) {
  const form = useRef<HTMLFormElement>(null);
  const journal = useMemo(() => journalOf(session, proposal), [session, proposal]);
  const known = useRef(
    new Map<string, Known>(
      questions.map(({ id, version, text }) => [id, { version, text, busy: false, unconfirmed: null, timer: 0 }]),
    ),
  );
  const [state, setState] = useState<Saving>("resting");
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const [conflicts, setConflicts] = useState<AnswerConflict[]>([]);
  const [, redraw] = useState(0);

  const settle = useCallback(
    (question: string, answer: Known, save: AnswerSave, sent: Extract<Sent, { version: number }>) => {
      const typed = form.current ? textOf(form.current, question) : save.text;
      answer.version = sent.version;
      answer.unconfirmed = null;
      // After a conflict nothing more goes out before its reader has seen both texts and changed something.
      answer.text = sent.kind === "conflict" ? typed : save.text;
      if (typed === answer.text) journal.forget(question);
      else journal.remember(question, typed, sent.version);
      if (sent.kind === "conflict") {
        const { theirs, version, yours } = sent;
        setConflicts((before) => [
          ...before.filter((one) => one.question !== question),
          { question, theirs, version, yours },
        ]);
      } else setSavedAt(new Date(sent.savedAt));
      redraw((count) => count + 1);
      return typed !== answer.text;
    },
    [journal],
  );

  const save = useCallback(
    async (question: string): Promise<void> => {
      const answer = known.current.get(question);
      if (!form.current || !answer || answer.busy) return;
      window.clearTimeout(answer.timer);
      const text = textOf(form.current, question);
      if (!answer.unconfirmed && text === answer.text) return;
      const next = answer.unconfirmed ?? { question, baseVersion: answer.version, text, saveId: crypto.randomUUID() };
      answer.busy = true;
      setState("saving");
      const sent = await sendAnswer(proposal, next);
      answer.busy = false;
      const others = [...known.current.values()];
      if ("version" in sent) {
        setState(
          others.some(({ unconfirmed }) => unconfirmed) ? "failed" : sent.kind === "conflict" ? "conflict" : "resting",
        );
        if (settle(question, answer, next, sent)) await save(question);
        return;
      }
      setState(sent.kind === "lost" ? "failed" : sent.kind);
      if (sent.kind === "refused") {
        answer.unconfirmed = null;
        return;
      }
      answer.unconfirmed = next;
      answer.timer = window.setTimeout(() => void save(question), retryAfter);
    },
    [proposal, settle],
  );

  const onInput = useCallback(
    (event: FormEvent) => {
      const { name } = event.target as HTMLInputElement;
      const answer = known.current.get(name);
      if (!form.current || !answer) return;
      journal.remember(name, textOf(form.current, name), answer.version);
      window.clearTimeout(answer.timer);
      answer.timer = window.setTimeout(() => void save(name), pause);
    },
    [journal, save],
  );

  /** The form goes when no save is on its way any more: it carries the versions that those saves make. */
  const onSubmit = useCallback(
    (event: FormEvent<HTMLFormElement>) => {
      const answers = [...known.current];
      for (const [, { timer }] of answers) window.clearTimeout(timer);
      const open = answers.filter(([, { busy, unconfirmed }]) => busy || unconfirmed);
      if (open.length === 0) return;
      event.preventDefault();
      const { submitter } = event.nativeEvent as SubmitEvent;
      const lastTry = Promise.all(open.map(([question]) => save(question)));
      const go = () => {
        if (answers.some(([, { busy }]) => busy)) return void window.setTimeout(go, untilQuiet);
        for (const [, answer] of answers) answer.unconfirmed = null;
        window.setTimeout(() => form.current?.requestSubmit(submitter));
      };
      void lastTry.then(go);
    },
    [save],
  );

  useEffect(() => {
    for (const { question, text, baseVersion } of journal.remembered()) {
      const answer = known.current.get(question);
      if (!form.current || !answer) continue;
      if (textOf(form.current, question) === text) {
        journal.forget(question);
        continue;
      }
      answer.version = baseVersion;
      putText(form.current, question, text);
    }
    const flush = () => {
      for (const question of known.current.keys()) void save(question);
    };
    const leaving = (event: Event) => {
      if ((event.target as HTMLFormElement).getAttribute("action") === paths.signOut()) wipeJournal();
    };
    document.addEventListener("visibilitychange", flush);
    document.addEventListener("submit", leaving);
    return () => {
      document.removeEventListener("visibilitychange", flush);
      document.removeEventListener("submit", leaving);
    };
  }, [journal, save]);

  return {
    form,
    onInput,
    onSubmit,
    state,
    savedAt,
    conflicts,
    versionOf: (question: string) => known.current.get(question)?.version ?? 0,
  };
}
