import type postgres from "postgres";

/**
 * Why a letter is not needed any more, looked at when it is about to leave: its review is locked, given back or closed, or the
 * link in it works no longer. Null for a letter that says what is still so.
 */
export async function noLongerTrue(lane: postgres.ISql, key: string, link: string, at: Date): Promise<string | null> {
  const [found] = await lane<{ because: string | null }[]>`
    select notifications.no_longer_true(${key}, ${link}, ${at.toISOString()}::text::timestamptz) as because`;
  return found?.because ?? null;
}
