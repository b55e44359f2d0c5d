import { type FormEvent, useCallback, useEffect, useRef, useState } from "react";
import { paths } from "~/ui/paths";
import { forget, remember, remembered } from "./local-journal";
import type { AnswerConflict } from "./proposal";
import type { Saving } from "./saving-state";
import type { QuestionOnPage } from "./section-page";

const pause = 900;
const retryAfter = 5000;

type Sent = { version: number } | { conflict: { theirs: string; version: number; yours: string } } | "refused" | "lost";

async function send(
  proposal: string,
  change: { question: string; baseVersion: number; text: string; saveId: string },
): Promise<Sent> {
  const body = JSON.stringify(change);
  try {
    const answer = await fetch(paths.proposalAnswers(proposal), {
      method: "POST",
      body,
      headers: { "Content-Type": "application/json" },
      redirect: "manual",
      // A save that is on its way arrives also where the page is being left; browsers allow that up to 64 kB in all.
      keepalive: body.length < 16_000,
    });
    if (answer.status === 409) {
      const said = await answer.json();
      return "theirs" in said ? { conflict: said } : "refused";
    }
    if (answer.ok) return (await answer.json()) as { version: number };
    return answer.status >= 500 || answer.type === "opaqueredirect" ? "lost" : "refused";
  } catch {
    return "lost";
  }
}

/** What a question holds now: several choices are one line each, as the server keeps them. */
function textOf(form: HTMLFormElement, question: string): string {
  return new FormData(form)
    .getAll(question)
    .filter((value): value is string => typeof value === "string" && value !== "")
    .join("\n");
}

/**
 * Saves each answer by itself shortly after it changed: one save at a time per question, the next one based on the
 * version the last one made. What the server has not confirmed is kept in the browser's journal.
 */
export function useAutosave(proposal: string, questions: QuestionOnPage[]) {
  const form = useRef<HTMLFormElement>(null);
  const versions = useRef(new Map(questions.map(({ id, version }) => [id, version])));
  const saved = useRef(new Map(questions.map(({ id, text }) => [id, text])));
  const timers = useRef(new Map<string, number>());
  const busy = useRef(new Set<string>());
  const [state, setState] = useState<Saving>("resting");
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const [conflicts, setConflicts] = useState<AnswerConflict[]>([]);
  const [, redraw] = useState(0);

  const save = useCallback(
    async (question: string) => {
      if (!form.current || busy.current.has(question)) return;
      const text = textOf(form.current, question);
      if (text === saved.current.get(question)) return;
      busy.current.add(question);
      setState("saving");
      const baseVersion = versions.current.get(question) ?? 0;
      const sent = await send(proposal, { question, baseVersion, text, saveId: crypto.randomUUID() });
      busy.current.delete(question);
      if (sent === "lost" || sent === "refused") {
        setState("failed");
        if (sent === "lost")
          timers.current.set(
            question,
            window.setTimeout(() => void save(question), retryAfter),
          );
        return;
      }
      const { version } = "conflict" in sent ? sent.conflict : sent;
      versions.current.set(question, version);
      saved.current.set(question, text);
      forget(proposal, question);
      if ("conflict" in sent) setConflicts((before) => [...before, { question, ...sent.conflict }]);
      setState("resting");
      setSavedAt(new Date());
      redraw((count) => count + 1);
      if (form.current && textOf(form.current, question) !== text) void save(question);
    },
    [proposal],
  );

  const onInput = useCallback(
    (event: FormEvent) => {
      const { name } = event.target as HTMLInputElement;
      if (!form.current || !versions.current.has(name)) return;
      remember(proposal, name, textOf(form.current, name));
      window.clearTimeout(timers.current.get(name));
      timers.current.set(
        name,
        window.setTimeout(() => void save(name), pause),
      );
    },
    [proposal, save],
  );

  /** The form goes when no save is on its way any more: it carries the versions that those saves make. */
  const onSubmit = useCallback((event: FormEvent<HTMLFormElement>) => {
    for (const timer of timers.current.values()) window.clearTimeout(timer);
    if (busy.current.size === 0) return;
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const whenQuiet = () => {
      if (busy.current.size > 0) window.setTimeout(whenQuiet, 30);
      else form.current?.requestSubmit(submitter);
    };
    window.setTimeout(whenQuiet, 30);
  }, []);

  useEffect(() => {
    for (const { id, text } of remembered(proposal)) {
      const control = form.current?.elements.namedItem(id);
      if (!(control instanceof HTMLTextAreaElement || (control instanceof HTMLInputElement && control.type === "text")))
        continue;
      if (control.value === text) {
        forget(proposal, id);
        continue;
      }
      control.value = text;
      void save(id);
    }
    const flush = () => {
      for (const { id } of questions) void save(id);
    };
    document.addEventListener("visibilitychange", flush);
    return () => document.removeEventListener("visibilitychange", flush);
  }, [proposal, questions, save]);

  return {
    form,
    onInput,
    onSubmit,
    state,
    savedAt,
    conflicts,
    versionOf: (question: QuestionOnPage) => versions.current.get(question.id) ?? question.version,
  };
}
