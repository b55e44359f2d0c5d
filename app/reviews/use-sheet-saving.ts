import { type FormEvent, useCallback, useEffect, useRef, useState } from "react";
import type { Place } from "~/assignments/place";
import { putText } from "~/forms/answer-control";
import { takeEarlyTyping } from "~/ui/early-typing";
import { paths } from "~/ui/paths";
import { markIn, markName } from "./sheet-marks";

type Sent =
  | "saved"
  /** Nobody is signed in any more. */
  | "signed_out"
  /** The server will not take a part of this sheet as it is, however often it is sent. */
  | "refused"
  /** Another window of hers saved something else meanwhile, or the review is closed; a whole post of the form tells. */
  | "stale"
  | "lost";

/** What became of a sheet, and the controls that were refused. */
type Outcome = { sent: Sent; refused: string[] };

export type Saving = "resting" | "saving" | Exclude<Sent, "saved">;

const pause = 800;
const retryAfter = 4000;
const untilQuiet = 30;
const markPrefix = markName("");
/** Browsers let a request outlive its page up to 64 kB. */
const mostBesidesThePage = 60_000;

/**
 * What the controls of this window are based on, by the names of their marks: what was saved last, and what was sent since
 * without an answer, which may stand or not.
 */
type Marks = { saved: Map<string, string>; sent: Map<string, Set<string>> };

/** The marks of what a form is about to send. */
function marksOf(body: URLSearchParams): Map<string, string> {
  const marks = new Map<string, string>();
  for (const name of new Set(body.keys())) {
    if (!name.startsWith(markPrefix)) continue;
    marks.set(
      name,
      markIn(name.slice(markPrefix.length), (of) => body.get(of) ?? ""),
    );
  }
  return marks;
}

/** Sends the whole sheet; what became of it, also where no answer came. What was saved is what the next save is based on. */
async function send(code: string, form: HTMLFormElement, began: Marks): Promise<Outcome> {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") body.append(name, value);
  const marks = marksOf(body);
  const unanswered = new Map([...began.sent].map(([name, sent]) => [name, new Set(sent)]));
  for (const [name, mark] of marks)
    if (!body.getAll(name).includes(mark)) began.sent.set(name, new Set(began.sent.get(name)).add(mark));
  const outcome = await post(code, body);
  if (outcome.sent === "saved") {
    began.saved = marks;
    began.sent = new Map();
  } else if (outcome.sent === "signed_out") began.sent = unanswered;
  return outcome;
}

async function post(code: string, body: URLSearchParams): Promise<Outcome> {
  const only = (sent: Sent): Outcome => ({ sent, refused: [] });
  try {
    const answer = await fetch(paths.packetScores(code), {
      method: "POST",
      body,
      headers: { Accept: "application/json" },
      keepalive: body.toString().length < mostBesidesThePage,
      // Followed, the way to signing in would end in a page that is there, and look like a save.
      redirect: "manual",
    });
    if (answer.type === "opaqueredirect") return only("signed_out");
    if (answer.ok) return only("saved");
    if (answer.status >= 500 || answer.status === 429) return only("lost");
    const said = (await answer.json()) as { refusal?: { details?: { fields?: object } } };
    const refused = Object.keys(said.refusal?.details?.fields ?? {});
    return { sent: answer.status === 409 ? "stale" : "refused", refused };
  } catch {
    return only("lost");
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
    const { sent, refused } = await send(code, form.current, began.current);
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
    const listen = (event: KeyboardEvent) => press(event, place, () => void save());
    const leaving = () => {
      if (waiting.current) void save();
    };
    /**
     * The sheet itself waits once for a save that is on its way. Signing out, or bringing a kept sheet back, waits once for
     * what the server does not have, and goes by itself only if it then has it.
     */
    const submitting = (event: SubmitEvent) => {
      const way = event.target as HTMLFormElement;
      const sheet = way === form.current;
      const early = sheet ? running.current : waiting.current || running.current || failed.current;
      posting.current = told.current || !early;
      if (posting.current) return;
      event.preventDefault();
      told.current = true;
      const { submitter } = event;
      void (sheet ? quiet(running) : save().then(() => quiet(running))).then(() => {
        if (sheet || !failed.current) way.requestSubmit(submitter);
      });
    };
    /** No journal keeps a sheet: what the line did not take would be gone with the page. */
    const closing = (event: Event) => {
      if (failed.current && !posting.current) event.preventDefault();
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
