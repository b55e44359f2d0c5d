const isTyped = (target: EventTarget | null) =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === "text");

/** What keys do on a packet's page. */
export type KeyActs = {
  save: () => void;
  /** To the next or the previous packet of the queue, if there is one. */
  go: (way: "next" | "prev") => void;
};

/** Moves and scores by keys: j and k between packets, a digit for the criterion in focus, s to save. */
export function pressed(event: KeyboardEvent, { save, go }: KeyActs): void {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyped(event.target)) return;
  if (event.key === "j") go("next");
  if (event.key === "k") go("prev");
  if (event.key === "s") save();
  const steps = (event.target as HTMLElement | null)?.closest?.("fieldset.steps");
  const step = steps?.querySelector<HTMLInputElement>(`input[type=radio][value="${CSS.escape(event.key)}"]`);
  if (step) {
    step.focus();
    step.click();
  }
}
