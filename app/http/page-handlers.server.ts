import { createRequestHandler, type RequestHandler, type ServerBuild } from "@remix-run/node";
import { TrieRouter } from "hono/router/trie-router";
import { documentHandler } from "./document-handler.server";

/** Which page an address belongs to, or null where that is not plain; then Remix itself is to find it among all. */
export function pageFinder(routes: ServerBuild["routes"]): (pathname: string) => string | null {
  const finder = new TrieRouter<string>();
  for (const { id, path, index } of Object.values(routes)) {
    if (index) finder.add("GET", "/", id);
    else if (path && path !== "*") finder.add("GET", `/${path}`, id);
  }
  return (pathname) => {
    const asked = pathname === "/_root.data" ? "/" : pathname.replace(/\.data$/, "");
    const [found] = finder.match("GET", asked);
    return found.length === 1 ? ((found[0]?.[0] as string | undefined) ?? null) : null;
  };
}

/** The part of a build that one page needs: the frame and the page. */
function partOf(build: ServerBuild, page: string): ServerBuild {
  const needed = new Set<string>();
  for (let id: string | undefined = page; id; id = build.routes[id]?.parentId) needed.add(id);
  const only = <T>(all: Record<string, T>) => Object.fromEntries(Object.entries(all).filter(([id]) => needed.has(id)));
  return { ...build, routes: only(build.routes), assets: { ...build.assets, routes: only(build.assets.routes) } };
}

/**
 * Answers every address of the product as Remix would. Remix compiles all addresses anew at each request, several times;
 * here each page has a handler of its own that knows little else, and what no page claims goes to the whole.
 */
export function pageHandlers(build: ServerBuild): RequestHandler {
  const whole = createRequestHandler(build, "production");
  const pageAt = pageFinder(build.routes);
  const handlers = new Map<string, RequestHandler>();
  return (request, context) => {
    const { pathname } = new URL(request.url);
    const page = pageAt(pathname);
    if (!page) return whole(request, context);
    const data = pathname.endsWith(".data");
    const name = data ? `${page}.data` : page;
    const known = handlers.get(name);
    if (known) return known(request, context);
    const part = partOf(build, page);
    const handler = data ? createRequestHandler(part, "production") : documentHandler(part, page);
    handlers.set(name, handler);
    return handler(request, context);
  };
}
