import type { Answer } from "./visiting";

/** The only things that may differ: the page's nonce, a cookie, the instant of arrival where a page hands it on (by itself, or signed for the time of grace), and the server's own header of it. */
export const bare = ({ asked, status, headers, bytes }: Answer) => {
  const nonce = /'nonce-([^']+)'/.exec(headers)?.[1] ?? "no nonce";
  const told = headers.split("\n").filter((line) => !/^(date|set-cookie|keep-alive|connection):/.test(line));
  return {
    asked,
    status,
    headers: told.join("\n").replaceAll(nonce, "N"),
    text: bytes
      .toString("latin1")
      .replaceAll(nonce, "N")
      .replace(/"now":"2021-11-23T10:\d\d:\d\d\.\d{3}Z"/, '"now":"T"')
      .replace(/\b16376616\d{5}\.[\w-]{43}/g, "G"),
  };
};

export type Bare = ReturnType<typeof bare>;

/** Which answers tell the worlds apart, with the first place where they part. */
export function tellApart(one: Bare[], other: Bare[]): string[] {
  return one.flatMap((before, index) => {
    const after = other[index];
    if (!after) return [before.asked];
    if (before.status === after.status && before.headers === after.headers && before.text === after.text) return [];
    const at = [...before.text].findIndex((letter, place) => letter !== after.text[place]);
    return [
      `${before.asked} (${before.status}/${after.status}): ${before.text.slice(at - 50, at + 50)} | ${after.text.slice(at - 50, at + 50)}`,
    ];
  });
}
