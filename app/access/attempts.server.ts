import { createHmac } from "node:crypto";
import { sql } from "drizzle-orm";
import { sessions } from "#db/connections/sessions.server";
import { keyFor } from "~/http/environment.server";
import { Refusal } from "~/values/refusal";

/** How many tries a window allows: for one account, and for one network address. */
const limits = {
  sign_in_account: { most: 8, minutes: 15 },
  sign_in_address: { most: 60, minutes: 15 },
  letter_account: { most: 4, minutes: 60 },
  letter_address: { most: 40, minutes: 60 },
} as const;

export type Attempt = keyof typeof limits;

const keyOf = (kind: Attempt, who: string) =>
  createHmac("sha256", keyFor("attempts")).update(`${kind}:${who.trim().toLowerCase()}`).digest("base64url");

/** Counts a try, whatever comes of it, in a transaction of its own; too many are refused with the time to wait. */
export async function countAttempt(kind: Attempt, who: string, now: Date): Promise<void> {
  const { most, minutes } = limits[kind];
  const endsAt = new Date(now.getTime() + minutes * 60_000).toISOString();
  const rows = await sessions.transaction(null, (tx) =>
    tx.execute<{ count: number; until: string }>(sql`
      insert into access.attempts as known (key, count, window_ends_at)
      values (${keyOf(kind, who)}, 1, ${endsAt}::timestamptz)
      on conflict (key) do update set
        count = case when known.window_ends_at <= ${now.toISOString()}::timestamptz then 1 else known.count + 1 end,
        window_ends_at = case when known.window_ends_at <= ${now.toISOString()}::timestamptz
          then excluded.window_ends_at else known.window_ends_at end
      returning count, window_ends_at as until`),
  );
  const row = rows[0];
  if (row && row.count > most) throw new Refusal("too_many", "too_many_attempts", { until: new Date(row.until) });
}

/** Forgets the tries of an account after it proved who it is. */
export async function forgetAttempts(kind: Attempt, who: string): Promise<void> {
  await sessions.transaction(null, (tx) =>
    tx.execute(sql`delete from access.attempts where key = ${keyOf(kind, who)}`),
  );
}
