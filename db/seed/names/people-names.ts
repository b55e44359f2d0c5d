import type { Random } from "../random";
import { pools } from "./pools";

export type Name = {
  name: string /** Given and family name in Latin letters without marks, for addresses. */;
  latin: [string, string];
};

const parts = (list: string) => (list.includes("|") ? list.split("|") : list.split(" "));

function word(entry: string) {
  const [written = "", latin] = entry.split("=");
  const spoken = written.replaceAll("_", " ");
  return { spoken, latin: latin ?? ascii(spoken) };
}

const scripts = ["Latin", "Devanagari", "Tamil", "Bengali", "Sinhala"];
const scriptOf = (text: string) => scripts.find((script) => new RegExp(`^\\p{Script=${script}}`, "u").test(text));

/** Latin letters without marks, lower case. */
export function ascii(text: string): string {
  const special: Record<string, string> = {
    ß: "ss",
    ø: "o",
    đ: "d",
    ł: "l",
    ı: "i",
    ɔ: "o",
    ɖ: "d",
    ɛ: "e",
    æ: "ae",
    ð: "d",
  };
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[ßøđłıɔɖɛæð]/g, (letter) => special[letter] ?? "")
    .replace(/[^a-z0-9]/g, "");
}

/** A person's name as it is written where she lives. */
export function inventName(random: Random, culture: string): Name {
  const pool = pools[culture];
  if (!pool) throw new Error(`Nobody knows how people are called: ${culture}.`);
  const given = word(random.pick(parts(pool.given)));
  if (pool.order === "one_word") return { name: given.spoken, latin: [given.latin, ""] };
  const families = parts(pool.family).map(word);
  const alike = families.filter(({ spoken }) => scriptOf(spoken) === scriptOf(given.spoken));
  const family = random.pick(alike.length > 0 ? alike : families);
  const name = pool.order === "family_first" ? `${family.spoken} ${given.spoken}` : `${given.spoken} ${family.spoken}`;
  return { name, latin: [given.latin, family.latin] };
}
