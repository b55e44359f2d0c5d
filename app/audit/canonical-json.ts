type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** JSON with sorted names and no spaces: the same value gives the same text, wherever it was kept in between. */
export function canonicalJson(value: unknown): string {
  return written(value as Json);
}

function written(value: Json): string {
  if (value === null || typeof value !== "object") {
    if (typeof value === "number" && !Number.isFinite(value)) throw new TypeError("A number in JSON is finite.");
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map((item) => written(item ?? null)).join(",")}]`;
  const names = Object.keys(value)
    .filter((name) => value[name] !== undefined)
    .sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${written(value[name] as Json)}`).join(",")}}`;
}
