import { paths } from "~/ui/paths";
import type { AnswersSaving } from "./answers-saving";
import { type Journal, wipeJournal } from "./local-journal";

/**
 * What happens before the page goes: the form itself carries the versions that the last saves make; who signs out leaves
 * nothing behind in this browser, and nothing unsaved unsaid; where no journal keeps it, unsaved text is asked about.
 * @returns what to call when somebody types, for then she has to be told once more
 */
export function holdLeaving(form: HTMLFormElement, saving: AnswersSaving, journal: Journal, tell: () => void) {
  /** She was told once that signing out would lose something. */
  let told = false;
  /** The form is on its way as a whole, with every text in it. */
  let posting = false;

  form.addEventListener("submit", (event) => {
    // Without a line the page would be gone, and with it the sight of what she wrote.
    if (!navigator.onLine && saving.isUnsent()) {
      event.preventDefault();
      saving.flush();
      return;
    }
    const open = saving.underWay();
    saving.rest();
    posting = open.length === 0;
    if (posting) return;
    event.preventDefault();
    const { submitter } = event;
    const lastTry = Promise.all(open.map(([question]) => saving.save(question)));
    void lastTry.then(saving.quiet).then(() => {
      saving.giveUp();
      window.setTimeout(() => form.requestSubmit(submitter));
    });
  });

  document.addEventListener("visibilitychange", saving.flush);
  document.addEventListener("submit", (event) => {
    const way = event.target as HTMLFormElement;
    // The frame of every page holds it where this browser keeps words that this page does not ask for.
    if (event.defaultPrevented || way.getAttribute("action") !== paths.signOut()) return;
    if (told || !saving.isUnsent()) {
      saving.leave();
      return wipeJournal();
    }
    event.preventDefault();
    told = true;
    saving.flush();
    void saving.quiet().then(() => (saving.isUnsent() ? tell() : way.requestSubmit()));
  });
  // The browser may bring this page back as it was left: it is no more on its way, and others may have written since.
  window.addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    posting = false;
    if (!saving.isUnsent()) window.location.reload();
  });
  window.addEventListener("beforeunload", (event) => {
    if (!journal.keeps && saving.wouldBeLost() && !posting) event.preventDefault();
  });
  return () => {
    told = false;
  };
}
