import { createRequestHandler, data, type EntryContext, redirect, type ServerBuild } from "@remix-run/node";
import { expect, it } from "vitest";
import { documentHandler } from "~/http/document-handler.server";

type Loader = (asked: { params: Record<string, string | undefined>; request: Request; context: object }) => unknown;
type Seen = { status: number; headers: [string, string][]; context: unknown };

/** What a page is given to render, as far as it can be compared; what is meant for scripts of Remix, nobody sends. */
function told(status: number, headers: Headers, remix: EntryContext): Seen {
  const { matches, ...context } = remix.staticHandlerContext;
  return {
    status,
    headers: [...headers],
    context: {
      ...context,
      _deepestRenderedBoundaryId: undefined,
      matches: matches.map(({ params, pathname, pathnameBase, route }) => ({
        params,
        pathname,
        pathnameBase,
        route: route.id,
      })),
    },
  };
}

const Nothing = () => null;

/** A product of a frame and one page, once answered by Remix and once by the handler of that page. */
function product(
  loader: Loader | undefined,
  options: {
    fails?: boolean;
    index?: boolean;
    frame?: Loader;
  } = {},
) {
  const seen: Seen[] = [];
  let runs = 0;
  const counted = (asked: Parameters<Loader>[0]) => {
    runs += 1;
    return loader?.(asked);
  };
  const module = { default: Nothing, ...(loader ? { loader: counted } : {}) };
  const build = {
    entry: {
      module: {
        default: async (_: Request, status: number, headers: Headers, remix: EntryContext) => {
          if (options.fails && !remix.staticHandlerContext.errors) throw new Error("a page that cannot be rendered");
          seen.push(told(status, headers, remix));
          return new Response("a page", { status, headers });
        },
        handleError: () => {},
      },
    },
    routes: {
      root: { id: "root", path: "", module: { default: Nothing, ErrorBoundary: Nothing, loader: options.frame } },
      page: { id: "page", parentId: "root", ...(options.index ? { index: true } : { path: "calls/:slug" }), module },
    },
    assets: { routes: {}, entry: { imports: [], module: "" }, url: "", version: "1" },
    basename: "/",
    future: { v3_singleFetch: true, v3_relativeSplatPath: true },
    isSpaMode: false,
    publicPath: "/",
    assetsBuildDirectory: "",
  } as unknown as ServerBuild;
  const asks = async (handler: ReturnType<typeof createRequestHandler>, path: string, init: RequestInit) => {
    [seen.length, runs] = [0, 0];
    const answer = await handler(new Request(`http://fund.example${path}`, init), { nonce: "n" } as never);
    const { "x-remix-response": _, ...headers } = Object.fromEntries(answer.headers);
    return { status: answer.status, headers, text: await answer.text(), seen: [...seen], runs };
  };
  return async (path: string, init: RequestInit = {}) => ({
    remix: await asks(createRequestHandler(build, "production"), path, init),
    ours: await asks(documentHandler(build, "page"), path, init),
  });
}

const found = { title: "Voices", at: new Date("2026-11-24T09:00:00Z"), rows: [1, null, { odd: "</script>" }] };

it.each<[string, Loader | undefined, string, RequestInit?]>([
  ["data", () => found, "/calls/one?search=a%20b"],
  ["data that have to be waited for", async () => found, "/calls/%D9%85%D8%B1/"],
  ["no loader", undefined, "/calls/one"],
  ["nothing", () => null, "/calls/one"],
  ["data with a status and headers", () => data(found, { status: 422, headers: { "X-Word": "w" } }), "/calls/one"],
  ["a redirect that is given", () => redirect("/sign-in"), "/calls/one"],
  ["a redirect that is thrown", () => Promise.reject(redirect("/sign-in", 303)), "/calls/one"],
  ["a refusal", () => Promise.reject(data({ refusal: "no" }, { status: 404 })), "/calls/one"],
  ["an answer of its own that is thrown", () => Promise.reject(Response.json({ a: 1 }, { status: 409 })), "/calls/one"],
  ["a fault", () => Promise.reject(new Error("secret words")), "/calls/one"],
  ["a fault that is thrown at once", () => thrown(), "/calls/one"],
  ["another method", () => found, "/calls/one", { method: "HEAD" }],
  ["a form where there is no action", () => found, "/calls/one", { method: "POST", body: "a=1" }],
  ["an address of another page", () => found, "/grantees"],
  [
    "what the loader is asked with",
    ({ params, request: { url }, context }) => ({ params, url, context }),
    "/calls/a%2Fb",
  ],
  ["a sign by which Remix once asked for data", () => found, "/calls/one?_data=page"],
  [
    "signs that Remix takes out of an address",
    ({ request: { url } }) => ({ url }),
    "/calls/one?index&_routes=page&a=1",
  ],
])("a page is given what Remix gives it: %s", async (_, loader, path, init) => {
  const { remix, ours } = await product(loader)(path, init);
  expect(ours).toEqual(remix);
  expect(ours.runs).toBeLessThanOrEqual(1);
});

it("the first page, and a page in a frame that loads something itself, are given what Remix gives them", async () => {
  const first = await product(() => found, { index: true })("/?a=1");
  expect(first.ours).toEqual(first.remix);
  expect(first.ours.seen).toHaveLength(1);
  const framed = await product(() => found, { frame: () => ({ of: "the frame" }) })("/calls/one");
  expect(framed.ours).toEqual(framed.remix);
});

it("a page that cannot be rendered is told of as Remix tells it, and its loader has run once", async () => {
  const { remix, ours } = await product(() => found, { fails: true })("/calls/one");
  expect(ours.runs).toBe(1);
  expect([ours.status, ours.seen.length]).toEqual([remix.status, 1]);
  expect(ours.status).toBe(500);
});

function thrown(): never {
  throw new Error("secret words");
}
