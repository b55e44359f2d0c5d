const ours = /^\/(?![/\\])[^\s\\]*$/;

/** A path of our own to go back to, written so that a header can carry it; what could lead to another site is null. */
export function localPath(asked: unknown): string | null {
  if (typeof asked !== "string" || asked.length > 500 || !ours.test(asked)) return null;
  const { pathname, search, hash } = new URL(asked, "http://nowhere.invalid");
  const path = pathname + search + hash;
  return ours.test(path) ? path : null;
}
