/** As much as a page sends; files come in larger, and only where they are streamed to disk and counted. */
const mostBytes = 2 * 1024 * 1024;
const fileOfQuestion = /^\/apply\/[^/]+\/files\/[^/]+$/;

function isStreamed(pathname: string, headers: Headers): boolean {
  if (pathname.startsWith("/ut/")) return true;
  const type = headers.get("content-type") ?? "";
  return type.startsWith("multipart/form-data") && fileOfQuestion.test(pathname.replace(/\.data$/, ""));
}

/** The status that refuses a body before it is read, or null: a form says its length, and it is a short one. */
export function bodyRefused(method: string, headers: Headers, pathname: string): 411 | 413 | null {
  if (method === "GET" || method === "HEAD" || isStreamed(pathname, headers)) return null;
  if (headers.has("transfer-encoding")) return 411;
  return Number(headers.get("content-length") ?? 0) > mostBytes ? 413 : null;
}
