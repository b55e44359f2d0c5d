import type { ServerBuild } from "@remix-run/node";
import { matchRoutes } from "@remix-run/react";
import type { RouteConfigEntry } from "@remix-run/route-config";
import { expect, it, vi } from "vitest";
import { pageFinder } from "~/http/page-handlers.server";
import addresses from "~/routes";

const pages = (addresses as RouteConfigEntry[]).map(({ file, path, index }) => ({ id: file, path, index }));
const routes = Object.fromEntries(pages.map((page) => [page.id, { ...page, parentId: "root" }]));
const pageAt = pageFinder(routes as unknown as ServerBuild["routes"]);

/** What Remix itself would choose among all pages. */
const chosen = (pathname: string) =>
  matchRoutes(
    pages.map(({ id, path, index }) => (index ? { id, index } : { id, path })),
    pathname,
  )?.at(-1)?.route.id;

const filled = (value: string) =>
  pages.flatMap(({ path }) => (path && path !== "*" ? [`/${path.replace(/:\w+/g, value)}`] : []));

it("finds the page of every address, as Remix does", () => {
  for (const address of ["/", ...filled("2021"), ...filled("085106c8-7f4d-4b86-97f5-c8951a709288")]) {
    expect(pageAt(address), address).not.toBeNull();
    expect(pageAt(address), address).toBe(chosen(address));
  }
});

it("finds the page whose data a script asks for", () => {
  expect(pageAt("/_root.data")).toBe(chosen("/"));
  for (const address of filled("2021")) expect(pageAt(`${address}.data`), address).toBe(chosen(address));
});

it("either chooses as Remix does or leaves the choice to it, however odd the address", () => {
  // Remix says of each address that it could not decode it.
  vi.spyOn(console, "warn").mockImplementation(() => {});
  const odd = [
    "%2F",
    "%",
    "a%20b",
    "..",
    ".",
    "*",
    ":slug",
    "%E2%82",
    "x%3Fy",
    "مرحبا",
    "release",
    "proposals",
    "new",
    " ",
  ];
  const addresses = odd.flatMap((value) => filled(value)).flatMap((address) => [address, `${address}/`, `/${address}`]);
  const shouted = filled("2021").map((address) => address.toUpperCase());
  const nowhere = ["/nowhere", "/manage/nowhere", "/calls/a/b/c", "/calls/", "//", "", "/*", "/%63alls"];
  for (const address of [...addresses, ...shouted, ...nowhere]) {
    const page = pageAt(address);
    if (page !== null) expect(page, address).toBe(chosen(address));
  }
});
