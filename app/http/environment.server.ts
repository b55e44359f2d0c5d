import { createHmac, randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";

/** Everything the operator may set. All of it is optional locally; production insists on its secrets. */
const variables = z.object({
  /** "production" when the operator says so; libraries always run their production code. */
  OPERATED_AS: z.enum(["production", "local"]).default("local"),
  /** The port the server listens on. */
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  /** The address the server listens on; the demo listens on this machine only. */
  HOST: z.string().optional(),
  /** The folder itself: database, uploads, keys. */
  DATA_DIR: z.string().optional(),
  /** A PostgreSQL of one's own (15 or newer); without it the embedded one is started. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** The address people use, for links in letters and the origin of writes. */
  APP_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Signs cookies and links; at least 32 characters. */
  SESSION_SECRET: z.string().optional(),
  /**
   * The mail server; without it letters stay in the outbox, where officers read them without their links. Those are
   * said in the terminal, unless it is production. Production asks for one, or for "none".
   */
  SMTP_URL: z.union([z.literal("none"), z.url({ protocol: /^smtps?$/ })]).optional(),
  /** Who letters come from. */
  MAIL_FROM: z.string().optional(),
  /** The hosted upload service; without it uploads are kept in DATA_DIR. */
  UPLOADTHING_TOKEN: z.string().optional(),
  /** "yes" where a proxy in front sets X-Forwarded-For and X-Forwarded-Proto. */
  TRUST_PROXY: z.enum(["yes", "no"]).default("no"),
});

export type Environment = {
  production: boolean;
  demo: boolean;
  port: number;
  host: string | undefined;
  dataDir: string;
  databaseUrl: string | undefined;
  appUrl: string;
  sessionSecret: string;
  smtpUrl: string | undefined;
  mailFrom: string;
  uploadthingToken: string | undefined;
  trustProxy: boolean;
};

let read: Environment | null = null;

/** Said to the operator instead of a stack trace. */
export class EnvironmentProblem extends Error {}

function localSecret(dataDir: string): string {
  const file = join(dataDir, "keys", "session-secret");
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  // The data folder stays open to the database server's account; only the keys are closed to everyone else.
  mkdirSync(dataDir, { recursive: true });
  mkdirSync(join(dataDir, "keys"), { recursive: true, mode: 0o700 });
  const secret = randomBytes(32).toString("base64url");
  writeFileSync(file, secret, { mode: 0o600 });
  chmodSync(file, 0o600);
  return secret;
}

/** Where no address is set, letters come from none that anybody could write to. */
const nowhere = "localhost.invalid";

/** The address people write to the fund at, which is the one its letters come from; null where none is set. */
export function contactAddress(): string | null {
  const { mailFrom } = environment();
  const address = /<([^<>]+)>\s*$/.exec(mailFrom)?.[1] ?? mailFrom.trim();
  return address.endsWith(`@${nowhere}`) ? null : address;
}

const isWeak = (secret: string) => secret.length < 32 || new Set(secret).size < 10;

/**
 * Reads and checks the environment once. In production a missing or weak secret, and a
 * missing mail server, are named and refused; locally it is
 * made and kept, readable by its owner only.
 */
export function environment(options: { demo?: boolean } = {}): Environment {
  if (read) return read;
  const empty = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));
  const parsed = variables.safeParse(empty);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new EnvironmentProblem(`These settings cannot be used:\n${lines.join("\n")}`);
  }
  const set = parsed.data;
  const production = set.OPERATED_AS === "production";
  const demo = options.demo ?? process.env.FUND_DEMO === "yes";
  const dataDir = resolve(set.DATA_DIR ?? (demo ? "data/demo" : "data/live"));
  if (production && demo) throw new EnvironmentProblem("The demo does not run with NODE_ENV=production.");
  if (production && !set.SESSION_SECRET)
    throw new EnvironmentProblem("SESSION_SECRET is missing; production needs one.");
  if (set.SESSION_SECRET && production && isWeak(set.SESSION_SECRET)) {
    throw new EnvironmentProblem("SESSION_SECRET is weak: use at least 32 random characters.");
  }
  if (production && !set.SMTP_URL) {
    throw new EnvironmentProblem("SMTP_URL is missing; letters need it. SMTP_URL=none says that none shall leave.");
  }
  if (production && !set.APP_URL) throw new EnvironmentProblem("APP_URL is missing; letters need it for their links.");
  read = {
    production,
    demo,
    port: set.PORT,
    host: set.HOST ?? (demo ? "127.0.0.1" : undefined),
    dataDir,
    databaseUrl: set.DATABASE_URL,
    appUrl: (set.APP_URL ?? `http://localhost:${set.PORT}`).replace(/\/$/, ""),
    sessionSecret: set.SESSION_SECRET ?? localSecret(dataDir),
    smtpUrl: set.SMTP_URL === "none" ? undefined : set.SMTP_URL,
    mailFrom: set.MAIL_FROM ?? `Safe Online Research Fund <fund@${demo ? "fund.example" : nowhere}>`,
    uploadthingToken: set.UPLOADTHING_TOKEN,
    trustProxy: set.TRUST_PROXY === "yes",
  };
  return read;
}

/** For tests: uses these settings instead of the process's own. */
export function setEnvironment(settings: Environment) {
  read = settings;
}

/** A key for one purpose, derived from the session secret, so that no two purposes share one. */
export function keyFor(purpose: string): Buffer {
  return createHmac("sha256", environment().sessionSecret).update(`fund:${purpose}`).digest();
}
