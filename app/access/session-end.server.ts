import { environment } from "~/http/environment.server";
import type { Session } from "./lucia.server";

const cookieName = "fund_ends";

/** No session ends here any more. */
export const noSessionEnd = `${cookieName}=; Path=/; Max-Age=0; SameSite=Lax`;

/**
 * The cookie that tells our script when the session ends, beside the instant of this answer: the clock of the device may
 * be wrong. It opens nothing, and every tab of the browser reads the same. Null where there is nothing to say.
 */
export function sessionEndCookie(cookies: string | null, session: Session | null, now: Date): string | null {
  if (!session) return cookies?.includes(`${cookieName}=`) ? noSessionEnd : null;
  const seconds = (milliseconds: number) => Math.floor(milliseconds / 1000);
  const left = Math.max(0, seconds(session.left));
  const secure = environment().appUrl.startsWith("https:") ? "; Secure" : "";
  const value = `${seconds(now.getTime()) + left}.${seconds(now.getTime())}`;
  return `${cookieName}=${value}; Path=/; Max-Age=${left}; SameSite=Lax${secure}`;
}
