import { hash, verify } from "@node-rs/argon2";

/** OWASP's minimum for argon2id: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The hash of a password that nobody has, so that an unknown address costs as long as a known one. */
let nobodys: Promise<string> | null = null;

export const hashPassword = (password: string) => hash(password, cost);

/** True when the password is the account's; takes as long where there is no account. */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  nobodys ??= hash("no account has this password", cost);
  const matches = await verify(stored ?? (await nobodys), password);
  return stored !== null && matches;
}
