import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Locale, locales, offeredLocales } from "~/ui/locales";
import { gallery } from "./ui-gallery";
import { rendered } from "./ui-reader";

const pages = Object.entries(gallery).flatMap(([name, page]) =>
  offeredLocales.map((locale) => ({
    name,
    locale,
    html: rendered(page, {
      locale,
      zone: "America/Sao_Paulo",
      path: `/${name}`,
      signedIn: true,
      hats: ["reviewer", "programme_officer"],
    }),
  })),
);

const styles = (name: string): string =>
  readFileSync(join("app/ui", name), "utf8").replace(/@import "\.\/(.+?)";/g, (_, part: string) => styles(part));

function documentOf(html: string, locale: Locale) {
  const { direction } = locales[locale];
  return `<!DOCTYPE html><html lang="${locale}" dir="${direction}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Gallery</title><style>${styles("styles.css")}</style><body>${html}</body></html>`;
}

describe("every component, on every side, in every language", () => {
  // GALLERY=<folder> writes the pages there, to be looked at in a browser.
  const folder = process.env.GALLERY;
  if (folder) mkdirSync(folder, { recursive: true });

  it.each(pages)("$name in $locale reads well for machines", ({ name, locale, html }) => {
    if (folder) writeFileSync(join(folder, `${name}-${locale}.html`), documentOf(html, locale));
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
    expect(ids.length).toBeGreaterThan(0);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    for (const attribute of ["for", "aria-labelledby", "aria-describedby"]) {
      for (const match of html.matchAll(new RegExp(`\\s${attribute}="([^"]+)"`, "g"))) {
        for (const id of match[1]?.split(" ") ?? []) expect(ids, `${attribute} leads nowhere`).toContain(id);
      }
    }
    const linked = [...html.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]);
    for (const id of linked) expect(ids).toContain(id);
    expect(html).not.toMatch(/\sstyle=/);
    expect(html).not.toMatch(/(common|public|apply|errors)\.[a-z_]+\.[a-z_]+/);
    expect(html.match(/<h1/g)).toHaveLength(1);
  });
});
