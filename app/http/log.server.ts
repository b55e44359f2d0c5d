import pino from "pino";
import { toldProblem } from "./problem";

/** One line of JSON for each thing that happened, never with a name, an address or a typed word. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? "info",
  base: undefined,
  serializers: { problem: (problem) => toldProblem(problem) },
  redact: { paths: ["email", "name", "cookie", "*.email", "*.name", "*.cookie"], remove: true },
});
