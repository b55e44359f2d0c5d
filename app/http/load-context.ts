import type { Session } from "~/access/lucia.server";
import type { Locale } from "~/ui/locales";

/** What a request knows before any page is asked: one instant, one language, and who is at the door. */
export type RequestContext = {
  nonce: string;
  /** The instant the request arrived; everything that depends on time uses it, also after waiting. */
  now: Date;
  locale: Locale;
  /** The reader's own time zone, where the browser told us. */
  zone: string | null;
  /** The network address, only for limits on attempts. */
  address: string;
  /** Reads the session at the first question and remembers the answer. */
  session(): Promise<Session | null>;
  /** Cookies that the answer must carry. */
  setCookie(cookie: string): void;
};

declare module "@remix-run/node" {
  interface AppLoadContext extends RequestContext {}
}
