import { type Environment, setEnvironment } from "~/http/environment.server";

/** Settings for tests: nothing of the machine's own environment, and a data folder of the test's. */
export function setTestEnvironment(dataDir: string, changes: Partial<Environment> = {}): Environment {
  const settings: Environment = {
    production: false,
    demo: false,
    port: 0,
    host: "127.0.0.1",
    dataDir,
    databaseUrl: undefined,
    appUrl: "http://localhost:3000",
    sessionSecret: "a secret for tests only, as long as it must be",
    smtpUrl: undefined,
    mailFrom: "Safe Online Research Fund <fund@fund.example>",
    uploadthingToken: undefined,
    trustProxy: false,
    ...changes,
  };
  setEnvironment(settings);
  return settings;
}
