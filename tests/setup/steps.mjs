// Runs commands, says what it is doing and how long each took, and stops at the first that fails.
import { spawn, spawnSync } from "node:child_process";

/** @typedef {{ title: string, command: string, words: string[] }} Step */

const tell = (title, failed, began) => {
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`=== ${title}: ${failed === null ? "fine" : `failed (${failed})`} after ${seconds} s`);
  if (failed !== null) process.exit(typeof failed === "number" ? failed : 1);
};
const failure = (status, signal) => (status === 0 ? null : (status ?? signal));

/**
 * One after the other.
 * @param {Step[]} steps
 */
export function runSteps(steps) {
  for (const { title, command, words } of steps) {
    console.log(`\n=== ${title}`);
    const began = performance.now();
    const { status, signal } = spawnSync(command, words, { stdio: "inherit", env: process.env });
    tell(title, failure(status, signal), began);
  }
}

/**
 * Lanes of steps at the same time, each lane one after the other; what a step says is shown when it is over.
 * @param {Step[][]} lanes
 */
export async function runLanes(lanes) {
  console.log(
    `\n=== Together: ${lanes
      .flat()
      .map(({ title }) => title)
      .join(", ")}`,
  );
  await Promise.all(
    lanes.map(async (steps) => {
      for (const { title, command, words } of steps) {
        const began = performance.now();
        const said = [];
        const child = spawn(command, words, { stdio: ["ignore", "pipe", "pipe"], env: process.env });
        for (const stream of [child.stdout, child.stderr]) stream.on("data", (piece) => said.push(piece));
        const failed = await new Promise((resolve, reject) => {
          child.once("error", reject);
          child.once("close", (status, signal) => resolve(failure(status, signal)));
        });
        process.stdout.write(Buffer.concat(said));
        tell(title, failed, began);
      }
    }),
  );
}

const installed = (name) => new URL(`../../node_modules/.bin/${name}`, import.meta.url).pathname;

/** Checks that run nothing of the product: types beside style, imports and unused code, for two processors. */
export const staticChecks = [
  [{ title: "Types", command: installed("tsc"), words: ["--noEmit"] }],
  [
    { title: "Style", command: installed("biome"), words: ["check", "--error-on-warnings", "."] },
    {
      title: "Imports",
      command: installed("depcruise"),
      words: ["app", "db", "emails", "--config", ".dependency-cruiser.cjs"],
    },
    { title: "Unused code", command: installed("knip"), words: [] },
  ],
];

export const vitest = (title, words) => ({ title, command: installed("vitest"), words: ["run", ...words] });
