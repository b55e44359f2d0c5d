const writtenOut: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", å: "aa", ø: "oe" };
const umlauts: Record<string, string> = { ae: "ä", oe: "ö", ue: "ü", aa: "å" };
const umlaut = /[äöüåø]/giu;
/** In "Bauer", "Quast" and "Neuer" the two letters are no pair. */
const pair = /[ao]e|(?<![aeoq])ue|aa/giu;
const beginsWithPair = /^(?:[aou]e|aa)/iu;
const word = /[\p{L}\p{M}]+/gu;
/** "UAE" and "OECD" are acronyms. */
const acronym = /^\p{Lu}{2,5}$/u;

const likeFirst = (letters: string, model: string) =>
  /^\p{Lu}/u.test(model) ? letters.charAt(0).toUpperCase() + letters.slice(1) : letters;
const other = (found: string, table: Record<string, string>) => likeFirst(table[found.toLowerCase()] ?? found, found);

/** "Haas" is not looked for as "Hås", which reads like "has" without its ring; "Aase" is, as "Åse". */
function withUmlauts(written: string): string {
  if (acronym.test(written)) return written;
  const short = written.replace(pair, (letters) => other(letters, umlauts));
  return short.length >= (beginsWithPair.test(written) ? 3 : 4) ? short : written;
}

/** How else a name is spelled: its umlauts written out ("Mueller" for "Müller"), and what is written out as umlauts. */
export function otherSpellings(name: string): string[] {
  const composed = name.normalize("NFC");
  const ways = [composed.replace(umlaut, (letter) => other(letter, writtenOut)), composed.replace(word, withUmlauts)];
  return [...new Set(ways)].filter((way) => way !== composed);
}
