import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** A sentence of `db/patches` that only a corrected driver has in it. */
const corrected = "Once its connection is lost, a reservation is over";

const installed = () => {
  const other = dirname(createRequire(import.meta.url).resolve("postgres"));
  return readFileSync(join(other, "..", "..", "src", "index.js"), "utf8");
};

/**
 * Refuses to work with a driver that lets a work go on in somebody else's transaction once its connection was lost
 * (decision 19). An installation that ran no scripts has such a one.
 */
export function mustBeCorrected(source: string = installed()): void {
  if (source.includes(corrected)) return;
  throw new Error("The database driver lacks its corrections. Run: npx patch-package --patch-dir db/patches");
}
