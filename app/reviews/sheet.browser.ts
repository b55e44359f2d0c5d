import { type Control, isChanged } from "~/ui/changed-control";
import { labelOfField } from "~/ui/field-label";
import { showWithScripts } from "~/ui/with-scripts";
import { type KeyActs, pressed } from "./sheet-keys";
import { sayInLine } from "./sheet-line";
import { type SheetSaving, sheetSaving } from "./sheet-saving";

/** Takes up the sheet of a packet: it saves by itself, moves and scores by keys, and lets no unsaved word go. */
function takeUp(form: HTMLFormElement) {
  const line = form.querySelector(".sheet-state");
  const saving = sheetSaving(form, (saying, refused) => {
    if (line) sayInLine(line, saying, { where: refused.map(labelOfControl), at: new Date() });
  });
  /** Another form of this page was held back once for what is not saved. */
  let told = false;
  const changed = () => {
    told = false;
    saving.soon();
  };
  form.addEventListener("input", changed);

  listen({
    save: () => void saving.save(),
    go: async (way) => {
      if (placeAt(way) && saving.isUnsent()) await saving.save().then(saving.quiet);
      goTo(way);
    },
  });
  document.addEventListener("visibilitychange", () => {
    if (saving.isWaiting()) void saving.save();
  });
  holdLeaving(form, saving, {
    wasTold: () => told,
    tell: () => {
      told = true;
    },
  });
  showWithScripts(document);
  // Somebody on a slow line may have begun before this script arrived.
  if ([...form.querySelectorAll<Control>("input, textarea")].some(isChanged)) changed();
  form.dataset.awake = "yes";
}

/** The link of this page to the packet before or after it. */
const placeAt = (way: "next" | "prev") => document.querySelector<HTMLAnchorElement>(`.place-in-queue a[rel="${way}"]`);

function goTo(way: "next" | "prev") {
  const link = placeAt(way);
  if (link) window.location.assign(link.href);
}

const listen = (acts: KeyActs) => window.addEventListener("keydown", (event) => pressed(event, acts));

/** What a control of the sheet is called; why there is no score belongs to its criterion. */
const labelOfControl = (name: string) => labelOfField(name.replace(/^because-/, "score-"));

/**
 * The sheet itself waits once for a save that is on its way. Signing out, or bringing a kept sheet back, waits once for
 * what the server does not have, and goes by itself only if it then has it. The frame of every page may hold it, too.
 */
function holdLeaving(form: HTMLFormElement, saving: SheetSaving, once: { wasTold: () => boolean; tell: () => void }) {
  /** A form is on its way, and the page goes with it. */
  let posting = false;
  document.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    const way = event.target as HTMLFormElement;
    const isSheet = way === form;
    // Without a line the page would be gone, and with it the sight of what she wrote.
    if (isSheet && !navigator.onLine && (saving.isUnsent() || saving.hasFailed())) {
      event.preventDefault();
      void saving.save();
      return;
    }
    const early = isSheet ? saving.isRunning() : saving.isUnsent() || saving.hasFailed();
    posting = once.wasTold() || !early;
    if (posting) return;
    event.preventDefault();
    once.tell();
    const { submitter } = event;
    void (isSheet ? saving.quiet() : saving.save().then(saving.quiet)).then(() => {
      if (isSheet || !saving.hasFailed()) way.requestSubmit(submitter);
    });
  });
  // The browser may bring this page back as it was left: it is no more on its way, and another window may have saved since.
  window.addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    posting = false;
    if (!saving.isUnsent() && !saving.hasFailed()) window.location.reload();
  });
  window.addEventListener("beforeunload", (event) => {
    if (!posting && saving.wouldBeLost()) event.preventDefault();
  });
}

const sheet = document.querySelector<HTMLFormElement>("#sheet form[data-scores]");
if (sheet) takeUp(sheet);
// A sheet that is locked is only read, and left by the same keys.
else listen({ save: () => {}, go: goTo });
