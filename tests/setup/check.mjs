// npm run check: everything that needs neither a database nor a browser.
import { runLanes, staticChecks, vitest } from "./steps.mjs";

const rules = vitest("Rules and architecture", ["--project", "rules", "--project", "architecture"]);
await runLanes([staticChecks.flat(), [rules]]);
