export type Region = "europe" | "asia" | "africa" | "latin_america" | "northern_america" | "oceania";

export type Place = {
  country: string;
  region: Region;
  /** How many of the 128 proposals of the 2021 call come from here. */
  proposals: number;
  /** How a blind text may speak of the place: never the country. */
  area: string;
  /** Whose names people there bear. */
  names: string;
};

const place = (country: string, region: Region, proposals: number, area: string, names: string): Place => ({
  country,
  region,
  proposals,
  area,
  names,
});

/** The 55 countries of the 2021 call. */
export const places: Place[] = [
  place("GB", "europe", 9, "North-Western Europe", "english"),
  place("IE", "europe", 3, "North-Western Europe", "irish"),
  place("DE", "europe", 3, "Central Europe", "german"),
  place("ES", "europe", 3, "Southern Europe", "spanish"),
  place("FI", "europe", 2, "Northern Europe", "finnish"),
  place("NL", "europe", 2, "Western Europe", "dutch"),
  place("IT", "europe", 2, "Southern Europe", "italian"),
  place("SE", "europe", 2, "Northern Europe", "swedish"),
  place("PL", "europe", 2, "Central Europe", "polish"),
  place("PT", "europe", 2, "Southern Europe", "portuguese"),
  place("GR", "europe", 2, "South-Eastern Europe", "greek"),
  place("CH", "europe", 1, "Central Europe", "german"),
  place("BE", "europe", 1, "Western Europe", "dutch"),
  place("RO", "europe", 1, "South-Eastern Europe", "romanian"),
  place("BG", "europe", 1, "South-Eastern Europe", "bulgarian"),
  place("AL", "europe", 1, "South-Eastern Europe", "albanian"),
  place("UA", "europe", 1, "Eastern Europe", "ukrainian"),
  place("IN", "asia", 6, "South Asia", "indian"),
  place("PH", "asia", 5, "South-East Asia", "filipino"),
  place("BD", "asia", 3, "South Asia", "bangla"),
  place("NP", "asia", 2, "South Asia", "nepali"),
  place("TH", "asia", 2, "South-East Asia", "thai"),
  place("KH", "asia", 2, "South-East Asia", "khmer"),
  place("JO", "asia", 2, "Western Asia", "arabic"),
  place("ID", "asia", 2, "South-East Asia", "indonesian"),
  place("LB", "asia", 1, "Western Asia", "arabic"),
  place("LK", "asia", 1, "South Asia", "lankan"),
  place("VN", "asia", 1, "South-East Asia", "vietnamese"),
  place("MY", "asia", 1, "South-East Asia", "malay"),
  place("KR", "asia", 1, "East Asia", "korean"),
  place("JP", "asia", 1, "East Asia", "japanese"),
  place("KE", "africa", 4, "East Africa", "kenyan"),
  place("ZA", "africa", 4, "Southern Africa", "southafrican"),
  place("NG", "africa", 3, "West Africa", "nigerian"),
  place("UG", "africa", 2, "East Africa", "ugandan"),
  place("GH", "africa", 2, "West Africa", "ghanaian"),
  place("EG", "africa", 1, "North Africa", "arabic"),
  place("TN", "africa", 1, "North Africa", "arabic"),
  place("ET", "africa", 1, "the Horn of Africa", "ethiopian"),
  place("RW", "africa", 1, "Central and East Africa", "rwandan"),
  place("TZ", "africa", 1, "East Africa", "tanzanian"),
  place("SN", "africa", 1, "West Africa", "senegalese"),
  place("CM", "africa", 1, "Central Africa", "senegalese"),
  place("MW", "africa", 1, "Southern Africa", "malawian"),
  place("MA", "africa", 1, "North Africa", "arabic"),
  place("BR", "latin_america", 5, "South America", "brazilian"),
  place("CO", "latin_america", 4, "South America", "latin"),
  place("MX", "latin_america", 2, "Central America", "latin"),
  place("PE", "latin_america", 2, "South America", "latin"),
  place("AR", "latin_america", 1, "South America", "latin"),
  place("GT", "latin_america", 1, "Central America", "latin"),
  place("US", "northern_america", 11, "Northern America", "american"),
  place("CA", "northern_america", 3, "Northern America", "canadian"),
  place("AU", "oceania", 5, "Oceania", "australian"),
  place("NZ", "oceania", 2, "Oceania", "maori"),
];

export const placeOf = (country: string): Place => {
  const found = places.find((place) => place.country === country);
  if (!found) throw new Error(`Nobody applies from ${country} in the demo.`);
  return found;
};
