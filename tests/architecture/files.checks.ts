import type { SourceFile } from "./source-files";

export const mostLines = 300;

/** Files that are longer than a file should be and that nobody gave a reason for. */
export const tooLong = (files: SourceFile[], reasons: Record<string, string>) =>
  files
    .filter(({ path, text }) => text.split("\n").length - 1 > mostLines && !reasons[path])
    .map(({ path, text }) => `${path}: ${text.split("\n").length - 1} lines`);

const emptyNames = /(^|\/)(utils?|helpers?|common|misc|shared|lib|services?|managers?|types|constants)(\/|\.tsx?$)/;

/** Files and folders with a name that says nothing, and files that only pass on others. */
export const badlyNamed = (files: SourceFile[]) =>
  files
    .map(({ path }) => path)
    .filter((path) => /^(app|db|emails|tests)\//.test(path) && /\.tsx?$/.test(path))
    .filter((path) => /(^|\/)index\.tsx?$/.test(path) || emptyNames.test(path));

const laterMark = new RegExp(
  ["TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK"].map((word) => `\\b${word}\\b`).join("|"),
);

/** Promises to do something later, left in code. */
export const leftForLater = (files: SourceFile[]) =>
  files
    .filter(({ path }) => /\.(tsx?|mjs|cjs|sql|css)$/.test(path))
    .flatMap(({ path, text }) =>
      text.split("\n").flatMap((line, index) => (laterMark.test(line) ? [`${path}:${index + 1}`] : [])),
    );

const machinePath = /(?<![\w.:/*)\]}])\/(home|Users|root|work|workspace|mnt|opt|tmp|private)\/[\w.-]/;

/** Paths of the machine somebody worked on. */
export const machinePaths = (files: SourceFile[]) =>
  files.flatMap(({ path, text }) =>
    text
      .split("\n")
      .flatMap((line, index) => (machinePath.test(line) ? [`${path}:${index + 1}: ${line.trim().slice(0, 100)}`] : [])),
  );

/** What drizzle-kit writes: statements in capitals, names in quotes, nothing before them. */
const generated = /^(CREATE|ALTER|DROP) [A-Z ]+"/;

/** Migrations written by hand that do not begin by saying why they exist. */
export const withoutWhy = (files: SourceFile[]) =>
  files
    .filter(({ path, text }) => /^db\/migrations\/.*\.sql$/.test(path) && !generated.test(text))
    .filter(({ text }) => !text.startsWith("-- Why: "))
    .map(({ path }) => path);
