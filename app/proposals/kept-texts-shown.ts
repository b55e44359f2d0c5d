import type { Known } from "./answers-on-page";

/** Says no longer of a kept text that it is not saved, once the server has exactly this text. */
export function dropSavedTexts(known: ReadonlyMap<string, Known>): void {
  const notice = document.getElementById("kept-texts");
  if (!notice) return;
  const waiting = [...notice.querySelectorAll<HTMLElement>("[data-kept]")].filter((kept) => {
    const { kept: question = "", text } = kept.dataset;
    const answer = known.get(question);
    const isSaved = answer !== undefined && answer.text === text && !answer.unconfirmed && !answer.held;
    if (isSaved) kept.remove();
    return !isSaved;
  });
  if (waiting.length === 0) notice.remove();
  // What stands elsewhere by now is only to be copied.
  if (waiting.every(({ dataset }) => "changedSince" in dataset)) notice.querySelector("[value=bring_back]")?.remove();
}
