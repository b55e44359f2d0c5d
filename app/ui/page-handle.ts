import type { Reader } from "./reader";
import type { Namespace, TextKey } from "./text";

/** What a route says about its page: `export const handle: PageHandle = { title: "public.calls.title" }`. */
export interface PageHandle {
  /** The title in the browser's tab: a text, or made from what the loader returned. */
  title?: TextKey | ((reader: Reader, data: never) => string);
  /** Only then the page brings scripts along. */
  hydrate?: true;
  /** What its scripts need of what the loader returned, where that is less: the rest is read as the server wrote it. */
  handover?: (data: never) => unknown;
  /** Which texts a hydrated page needs in the browser; `common` and `errors` always come along. */
  texts?: Namespace[];
}
