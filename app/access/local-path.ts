/** A path of our own to go back to; anything that could lead to another site is null. */
export function localPath(asked: unknown): string | null {
  if (typeof asked !== "string" || !/^\/(?![/\\])[^\s\\]*$/.test(asked) || asked.length > 500) return null;
  return asked;
}
