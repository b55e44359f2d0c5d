import { poolOf, sidesShareOneLogin } from "#db/connections/addresses.server";

export type Readiness = {
  ready: boolean;
  database: "up" | "down";
  clockDifferenceMs: number | null;
  degraded: string[];
};

const tolerated = 2000;

/** Whether the product can serve: the database answers and its clock agrees with ours. */
export async function readiness(now: () => Date): Promise<Readiness> {
  const degraded = sidesShareOneLogin() ? ["sides_share_one_login"] : [];
  try {
    const asked = now().getTime();
    const [row] = await poolOf("public")<
      { at: string }[]
    >`select (extract(epoch from clock_timestamp()) * 1000)::text as at`;
    const answered = now().getTime();
    const clockDifferenceMs = Math.round(Number(row?.at) - (asked + answered) / 2);
    if (Math.abs(clockDifferenceMs) > tolerated) degraded.push("clocks_differ");
    return { ready: true, database: "up", clockDifferenceMs, degraded };
  } catch {
    return { ready: false, database: "down", clockDifferenceMs: null, degraded };
  }
}
