// npm test: every check and every test, in the order in which they fail fastest.
import { runLanes, runSteps, staticChecks, vitest } from "./steps.mjs";

await runLanes(staticChecks);
runSteps([
  { title: "Build", command: process.execPath, words: ["app/commands/run.mjs", "build"] },
  vitest("Tests: rules, use cases, routes, blindness, architecture, browser journeys", []),
]);
