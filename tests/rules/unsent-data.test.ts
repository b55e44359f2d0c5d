import { data, type LoaderFunctionArgs, type ServerBuild } from "@remix-run/node";
import { expect, it } from "vitest";
import { bringsScripts, takeUp, withUnsentData } from "~/http/unsent-data";

type Module = ServerBuild["routes"][string]["module"];
const asked = {} as LoaderFunctionArgs;
const page = (found: unknown, more: object = {}) =>
  ({ default: () => null, loader: async () => found, ...more }) as Module;
const loaded = (module: Module) => Promise.resolve(withUnsentData(module).loader?.(asked));

it("shows an encoder nothing of what a page without scripts found, and the page all of it", async () => {
  const found = { title: "A call", dates: [new Date(0)], nothing: null };
  const kept = await loaded(page(found));
  expect([Object.keys(kept as object), JSON.stringify(kept)]).toEqual([[], "{}"]);
  expect(takeUp({ page: kept, frame: null, other: { plain: 1 } })).toEqual({
    page: found,
    frame: null,
    other: { plain: 1 },
  });
});

it("leaves alone what is an answer of its own: a redirect, a status, nothing, and what has no page", async () => {
  const moved = new Response(null, { status: 303 });
  expect(await loaded(page(moved))).toBe(moved);
  const gone = data({ why: "closed" }, 410);
  expect(await loaded(page(gone))).toBe(gone);
  expect(await loaded(page(null))).toBeNull();
  const plain = { feed: [] };
  expect(await loaded(page(plain, { default: undefined }))).toBe(plain);
  expect(withUnsentData({ default: () => null } as Module).loader).toBeUndefined();
});

it("knows the pages that bring scripts by their handle", () => {
  expect(bringsScripts(page({}, { handle: { hydrate: true } }))).toBe(true);
  expect(bringsScripts(page({}, { handle: { title: "public.home.title" } }))).toBe(false);
  expect(bringsScripts(page({}))).toBe(false);
});
