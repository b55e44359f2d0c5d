// npm run check: everything that needs neither a database nor a browser.
import { runSteps, staticChecks, vitest } from "./steps.mjs";

runSteps([...staticChecks, vitest("Rules and architecture", ["--project", "rules", "--project", "architecture"])]);
