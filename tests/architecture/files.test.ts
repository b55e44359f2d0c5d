import { describe, expect, it } from "vitest";
import { badlyNamed, leftForLater, machinePaths, mostLines, tooLong, withoutWhy } from "./files.checks";
import { sourceFiles } from "./source-files";

const files = sourceFiles();

/** Why a file may be longer than 300 lines. */
const reasons: Record<string, string> = {
  "db/migrations/0004_identities.sql":
    "The whole door on one page: what may be asked of identities, and the list of who may ask.",
  "tests/routes/uploads.test.ts": "One protocol, step by step, on one server.",
  "tests/rules/ui-gallery.tsx": "Every component once, on one page to look at.",
  "app/ui/locales/en/manage.json": "The words of one side, for one person to read through.",
};

const planted = (path: string, text = "") => [{ path, text }];

describe("files", () => {
  it("have at most 300 lines, or a reason", () => {
    expect(tooLong(planted("app/long.ts", "x\n".repeat(mostLines + 1)), {})).toHaveLength(1);
    expect(tooLong(planted("app/long.ts", "x\n".repeat(mostLines)), {})).toEqual([]);
    expect(tooLong(files, reasons)).toEqual([]);
  });

  it("keep no reason for a file that is gone or short again", () => {
    const long = new Set(tooLong(files, {}).map((line) => line.split(":")[0]));
    expect(Object.keys(reasons).filter((path) => !long.has(path))).toEqual([]);
  });

  it("have a name that says what is inside, and none only passes on others", () => {
    for (const path of ["app/index.ts", "app/calls/utils.ts", "app/helpers/dates.ts", "db/shared/x.ts"])
      expect(badlyNamed(planted(path))).toEqual([path]);
    expect(badlyNamed(files)).toEqual([]);
  });

  it("leave nothing for later", () => {
    expect(leftForLater(planted("app/a.ts", `// ${"TO"}DO mend`))).toHaveLength(1);
    expect(leftForLater(planted("app/a.ts", "todos in a sentence, and a hacksaw"))).toEqual([]);
    expect(leftForLater(files)).toEqual([]);
  });

  it("know no path of the machine they were written on", () => {
    expect(machinePaths(planted("docs/a.md", `see ${"/ho"}me/ann/notes.txt`))).toHaveLength(1);
    expect(machinePaths(planted("docs/a.md", "https://example.org/home/ann"))).toEqual([]);
    expect(machinePaths(files)).toEqual([]);
  });

  it("of SQL written by hand begin with why they exist", () => {
    expect(withoutWhy(planted("db/migrations/0009_x.sql", "create table x ();"))).toHaveLength(1);
    expect(withoutWhy(planted("db/migrations/0009_x.sql", 'CREATE TABLE "x" ("id" uuid);'))).toEqual([]);
    expect(files.filter(({ path }) => path.startsWith("db/migrations/")).length).toBeGreaterThan(5);
    expect(withoutWhy(files)).toEqual([]);
  });
});
