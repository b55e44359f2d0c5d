import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const key = Symbol.for("safe-online-research-fund build for tests");
const beside = globalThis as unknown as Record<symbol, boolean>;

/** Builds the product once per run, where sources are newer than the build: these tests run what operators run. */
export default function setup() {
  if (beside[key]) return;
  beside[key] = true;
  const program = fileURLToPath(new URL("../../app/commands/run.mjs", import.meta.url));
  const { status } = spawnSync(process.execPath, [program, "build"], {
    stdio: "inherit",
    env: { ...process.env, NODE_ENV: "production" },
  });
  if (status !== 0) throw new Error("The product could not be built; its own words stand above.");
}
