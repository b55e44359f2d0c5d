import type { ServerBuild } from "@remix-run/node";

type Loaded = Record<string, unknown>;
type Module = ServerBuild["routes"][string]["module"];

const held = Symbol("what a loader found");

/**
 * Remix encodes what loaders found for the browser before a page is rendered, also for pages without scripts, where nobody
 * will read it. Held under a name that no encoder sees, it costs nothing; `takeUp` gives it back to the page.
 */
const hold = (found: unknown): unknown => (isData(found) ? Object.defineProperty({}, held, { value: found }) : found);

/** Whether a loader gave data, and not an answer of its own with status and headers. */
const isData = (found: unknown) =>
  typeof found === "object" &&
  found !== null &&
  !(found instanceof Response) &&
  (found as { type?: unknown }).type !== "DataWithResponseInit";

/** A page's module whose data stay on the server. */
export function withUnsentData(module: Module): Module {
  const { loader, default: page } = module;
  // What has no page is an answer of its own.
  return loader && page ? { ...module, loader: async (asked) => hold(await loader(asked)) } : module;
}

/** Whether a page brings scripts along, which take up what its loaders found. */
export const bringsScripts = ({ handle }: Module): boolean =>
  (handle as { hydrate?: true } | undefined)?.hydrate ?? false;

/** What the loaders found, by page, as the pages expect it. */
export function takeUp(loaderData: Loaded): Loaded {
  const of = (found: unknown) => (found as { [held]?: unknown } | null)?.[held] ?? found;
  return Object.fromEntries(Object.entries(loaderData).map(([id, found]) => [id, of(found)]));
}
