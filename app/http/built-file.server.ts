import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** A file or folder of the build, wherever the bundler put the module that asks. */
export function builtFile(...path: string[]): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, ...path))) {
    if (folder === dirname(folder)) throw new Error(`The build has no ${path.join("/")}.`);
    folder = dirname(folder);
  }
  return join(folder, ...path);
}
