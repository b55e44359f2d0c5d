import type { Locale } from "./locales";
import { texts } from "./text.server";

type Tree = { [key: string]: Tree | string };

const all = "*";

/** The tree with nothing in it but one text, or all texts of one branch. */
function branchOf(tree: Tree, [step = "", ...further]: string[]): Tree {
  if (step === all) return tree;
  const found = tree[step];
  if (found === undefined) throw new Error(`There are no texts under ${step}.`);
  return { [step]: typeof found === "string" ? found : branchOf(found, further) };
}

const isTree = (value: Tree | string | undefined): value is Tree => typeof value === "object";

function joined(one: Tree, other: Tree): Tree {
  const both: Tree = { ...one };
  for (const [key, value] of Object.entries(other)) {
    const there = both[key];
    both[key] = isTree(there) && isTree(value) ? joined(there, value) : value;
  }
  return both;
}

const written = new Map<string, string>();

/**
 * Some texts of a language as JSON in which no tag can begin; they never change, and are written once.
 * @param branches names of texts, `apply.saving.refused`, or of all below a name, `common.fields.*`
 */
export function textsAsJson(locale: Locale, branches: readonly string[]): string {
  const key = [locale, ...branches].join(" ");
  const known = written.get(key);
  if (known !== undefined) return known;
  const spoken = texts[locale] as unknown as Tree;
  const tree = branches.map((branch) => branchOf(spoken, branch.split("."))).reduce(joined, {});
  const json = JSON.stringify(tree).replaceAll("<", "\\u003c");
  written.set(key, json);
  return json;
}
