import { countLive } from "~/forms/live-counts";
import { hideNeedless } from "~/forms/shown-questions";
import { labelOfField } from "~/ui/field-label";
import { scriptTexts } from "~/ui/script-texts";
import { showWithScripts } from "~/ui/with-scripts";
import { answersOnPage } from "./answers-on-page";
import { answersSaving } from "./answers-saving";
import { conflictsShown } from "./conflicts-shown";
import { sendFiles } from "./file-sending";
import { dropSavedTexts } from "./kept-texts-shown";
import { journalOf } from "./local-journal";
import { type Saving, savingLine } from "./saving-line";
import { holdLeaving } from "./section-leaving";
import { restore, showNeverSaved } from "./section-restoring";
import { versionField } from "./version-field";

const byId = (id: string) => document.getElementById(id) as HTMLElement;

/** Takes up a section of the form: each answer saves by itself, counts while it is typed, and is lost nowhere. */
function takeUp(form: HTMLFormElement) {
  const { proposal = "", journal: account } = form.dataset;
  const find = scriptTexts();
  const known = answersOnPage(form);
  const journal = journalOf(account ?? null, proposal);
  showWithScripts(document);
  if (!("open" in form.dataset)) {
    showNeverSaved({ form, known, journal }, byId("never-saved-texts"));
    return;
  }
  const sayReason = (because: string | null) =>
    (because && find(`errors.reasons.${because}`)) || (find("apply.saving.refused") ?? "");
  const say = savingLine(byId("saving"));
  let savedAt: Date | null = null;
  const show = (state: Saving) => {
    const refused = [...known].flatMap(([question, { refused }]) =>
      refused ? [{ question, label: labelOfField(question), because: sayReason(refused.because) }] : [],
    );
    say(state, savedAt, refused);
    for (const [question, { version }] of known) {
      const field = form.elements.namedItem(versionField(question));
      if (field instanceof HTMLInputElement) field.value = String(version);
    }
    dropSavedTexts(known);
  };
  const conflicts = conflictsShown(byId("conflicts"), (question, theirs) =>
    saving.put(question, theirs, { quietly: false }),
  );
  const tellConflict = conflicts.show;
  const tellSaved = (question: string, at: Date) => {
    savedAt = at;
    conflicts.settle(question);
  };
  const saving = answersSaving({ form, proposal, known, journal, show, tellConflict, tellSaved });
  const typedAgain = holdLeaving(form, saving, journal, () => show("leaving"));
  form.addEventListener("input", ({ target }) => {
    typedAgain();
    saving.typed((target as HTMLInputElement).name);
  });
  countLive(form, find);
  hideNeedless(form);
  restore({ form, known, journal }, saving, tellConflict);
  sendFiles(proposal, find);
}

const section = document.querySelector<HTMLFormElement>("form#section");
if (section) {
  takeUp(section);
  section.dataset.awake = "yes";
}
