import ts from "typescript";
import type { SourceFile } from "./source-files";

const spokenProps = new Set([
  "label",
  "title",
  "placeholder",
  "alt",
  "aria-label",
  "lead",
  "hint",
  "about",
  "summary",
  "caption",
  "above",
]);
const letters = /\p{L}{2,}/u;

/** The literal words of an expression, if it is nothing but literal words (also as one arm of a choice). */
function literalWords(node: ts.Expression | undefined): string[] {
  if (!node) return [];
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node)) return [node.head.text, ...node.templateSpans.map((span) => span.literal.text)];
  if (ts.isConditionalExpression(node)) return [...literalWords(node.whenTrue), ...literalWords(node.whenFalse)];
  if (ts.isParenthesizedExpression(node)) return literalWords(node.expression);
  return [];
}

/** Words written into a page instead of into the texts of its language. */
export function hardCodedTexts({ path, text }: SourceFile): string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const tell = (node: ts.Node, words: string) => {
    if (!letters.test(words)) return;
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    found.push(`${path}:${line + 1}: ${words.trim().slice(0, 60)}`);
  };
  const visit = (node: ts.Node) => {
    if (ts.isJsxText(node)) tell(node, node.text);
    if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) {
      for (const words of literalWords(node.expression)) tell(node, words);
    }
    if (ts.isJsxAttribute(node) && spokenProps.has(node.name.getText())) {
      const value = node.initializer;
      const words =
        value && ts.isJsxExpression(value)
          ? literalWords(value.expression)
          : value && ts.isStringLiteral(value)
            ? [value.text]
            : [];
      for (const word of words) tell(node, word);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The views reached from these pages by imports of our own. */
export function viewsReached(files: SourceFile[], from: (path: string) => boolean): SourceFile[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const reached = new Map<string, SourceFile>();
  const follow = (file: SourceFile) => {
    if (reached.has(file.path)) return;
    reached.set(file.path, file);
    for (const [, imported = ""] of file.text.matchAll(/from "([~.][^"]+)"/g)) {
      const path = imported.startsWith("~/")
        ? `app/${imported.slice(2)}`
        : `${file.path.replace(/\/[^/]+$/, "")}/${imported.replace(/^\.\//, "")}`;
      const target = byPath.get(`${path}.tsx`);
      if (target) follow(target);
    }
  };
  for (const file of files) if (from(file.path)) follow(file);
  return [...reached.values()];
}

/** The keys of a texts file, with the forms of plurals taken together. */
export function keysOf(texts: object, before = ""): string[] {
  const keys = Object.entries(texts).flatMap(([key, value]) =>
    typeof value === "object" && value !== null
      ? keysOf(value, `${before}${key}.`)
      : [`${before}${key.replace(/_(zero|one|two|few|many|other)$/, "#")}`],
  );
  return [...new Set(keys)].sort();
}

/** What stands in double braces, so that no translation forgets a value. */
export const valuesIn = (text: string) =>
  [...new Set([...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name = ""]) => name))].sort();

const reason = /^[a-z]+(_[a-z]+)*$/;

function reasonsIn(call: ts.CallExpression | ts.NewExpression): string[] {
  const name = call.expression.getText();
  const at = name === "Refusal" ? 1 : name === "no" ? 0 : null;
  if (at === null) return [];
  return literalWords(call.arguments?.[at] as ts.Expression | undefined).filter((word) => reason.test(word));
}

/** Every reason a refusal can name, in TypeScript (also in its fields and in forms) and in SQL. */
export function refusalReasons({ path, text }: SourceFile): string[] {
  if (path.endsWith(".sql"))
    return [...text.matchAll(/(?:fund\.refuse\(|errcode = 'FU\d+', message = )'([a-z_]+)'/g)].map(
      ([, found = ""]) => found,
    );
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) found.push(...reasonsIn(node));
    if (
      ts.isPropertyAssignment(node) &&
      node.name.getText() === "fields" &&
      ts.isObjectLiteralExpression(node.initializer)
    ) {
      for (const field of node.initializer.properties) {
        if (ts.isPropertyAssignment(field))
          found.push(...literalWords(field.initializer).filter((word) => reason.test(word)));
      }
    }
    if (ts.isPropertyAssignment(node) && node.name.getText() === "reason") {
      found.push(...literalWords(node.initializer).filter((word) => /_/.test(word) && reason.test(word)));
    }
    if (
      path.endsWith(".forms.ts") &&
      ts.isStringLiteral(node) &&
      /_/.test(node.text) &&
      reason.test(node.text) &&
      ts.isCallExpression(node.parent) &&
      !/(^|\.)(get|getAll|has|text)$/.test(node.parent.expression.getText())
    ) {
      found.push(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...new Set(found)];
}
