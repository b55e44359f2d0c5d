// npm test: every check and every test, in the order in which they fail fastest.
import { runSteps, staticChecks, vitest } from "./steps.mjs";

runSteps([
  ...staticChecks,
  { title: "Build", command: process.execPath, words: ["app/commands/run.mjs", "build"] },
  vitest("Tests: rules, use cases, routes, blindness, architecture, browser journeys", []),
]);
