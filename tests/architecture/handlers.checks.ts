/** What a route module exports, as far as guards are concerned. */
export type RouteModule = { loader?: unknown; action?: unknown; [more: string]: unknown };

const guardedNames = ["loader", "action", "clientLoader", "clientAction"] as const;

/** The side a route's folder stands for. */
export const sideOfFolder = (file: string) => /^routes\/([a-z]+)\//.exec(file)?.[1] ?? null;

/** Handlers of a module that no wrapper stamped with the side of their folder. */
export function unguarded(file: string, module: RouteModule): string[] {
  const side = sideOfFolder(file);
  return guardedNames
    .filter((name) => module[name] !== undefined)
    .filter((name) => side === null || (module[name] as { side?: unknown }).side !== side)
    .map((name) => `${file}: ${name}`);
}
