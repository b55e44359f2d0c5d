import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { asApplicant, asManager, asVisitor } from "~/access/sides.server";
import routes from "~/routes";
import { type RouteModule, sideOfFolder, unguarded } from "./handlers.checks";
import { root } from "./source-files";

const modules = import.meta.glob<RouteModule>("../../app/routes/**/*.{ts,tsx}");
const named = routes.map(({ file }) => file);
const load = (file: string) => modules[`../../app/${file}`]?.();

it("every address has a module, and every module an address", () => {
  const written = readdirSync(join(root, "app", "routes"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(root, "app").length + 1));
  expect([...named].sort()).toEqual(written.sort());
  expect(named.length).toBeGreaterThan(45);
});

it("every loader and action is guarded by the side of its folder", async () => {
  const naked: string[] = [];
  let handlers = 0;
  for (const file of named) {
    const module = (await load(file)) ?? {};
    handlers += [module.loader, module.action].filter(Boolean).length;
    naked.push(...unguarded(file, module));
  }
  expect(handlers).toBeGreaterThan(70);
  expect(naked).toEqual([]);
}, 60_000);

it("an address stands in the folder of its side", () => {
  const prefixes: Record<string, RegExp> = {
    apply: /^(apply|calls\/:slug\/proposals$)/,
    review: /^review/,
    manage: /^manage/,
  };
  for (const { path = "", file } of routes) {
    const side = sideOfFolder(file) ?? "";
    if (side === "public") expect(path).not.toMatch(/^(apply|review|manage|finance)/);
    else expect([side, path, prefixes[side]?.test(path)]).toEqual([side, path, true]);
  }
});

it("sees a handler without a wrapper, or with another side's", () => {
  const handler = () => null;
  expect(unguarded("routes/review/queue.tsx", { loader: handler })).toEqual(["routes/review/queue.tsx: loader"]);
  expect(unguarded("routes/review/queue.tsx", { action: asApplicant(handler) })).toHaveLength(1);
  expect(unguarded("routes/manage/today.tsx", { loader: asVisitor(handler) })).toHaveLength(1);
  expect(unguarded("routes/manage/today.tsx", { clientLoader: handler })).toHaveLength(1);
  expect(unguarded("elsewhere.tsx", { loader: asManager(handler) })).toHaveLength(1);
  expect(unguarded("routes/manage/today.tsx", { loader: asManager(handler) })).toEqual([]);
});
