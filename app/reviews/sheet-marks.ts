/**
 * A short mark of what a control of the sheet held, so that a form says what it was based on without sending it twice. It
 * guards against forgetting and not against malice: a reviewer writes over nobody's words but her own. FNV-1a, 32 bits.
 */
function markOf(text: string): string {
  let hash = 0x811c9dc5;
  // Browsers send other line ends than they show.
  for (const sign of text.replace(/\r\n?/g, "\n")) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  return `${text.length === 0 ? 0 : 1}${(hash >>> 0).toString(36)}`;
}

/** The control that carries the mark of another. */
export const markName = (control: string) => `was-${control}`;

/** The mark of one control by what a form holds; a reason counts only where it is asked for. */
export function markIn(control: string, heldBy: (name: string) => string): string {
  const value = heldBy(control);
  const reason = control.startsWith("score-") && value === "unable" ? heldBy(`because-${control.slice(6)}`) : "";
  return markOf(reason ? `${value}\n${reason}` : value);
}

/** The mark of a comment as it stands. */
export const markOfText = markOf;
