import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { EmbeddedProcess } from "#tests/setup/embedded-process";
import { setTestEnvironment } from "#tests/setup/environment";
import { runCommand } from "~/commands/commands.server";

let dataDir: string;
let said: string[];
let complained: string[];
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "fund-officer-"));
  setTestEnvironment(dataDir, { appUrl: "https://fund.example" });
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));
beforeEach(() => {
  process.exitCode = 0;
  said = [];
  complained = [];
  vi.spyOn(console, "log").mockImplementation((line: string) => void said.push(line));
  vi.spyOn(console, "error").mockImplementation((line: string) => void complained.push(line));
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = 0;
});

it.each([
  [[], "Say whom: npm run officer -- <e-mail> [name]"],
  [["olga"], '"olga" is not an e-mail address.'],
  [["olga@fund"], '"olga@fund" is not an e-mail address.'],
])("answers %j with a sentence, before it opens any database", async (words, sentence) => {
  await runCommand("officer", words);
  expect([complained, said, process.exitCode]).toEqual([[sentence], [], 1]);
});

it("prints a link that works once, on an empty folder and beside a process that serves from it", async () => {
  await runCommand("officer", ["olga@fund.example", "Olga", "Example"]);
  const serving = new EmbeddedProcess(join(dataDir, "database"));
  const { server } = await serving.started();
  await runCommand("officer", ["paul@fund.example"]);
  expect(() => process.kill(server, 0), "the database of the other process still runs").not.toThrow();
  await serving.stop();

  expect(process.exitCode).toBe(0);
  expect(said).toHaveLength(2);
  for (const [index, email] of ["olga@fund.example", "paul@fund.example"].entries()) {
    expect(said[index]).toMatch(
      new RegExp(
        `^${email} is a programme officer\\. .*14 days:\nhttps://fund\\.example/reset-password\\?token=[\\w-]{32}$`,
      ),
    );
  }
});
