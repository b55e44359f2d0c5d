/** The origins a write may come from: the address people use, and the one this request was made to. */
export function ownOrigins(appUrl: string, requestUrl: string): Set<string> {
  return new Set([new URL(appUrl).origin, new URL(requestUrl).origin]);
}

const reading = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * True when a write comes from a page of ours. Browsers say where a write comes from in Origin or Sec-Fetch-Site, older
 * ones in Referer; a client that says none of it (a command line) holds no cookie of a victim and may pass.
 */
export function comesFromUs(method: string, headers: Headers, origins: Set<string>): boolean {
  if (reading.has(method)) return true;
  const site = headers.get("sec-fetch-site");
  if (site && site !== "same-origin" && site !== "none") return false;
  const origin = headers.get("origin");
  if (origin) return origins.has(origin);
  const referer = headers.get("referer");
  if (referer) return URL.canParse(referer) && origins.has(new URL(referer).origin);
  return true;
}
