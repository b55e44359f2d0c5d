/** Names of rows and columns, and of what went wrong: words of ours or of a library, never of a person. */
const namesOfParts = ["code", "constraint_name", "table_name", "column_name", "routine", "syscall"] as const;
/** Faults of the program itself; the messages of others, above all of databases and parsers, quote what somebody typed. */
const faultsOfOurs = new Set(["TypeError", "ReferenceError", "RangeError"]);
const deepest = 3;

export type ToldProblem = { kind: string; message?: string; at?: string[]; cause?: ToldProblem } & Partial<
  Record<(typeof namesOfParts)[number], string>
>;

const isProblem = (problem: unknown): problem is Error => problem instanceof Error;

/**
 * A problem as the log may tell it: its kind, the database's names for what was broken, where in the code, and its causes.
 * Left out is all that may hold a name, an address or a typed word: statements, their values, details, and most messages.
 */
export function toldProblem(problem: unknown, depth = 0): ToldProblem {
  if (!isProblem(problem)) return { kind: `thrown ${typeof problem}` };
  const told: ToldProblem = { kind: problem.name };
  const facts = problem as unknown as Record<string, unknown>;
  for (const name of namesOfParts) if (typeof facts[name] === "string") told[name] = facts[name];
  if (faultsOfOurs.has(problem.name)) told.message = problem.message;
  told.at = (problem.stack ?? "").split("\n").flatMap((line) => (/^\s+at /.test(line) ? [line.trim()] : []));
  if (problem.cause !== undefined && depth < deepest) told.cause = toldProblem(problem.cause, depth + 1);
  return told;
}
