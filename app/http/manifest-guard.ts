/** Route discovery answers the browser which pages it may go to; unbounded questions would hold up the server. */
export function manifestQuestionIsTooLong(url: URL): boolean {
  if (url.pathname !== "/__manifest") return false;
  return url.search.length > 2048 || url.searchParams.getAll("p").length > 16;
}
