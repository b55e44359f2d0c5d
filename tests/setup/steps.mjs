// Runs commands one after the other, says what it is doing and how long each took, and stops at the first that fails.
import { spawnSync } from "node:child_process";

/** @param {{ title: string, command: string, words: string[] }[]} steps */
export function runSteps(steps) {
  for (const { title, command, words } of steps) {
    console.log(`\n=== ${title}`);
    const began = performance.now();
    const { status, signal } = spawnSync(command, words, { stdio: "inherit", env: process.env });
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(`=== ${title}: ${status === 0 ? "fine" : `failed (${status ?? signal})`} after ${seconds} s`);
    if (status !== 0) process.exit(status ?? 1);
  }
}

const installed = (name) => new URL(`../../node_modules/.bin/${name}`, import.meta.url).pathname;

/** Checks that run nothing of the product: types, style, imports, unused code. */
export const staticChecks = [
  { title: "Types", command: installed("tsc"), words: ["--noEmit"] },
  { title: "Style", command: installed("biome"), words: ["check", "--error-on-warnings", "."] },
  {
    title: "Imports",
    command: installed("depcruise"),
    words: ["app", "db", "emails", "--config", ".dependency-cruiser.cjs"],
  },
  { title: "Unused code", command: installed("knip"), words: [] },
];

export const vitest = (title, words) => ({ title, command: installed("vitest"), words: ["run", ...words] });
