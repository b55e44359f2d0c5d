import { type FormEvent, useCallback, useEffect, useRef, useState } from "react";
import type { Place } from "~/assignments/place";
import { putText } from "~/forms/answer-control";
import { takeEarlyTyping } from "~/ui/early-typing";
import { paths } from "~/ui/paths";
import { type Marks, outlivesThePage, type Sent, sendSheet } from "./send-sheet";

export type Saving = "resting" | "saving" | Exclude<Sent, "saved">;

const pause = 800;
const retryAfter = 4000;
const untilQuiet = 30;

const typing = (target: EventTarget | null) =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === "text");

/** Moves and scores by keys: j and k between packets, a digit for the criterion in focus, s to save. */
function press(event: KeyboardEvent, place: Place, save: () => void, go: (packet: string) => void) {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  const to = event.key === "j" ? place.next : event.key === "k" ? place.previous : null;
  if (to) go(to);
  if (event.key === "s") save();
  const steps = (event.target as HTMLElement | null)?.closest?.("fieldset.steps");
  const step = steps?.querySelector<HTMLInputElement>(`input[type=radio][value="${CSS.escape(event.key)}"]`);
  if (step) {
    step.focus();
    step.click();
  }
}

/** Until no save is on its way any more. */
async function quiet(running: { current: boolean }) {
  while (running.current) await new Promise((go) => window.setTimeout(go, untilQuiet));
}

/** Saves the sheet by itself shortly after each change, one save at a time, and listens to the keys. */
export function useSheetSaving(code: string, place: Place) {
  const form = useRef<HTMLFormElement>(null);
  const began = useRef<Marks>({ saved: new Map(), sent: new Map() });
  const timer = useRef<number>();
  const running = useRef(false);
  const again = useRef(false);
  /** Something changed that is not on its way yet. */
  const waiting = useRef(false);
  /** It was tried, and the server does not have it. */
  const failed = useRef(false);
  /** Another form of this page was held back once for what is not saved. */
  const told = useRef(false);
  /** A form is on its way, and the page goes with it. */
  const posting = useRef(false);
  const [state, setState] = useState<Saving>("resting");
  const [refused, setRefused] = useState<string[]>([]);
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const [awake, setAwake] = useState(false);

  const save = useCallback(async () => {
    window.clearTimeout(timer.current);
    waiting.current = false;
    if (!form.current) return;
    if (running.current) {
      again.current = true;
      return;
    }
    running.current = true;
    setState("saving");
    const { sent, refused } = await sendSheet(code, form.current, began.current);
    setRefused(refused);
    running.current = false;
    failed.current = sent !== "saved";
    setState(sent === "saved" ? "resting" : sent);
    if (sent === "saved") setSavedAt(new Date());
    if (sent === "lost" || sent === "signed_out") {
      waiting.current = true;
      timer.current = window.setTimeout(save, retryAfter);
    } else if (again.current) {
      again.current = false;
      void save();
    }
  }, [code]);

  const soon = useCallback(() => {
    window.clearTimeout(timer.current);
    waiting.current = true;
    told.current = false;
    timer.current = window.setTimeout(save, pause);
  }, [save]);

  useEffect(() => {
    setAwake(true);
    const isUnsent = () => waiting.current || running.current;
    const go = async (packet: string) => {
      if (isUnsent()) await save().then(() => quiet(running));
      window.location.assign(paths.packet(packet));
    };
    const listen = (event: KeyboardEvent) =>
      press(
        event,
        place,
        () => void save(),
        (packet) => void go(packet),
      );
    const leaving = () => {
      if (waiting.current) void save();
    };
    /**
     * The sheet itself waits once for a save that is on its way. Signing out, or bringing a kept sheet back, waits once for
     * what the server does not have, and goes by itself only if it then has it. The frame of every page may hold it, too.
     */
    const submitting = (event: SubmitEvent) => {
      if (event.defaultPrevented) return;
      const way = event.target as HTMLFormElement;
      const sheet = way === form.current;
      const early = sheet ? running.current : isUnsent() || failed.current;
      posting.current = told.current || !early;
      if (posting.current) return;
      event.preventDefault();
      told.current = true;
      const { submitter } = event;
      void (sheet ? quiet(running) : save().then(() => quiet(running))).then(() => {
        if (sheet || !failed.current) way.requestSubmit(submitter);
      });
    };
    /**
     * No journal keeps a sheet: what the line did not take would be gone with the page, and so would be what was typed while
     * a save is on its way, or is too much to be sent while the page goes.
     */
    const closing = (event: Event) => {
      if (posting.current || !form.current) return;
      const typedOn = running.current && (waiting.current || again.current);
      if (failed.current || typedOn || (isUnsent() && !outlivesThePage(form.current))) event.preventDefault();
    };
    window.addEventListener("keydown", listen);
    document.addEventListener("visibilitychange", leaving);
    document.addEventListener("submit", submitting);
    window.addEventListener("beforeunload", closing);
    return () => {
      window.removeEventListener("keydown", listen);
      document.removeEventListener("visibilitychange", leaving);
      document.removeEventListener("submit", submitting);
      window.removeEventListener("beforeunload", closing);
    };
  }, [place, save]);

  useEffect(() => {
    const sheet = form.current;
    if (!sheet) return;
    // React puts hidden fields back as the page had them: the marks travel with whatever the form sends, by itself or not.
    sheet.addEventListener("formdata", ({ formData }) => {
      for (const [name, mark] of began.current.saved) formData.set(name, mark);
      for (const [name, sent] of began.current.sent) for (const mark of sent) formData.append(name, mark);
    });
    const early = takeEarlyTyping(document);
    for (const [name, text] of early) putText(sheet, name, text);
    if (early.size > 0) soon();
  }, [soon]);

  const onInput = (event: FormEvent) => {
    if (typing(event.target)) soon();
  };
  return { form, state, refused, savedAt, awake, onChange: soon, onInput };
}
