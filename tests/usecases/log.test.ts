import { sql } from "drizzle-orm";
import pino from "pino";
import { expect, it } from "vitest";
import { managing } from "#db/connections/managing.server";
import { testDatabase } from "#tests/setup/database";
import { log } from "~/http/log.server";
import { toldProblem } from "~/http/problem";

await testDatabase();
const planted = "amina.otieno@university.example";

/** What the product's own log writes of a problem. */
async function written(problem: unknown): Promise<string> {
  const lines: string[] = [];
  const { [pino.symbols.streamSym]: stream } = log as unknown as Record<symbol, { write(line: string): unknown }>;
  if (!stream) throw new Error("The log has no stream.");
  const write = stream.write;
  stream.write = (line) => lines.push(line);
  log.error({ problem }, "a request failed");
  stream.write = write;
  return lines.join("");
}

const asked = (statement: ReturnType<typeof sql>) =>
  managing.transaction(null, (tx) => tx.execute(statement)).catch((problem) => problem);

it.each([
  ["a statement that fails", sql`select ${planted}::text, 1 / (length(${planted}) - length(${planted}))`],
  ["a value of the wrong kind", sql`select ${planted}::text::uuid`],
  ["a rule that is broken", sql`insert into settings (key, value) values (${planted}, null)`],
])("%s is logged without the words in it", async (_, statement) => {
  const line = await written(await asked(statement));
  expect(line).toContain('"code":"');
  expect(line).not.toContain("amina");
});

it("says of a fault of its own what it is and where", async () => {
  const fault = (() => {
    try {
      return (undefined as unknown as { length: number }).length;
    } catch (problem) {
      return problem;
    }
  })();
  const line = await written(new Error(`for ${planted}`, { cause: fault }));
  expect(line).toContain("Cannot read properties of undefined");
  expect(line).toContain("log.test.ts");
  expect(line).not.toContain("amina");
  expect(toldProblem(planted)).toEqual({ kind: "thrown string" });
});
