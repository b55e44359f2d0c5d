/** Where a resumed upload goes on: "bytes=N-", or the beginning. Null when the header says something else. */
export function startOfRange(header: string | null): number | null {
  if (!header) return 0;
  const found = /^bytes=(\d{1,15})-$/.exec(header.trim());
  return found ? Number(found[1]) : null;
}

export type Span = { from: number; to: number };

/** The part of a file a download asks for; null for the whole file, "unsatisfiable" beyond its end. */
export function spanOfRange(header: string | null, size: number): Span | null | "unsatisfiable" {
  const found = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? "");
  if (!found || (found[1] === "" && found[2] === "")) return null;
  const from = found[1] === "" ? Math.max(0, size - Number(found[2])) : Number(found[1]);
  const to = found[1] === "" || found[2] === "" ? size - 1 : Math.min(size - 1, Number(found[2]));
  return from > to ? "unsatisfiable" : { from, to };
}
