import type { Reader } from "./reader";
import type { TextKey } from "./text";

/** What a route says about its page: `export const handle: PageHandle = { title: "public.calls.title" }`. */
export interface PageHandle {
  /** The title in the browser's tab: a text, or made from what the loader returned. */
  title?: TextKey | ((reader: Reader, data: never) => string);
  /** What was sent to it after its session had ended comes back in a way of its own, and not in that of all other forms. */
  keepsTyped?: true;
}
