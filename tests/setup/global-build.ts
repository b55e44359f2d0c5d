import { spawnSync } from "node:child_process";
import { cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** The program of the built product that this run walks. */
    builtProgram: string;
  }
}

const root = fileURLToPath(new URL("../../", import.meta.url));
const caches = join(root, "node_modules", ".cache");

/** The projects of one run share a process, but each loads this file for itself: the copy is kept beside them. */
type Shared = { copy?: Promise<string>; projects: number };
const key = Symbol.for("safe-online-research-fund build for tests");
const beside = globalThis as unknown as Record<symbol, Shared>;
beside[key] ??= { projects: 0 };
const shared = beside[key];

/** Builds where sources are newer than the build, and copies it, so that a build meanwhile changes nothing underfoot. */
async function builtCopy(): Promise<string> {
  const { status } = spawnSync(process.execPath, ["app/commands/run.mjs", "build"], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, NODE_ENV: "production" },
  });
  if (status !== 0) throw new Error("The product could not be built; its own words stand above.");
  await mkdir(caches, { recursive: true });
  const copy = await mkdtemp(join(caches, "built-for-tests-"));
  await cp(join(root, "build"), join(copy, "build"), { recursive: true });
  return copy;
}

/** These tests run what operators run. */
export default async function setup(project: TestProject) {
  shared.projects += 1;
  shared.copy ??= builtCopy();
  const copy = await shared.copy;
  project.provide("builtProgram", join(copy, "build", "server", "commands.js"));
  return async () => {
    shared.projects -= 1;
    if (shared.projects === 0) await rm(copy, { recursive: true, force: true });
  };
}
