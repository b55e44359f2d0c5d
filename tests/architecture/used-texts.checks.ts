import { join } from "node:path";
import ts from "typescript";
import { root } from "./source-files";

/** Every file of the application and its letters with the types of its expressions, as the compiler knows them. */
export function typedApplication(): ts.Program {
  const { config } = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const files = ["app", "emails"].flatMap((folder) => ts.sys.readDirectory(join(root, folder), [".ts", ".tsx"]));
  return ts.createProgram(files, options);
}

/** One planted file with its types. */
export function typedText(text: string): ts.Program {
  const name = "planted.ts";
  const host = ts.createCompilerHost({});
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true);
  host.getSourceFile = (asked) => (asked === name ? source : undefined);
  return ts.createProgram([name], { noLib: true, strict: true }, host);
}

/** What code says: whole words, and names built from parts, of which each is a few known words or any (null). */
export type Said = { words: Set<string>; built: (string[] | null)[][] };

function wordsOf(checker: ts.TypeChecker, part: ts.Expression): string[] | null {
  const type = checker.getTypeAtLocation(part);
  const kinds = type.isUnion() ? type.types : [type];
  const known = kinds.flatMap((kind) => (kind.isStringLiteral() || kind.isNumberLiteral() ? [String(kind.value)] : []));
  return known.length === kinds.length ? known : null;
}

/** Everything said in those files of a program that are ours. */
export function saidIn(program: ts.Program, isOurs: (file: string) => boolean): Said {
  const checker = program.getTypeChecker();
  const said: Said = { words: new Set(), built: [] };
  const visit = (node: ts.Node) => {
    if (ts.isStringLiteralLike(node)) said.words.add(node.text);
    if (ts.isTemplateExpression(node) && /^[a-z]+\./.test(node.head.text)) {
      said.built.push([
        [node.head.text],
        ...node.templateSpans.flatMap(({ expression, literal }) => [wordsOf(checker, expression), [literal.text]]),
      ]);
    }
    ts.forEachChild(node, visit);
  };
  for (const file of program.getSourceFiles()) if (isOurs(file.fileName)) visit(file);
  return said;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const pattern = (parts: (string[] | null)[]) =>
  new RegExp(`^${parts.map((part) => (part ? `(${part.map(escaped).join("|")})` : "[a-z0-9_]+")).join("")}$`);
const allOf = (parts: string[][]) =>
  parts.reduce<string[]>((built, part) => built.flatMap((start) => part.map((word) => start + word)), [""]);

const isPlural = /_(zero|one|two|few|many|other)$/;

/** Every text of a tree by the name code calls it by: a plural by its stem, where there is an `_other`. */
export function namesOf(texts: object, before = ""): string[] {
  const names = Object.entries(texts).flatMap(([key, value]) => {
    if (typeof value === "object" && value !== null) return namesOf(value, `${before}${key}.`);
    const stem = key.replace(isPlural, "");
    return [before + (`${stem}_other` in texts ? stem : key)];
  });
  return [...new Set(names)];
}

/** Texts that no code calls by name. */
export function unsaid(names: string[], said: Said, isSaidOtherwise: (name: string) => boolean): string[] {
  const patterns = said.built.map(pattern);
  return names.filter(
    (name) => !said.words.has(name) && !isSaidOtherwise(name) && !patterns.some((built) => built.test(name)),
  );
}

/** Names that code says and nobody wrote a text for; of a name with a part that may be anything, one has to exist. */
export function unwritten(names: string[], said: Said, namespaces: string[]): string[] {
  const known = new Set(names);
  const isName = new RegExp(`^(${namespaces.join("|")})(\\.[a-z0-9_]+)+$`);
  const begins = new RegExp(`^(${namespaces.join("|")})\\.`);
  const built = said.built.filter((parts) => begins.test(parts[0]?.[0] ?? ""));
  const whole = [...said.words, ...built.flatMap((parts) => (parts.includes(null) ? [] : allOf(parts as string[][])))];
  const open = built.filter((parts) => parts.includes(null)).map(pattern);
  return [
    ...whole.filter((word) => isName.test(word) && !known.has(word)),
    ...open.filter((one) => !names.some((name) => one.test(name))).map(String),
  ];
}
