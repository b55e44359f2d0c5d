import { type Marks, outlivesThePage, sendSheet } from "./send-sheet";
import type { Saying } from "./sheet-line";

const pause = 800;
const retryAfter = 4000;
const untilQuiet = 30;

export type SheetSaving = ReturnType<typeof sheetSaving>;

/**
 * Saves a sheet by itself shortly after each change, one save at a time.
 * @param say hears what became of each save, with the names of the controls that were refused
 */
export function sheetSaving(form: HTMLFormElement, say: (saying: Saying, refused: string[]) => void) {
  const began: Marks = { saved: new Map(), sent: new Map() };
  let timer: number | undefined;
  let running = false;
  let again = false;
  /** Something changed that is not on its way yet. */
  let waiting = false;
  /** It was tried, and the server does not have it. */
  let failed = false;

  async function save(): Promise<void> {
    window.clearTimeout(timer);
    waiting = false;
    if (running) {
      again = true;
      return;
    }
    running = true;
    say("saving", []);
    const { sent, refused } = await sendSheet(form.dataset.scores ?? "", form, began);
    running = false;
    failed = sent !== "saved";
    say(sent, refused);
    if (sent === "lost" || sent === "signed_out") {
      waiting = true;
      timer = window.setTimeout(save, retryAfter);
    } else if (again) {
      again = false;
      void save();
    }
  }

  // The marks of what was saved since the page was made travel with whatever the form sends, by itself or not.
  form.addEventListener("formdata", ({ formData }) => {
    for (const [name, mark] of began.saved) formData.set(name, mark);
    for (const [name, sent] of began.sent) for (const mark of sent) formData.append(name, mark);
  });

  return {
    save,
    soon() {
      window.clearTimeout(timer);
      waiting = true;
      timer = window.setTimeout(save, pause);
    },
    /** Until no save is on its way any more. */
    async quiet() {
      while (running) await new Promise((go) => window.setTimeout(go, untilQuiet));
    },
    isRunning: () => running,
    isWaiting: () => waiting,
    hasFailed: () => failed,
    isUnsent: () => waiting || running,
    /**
     * No journal keeps a sheet: what the line did not take would be gone with the page, and so would be what was typed while
     * a save is on its way, or is too much to be sent while the page goes.
     */
    wouldBeLost: () => failed || (running && (waiting || again)) || ((waiting || running) && !outlivesThePage(form)),
  };
}
