import { placeOf } from "../places";
import type { Random } from "../random";
import type { Sector } from "../sectors";
import { patterns, stems } from "./institution-stems";
import { ascii } from "./people-names";

export type Institution = {
  id: string;
  name: string;
  country: string;
  sector: Sector;
  /** Where its people have their addresses; reserved names, no such domain can exist. */
  domain: string;
};

/** Keeps the invented institutions, so that no two share a name or a domain. */
export function institutionRegister(random: Random) {
  const known = new Map<string, Institution>();
  const domains = new Set<string>();

  function add(name: string, country: string, sector: Sector, domain = ascii(name)): Institution {
    const found = known.get(name);
    if (found) return found;
    let free = domain;
    for (let number = 2; domains.has(free); number++) free = `${domain}${number}`;
    domains.add(free);
    const institution = { id: random.uuid(), name, country, sector, domain: `${free}.example` };
    known.set(name, institution);
    return institution;
  }

  return {
    add,
    all: () => [...known.values()],
    /** A new institution of this sector; a place that is used up grows a second, numbered campus. */
    invent(country: string, sector: Sector): Institution {
      const { names } = placeOf(country);
      const places = (stems[names] ?? stems.english ?? "").split(" ").map((stem) => stem.replaceAll("_", " "));
      const stem = random.pick(places);
      const candidates = random.shuffled(places.map((place) => [place, random.pick(patterns[sector] ?? [])] as const));
      for (const [place, pattern] of [[stem, random.pick(patterns[sector] ?? [])] as const, ...candidates]) {
        const name = pattern.replace("{}", place);
        if (!known.has(name)) return add(name, country, sector);
      }
      const name = random.pick(patterns[sector] ?? []).replace("{}", `${stem} ${random.whole(2, 9999)}`);
      return known.get(name) ?? add(name, country, sector);
    },
  };
}

export type InstitutionRegister = ReturnType<typeof institutionRegister>;
