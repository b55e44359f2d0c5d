import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

export type SourceFile = { path: string; text: string };

const notWrittenByHand = /^(package-lock\.json|db\/migrations\/(meta\/|0001_tables\.sql)|public\/)/;
const isText = /\.(tsx?|mjs|cjs|css|sql|json|md)$|^\.ci\/run$/;

/** Every file somebody wrote, tracked or about to be, with its text. */
export function sourceFiles(): SourceFile[] {
  const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
  });
  return listed
    .split("\n")
    .filter((path) => isText.test(path) && !notWrittenByHand.test(path) && existsSync(join(root, path)))
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
}
