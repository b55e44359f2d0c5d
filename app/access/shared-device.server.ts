import { environment } from "~/http/environment.server";

const cookieName = "fund_shared";
const remembered = 365 * 86_400;

/** Whether somebody who signed in here said that others use this device too. */
export const isSharedDevice = (cookies: string | null): boolean =>
  new RegExp(`(?:^|;\\s*)${cookieName}=yes(?:;|$)`).test(cookies ?? "");

/** The cookie that says so from now on, or takes it back. */
export function sharedDeviceCookie(shared: boolean): string {
  const secure = environment().appUrl.startsWith("https:") ? "; Secure" : "";
  return `${cookieName}=${shared ? "yes" : ""}; Path=/; Max-Age=${shared ? remembered : 0}; HttpOnly; SameSite=Lax${secure}`;
}
