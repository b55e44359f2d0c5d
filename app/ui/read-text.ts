import { formatNumber } from "./formats";
import type { Locale } from "./locales";
import type { Values } from "./text";

/**
 * Reads a text in the browser from the few namespaces a hydrated page brings along: the same files, plural rules and
 * placeholders as i18next on the server (a test compares them key by key), at a fortieth of its weight.
 */
export function readText(tree: unknown, locale: Locale, key: string, values: Values = {}): string | undefined {
  const found = formsOf(locale, key, values)
    .map((form) => leaf(tree, form))
    .find((text) => text !== undefined);
  return found?.replace(/\{\{\s*(\w+)\s*(?:,\s*(\w+)\s*)?\}\}/g, (_, name: string, format?: string) => {
    const value = values[name];
    if (value === undefined) return "";
    return format === "number" ? formatNumber(locale, Number(value)) : String(value);
  });
}

function formsOf(locale: Locale, key: string, values: Values): string[] {
  if (typeof values.count !== "number") return [key];
  const plural = new Intl.PluralRules(locale).select(values.count);
  return [...(values.count === 0 ? [`${key}_zero`] : []), `${key}_${plural}`, key];
}

function leaf(tree: unknown, key: string): string | undefined {
  let place = tree;
  for (const step of key.split(".")) {
    if (typeof place !== "object" || place === null) return undefined;
    place = (place as Record<string, unknown>)[step];
  }
  return typeof place === "string" ? place : undefined;
}
