import { isZone } from "./formats";
import { chooseLocale, isLocale, type Locale } from "./locales";

/** The language of the page at `path` for whoever sent these headers: their cookie, their browser, English. */
export function localeOf(headers: Headers, path = "/"): Locale {
  return chooseLocale({
    path,
    chosen: cookieOf(headers, "locale"),
    acceptLanguage: headers.get("accept-language"),
  });
}

/** The language that its reader chose by hand, where one was chosen. */
export function chosenLocale(headers: Headers): Locale | null {
  const chosen = cookieOf(headers, "locale");
  return isLocale(chosen) ? chosen : null;
}

/** The reader's own zone, where a script could tell us. */
export function zoneOf(headers: Headers): string | null {
  const zone = cookieOf(headers, "zone");
  return isZone(zone) ? zone : null;
}

/** The cookie that remembers a chosen language for a year. */
export function localeCookie(locale: Locale): string {
  return `locale=${locale}; Path=/; Max-Age=31536000; SameSite=Lax`;
}

function cookieOf(headers: Headers, name: string): string | null {
  const found = (headers.get("cookie") ?? "").split(/;\s*/).find((cookie) => cookie.startsWith(`${name}=`));
  if (!found) return null;
  try {
    return decodeURIComponent(found.slice(name.length + 1));
  } catch {
    return null;
  }
}
