import { type FormEvent, useCallback, useEffect, useRef, useState } from "react";
import type { Place } from "~/assignments/place";
import { putText } from "~/forms/answer-control";
import { takeEarlyTyping } from "~/ui/early-typing";
import { paths } from "~/ui/paths";

type Saving = "resting" | "saving" | "failed";

const pause = 800;
const retryAfter = 4000;
/** Browsers let a request outlive its page up to 64 kB. */
const mostBesidesThePage = 60_000;

/** Sends the whole sheet; a refusal or a lost line keeps the text on the page and tries again. */
async function send(code: string, form: HTMLFormElement): Promise<boolean> {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") body.append(name, value);
  try {
    const answer = await fetch(paths.packetScores(code), {
      method: "POST",
      body,
      headers: { Accept: "application/json" },
      keepalive: body.toString().length < mostBesidesThePage,
    });
    return answer.ok;
  } catch {
    return false;
  }
}

const typing = (target: EventTarget | null) =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === "text");

/** Moves and scores by keys: j and k between packets, a digit for the criterion in focus, s to save. */
function press(event: KeyboardEvent, place: Place, save: () => void) {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  const to = event.key === "j" ? place.next : event.key === "k" ? place.previous : null;
  if (to) window.location.assign(paths.packet(to));
  if (event.key === "s") save();
  const steps = (event.target as HTMLElement | null)?.closest?.("fieldset.steps");
  const step = steps?.querySelector<HTMLInputElement>(`input[type=radio][value="${CSS.escape(event.key)}"]`);
  if (step) {
    step.focus();
    step.click();
  }
}

/** Saves the sheet by itself shortly after each change, one save at a time, and listens to the keys. */
export function useSheetSaving(code: string, place: Place) {
  const form = useRef<HTMLFormElement>(null);
  const timer = useRef<number>();
  const running = useRef(false);
  const again = useRef(false);
  /** Something changed that is not on its way yet. */
  const waiting = useRef(false);
  const [state, setState] = useState<Saving>("resting");
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
    const saved = await send(code, form.current);
    running.current = false;
    setState(saved ? "resting" : "failed");
    if (saved) setSavedAt(new Date());
    if (!saved) {
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
    timer.current = window.setTimeout(save, pause);
  }, [save]);

  useEffect(() => {
    setAwake(true);
    const listen = (event: KeyboardEvent) => press(event, place, () => void save());
    const leaving = () => {
      if (waiting.current) void save();
    };
    window.addEventListener("keydown", listen);
    document.addEventListener("visibilitychange", leaving);
    return () => {
      window.removeEventListener("keydown", listen);
      document.removeEventListener("visibilitychange", leaving);
    };
  }, [place, save]);

  useEffect(() => {
    const sheet = form.current;
    if (!sheet) return;
    const early = takeEarlyTyping(document);
    for (const [name, text] of early) putText(sheet, name, text);
    if (early.size > 0) soon();
  }, [soon]);

  const onInput = (event: FormEvent) => {
    if (typing(event.target)) soon();
  };
  return { form, state, savedAt, awake, onChange: soon, onInput };
}
