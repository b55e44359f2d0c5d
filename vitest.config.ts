import { defineConfig } from "vitest/config";
import { aliases } from "./aliases";
import { browserScripts } from "./app/http/browser-scripts.server";

const project = (name: string, options: Record<string, unknown> = {}) => ({
  extends: true as const,
  test: { name, include: [`tests/${name}/**/*.test.{ts,tsx}`], ...options },
});

const built = ["tests/setup/global-build.ts", "tests/setup/global-database.ts"];
const onDatabase = { globalSetup: ["tests/setup/global-database.ts"], testTimeout: 30_000, hookTimeout: 60_000 };

export default defineConfig({
  plugins: [browserScripts({ built: false })],
  resolve: { alias: aliases },
  test: {
    pool: "forks",
    maxWorkers: 2,
    reporters: ["default", "./tests/setup/closing-reporter.ts"],
    projects: [
      // Pure rules share nothing: one context for all of them spares loading every module anew.
      project("rules", { isolate: false }),
      project("architecture", { isolate: false }),
      project("usecases", onDatabase),
      project("routes", { ...onDatabase, globalSetup: built }),
      project("blindness", { ...onDatabase, globalSetup: built }),
      project("journeys", {
        ...onDatabase,
        globalSetup: built,
        testTimeout: 180_000,
        hookTimeout: 120_000,
        fileParallelism: false,
      }),
    ],
  },
});
