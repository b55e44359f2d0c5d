import type { Reporter, TestCase, TestModule } from "vitest/node";

const slowest = 10;

/** Says at the end how many tests passed and failed, and which ten took longest. */
export default class ClosingReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]) {
    const tests: TestCase[] = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (state: string) => tests.filter((test) => test.result().state === state).length;
    const byTime = [...tests].sort(
      (one, other) => (other.diagnostic()?.duration ?? 0) - (one.diagnostic()?.duration ?? 0),
    );
    console.log("\nThe ten slowest tests:");
    for (const test of byTime.slice(0, slowest)) {
      console.log(`  ${Math.round(test.diagnostic()?.duration ?? 0)} ms  ${test.fullName}`);
    }
    console.log(`\n${count("passed")} passed, ${count("failed")} failed, ${count("skipped")} skipped`);
  }
}
