import { markIn, markName } from "./sheet-marks";

/** Reads controls by name: what stands, or what a form held. */
export type Held = (name: string) => string;

/** What a control of the sheet shows, and the marks that say what its window began with. */
export type ControlShown = { text: Held; marks: string[] };

/**
 * What a control shows when its form comes back. What its window had changed is shown as it was typed, and keeps the marks
 * it was posted with, beside its own, for it may have been saved although another field was not: what another window
 * saved meanwhile is then still noticed by the next save. What its window had not changed shows what stands. Where both texts are shown beside each other (`seen`), the next save is based on what stands.
 * @param typed what was posted under a name, or undefined where the form was not posted
 */
export function controlShown(
  name: string,
  stands: Held,
  typed: (name: string) => string[] | undefined,
  seen: boolean,
): ControlShown {
  const standing = { text: stands, marks: [markIn(name, stands)] };
  const began = typed(markName(name));
  if (!typed(name) || !began) return standing;
  const text: Held = (control) => typed(control)?.[0] ?? "";
  const untouched = began.length === 1 && began[0] === markIn(name, text);
  if (untouched) return standing;
  return { text, marks: seen ? standing.marks : [...new Set([...began, markIn(name, text)])] };
}
