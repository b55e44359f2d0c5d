import type { TestProject } from "vitest/node";
import { startTestCluster, type TestCluster } from "./test-cluster";

export type TestClusterAddress = {
  template: string;
  superuser: TestCluster["cluster"]["superuser"];
  ownerPassword: string;
  passwords: TestCluster["cluster"]["passwords"];
};

declare module "vitest" {
  interface ProvidedContext {
    testCluster: TestClusterAddress;
  }
}

/** The projects of one run share a process, but each loads this file for itself: the cluster is kept beside them. */
type Shared = { running?: Promise<TestCluster>; projects: number };
const key = Symbol.for("safe-online-research-fund test cluster");
const beside = globalThis as unknown as Record<symbol, Shared>;
beside[key] ??= { projects: 0 };
const shared = beside[key];

/** Starts the cluster for the first project that needs it; the last one to finish stops it. */
export default async function setup(project: TestProject) {
  shared.projects += 1;
  shared.running ??= startTestCluster();
  const { cluster, template } = await shared.running;
  const { superuser, ownerPassword, passwords } = cluster;
  project.provide("testCluster", { template, superuser, ownerPassword, passwords });
  return async () => {
    shared.projects -= 1;
    if (shared.projects > 0) return;
    const running = shared.running;
    shared.running = undefined;
    await (await running)?.stop();
  };
}
