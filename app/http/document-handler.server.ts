import { createRequestHandler, type EntryContext, type RequestHandler, type ServerBuild } from "@remix-run/node";
import { matchRoutes } from "@remix-run/react";

type Module = ServerBuild["routes"][string]["module"];
/** How a loader ended, for Remix to make of it what it makes of every such end. */
type Outcome = { found: unknown } | { problem: unknown };

/** Whether a loader gave data, and not an answer of its own with status and headers. */
const isData = (found: unknown): boolean =>
  typeof found === "object" &&
  found !== null &&
  !(found instanceof Response) &&
  (found as { type?: unknown }).type !== "DataWithResponseInit";

/** What Remix hears of as a loader where the page's own has run already: how that ended. */
function repeating(module: Module, outcomes: WeakMap<object, Outcome>): Module {
  const { loader } = module;
  if (!loader) return module;
  return {
    ...module,
    loader: (asked) => {
      const outcome = outcomes.get(asked.context);
      if (!outcome) return loader(asked);
      if ("problem" in outcome) throw outcome.problem;
      return outcome.found as never;
    },
  };
}

const withModule = (build: ServerBuild, id: string, change: (module: Module) => Module): ServerBuild => {
  const route = build.routes[id];
  return route ? { ...build, routes: { ...build.routes, [id]: { ...route, module: change(route.module) } } } : build;
};

/**
 * Answers whoever reads one page, as Remix would. The plain case, a loader that gives data, is rendered at once: Remix
 * makes the request anew for each loader, matches the address again and again, and encodes the data for scripts that nobody
 * sends. Everything else, be it a refusal, a redirect or a form that was posted, is left to Remix, which
 * hears how the loader ended: no loader runs twice for one request.
 */
export function documentHandler(build: ServerBuild, page: string): RequestHandler {
  const outcomes = new WeakMap<object, Outcome>();
  const whole = createRequestHandler(
    withModule(build, page, (module) => repeating(module, outcomes)),
    "production",
  );
  const leaf = build.routes[page];
  const frame = build.routes[leaf?.parentId ?? ""];
  if (!leaf?.module.default || !frame || frame.parentId || frame.module.loader) return whole;
  const { loader } = leaf.module;
  const place = leaf.index ? { id: leaf.id, index: true as const } : { id: leaf.id, path: leaf.path };
  const addresses = [{ id: frame.id, path: "", hasErrorBoundary: true, children: [place] }];
  const { basename = "/", future, isSpaMode, assets } = build;
  const same = {
    manifest: assets,
    routeModules: Object.fromEntries(Object.entries(build.routes).map(([id, { module }]) => [id, module])),
    // For scripts that nobody sends.
    serverHandoffString: "",
    renderMeta: {},
    future,
    isSpaMode,
    serializeError: (problem: Error) => problem,
  };

  return async (request, context) => {
    const { pathname, search, searchParams } = new URL(request.url);
    const forRemix = request.method !== "GET" || ["_data", "_routes", "index"].some((name) => searchParams.has(name));
    const matches = forRemix || !context ? null : matchRoutes(addresses, pathname, basename);
    if (!context || !matches) return whole(request, context);
    const leaveToRemix = (outcome: Outcome) => {
      outcomes.set(context, outcome);
      return whole(request, context);
    };
    let found: unknown = null;
    try {
      found = loader ? await loader({ request, params: matches[0]?.params ?? {}, context }) : null;
    } catch (problem) {
      return leaveToRemix({ problem });
    }
    if (loader && !isData(found)) return leaveToRemix({ found });
    // What has no loader has found nothing, and says so.
    const loaderData = { [frame.id]: null, [page]: found };
    const entry = {
      ...same,
      staticHandlerContext: {
        basename,
        location: { pathname, search, hash: "", state: null, key: "default" },
        matches,
        loaderData,
        actionData: null,
        errors: null,
        statusCode: 200,
        loaderHeaders: {},
        actionHeaders: {},
        activeDeferreds: null,
      },
    };
    try {
      return await build.entry.module.default(request, 200, new Headers(), entry as unknown as EntryContext, context);
    } catch (problem) {
      return leaveToRemix({ problem });
    }
  };
}
