/** Words that stand in every text; as an acronym they count where they are written as one. */
const everyday = new Set(
  "act aid all and any are ask but care end for has her him his how its not one our out she that the this too was who why you".split(
    " ",
  ),
);

/** "KEMRI", "UCL": a name in capitals alone. */
export const isAcronym = (term: string): boolean => /^\p{Lu}{3,}$/u.test(term);

/** "WHO" is an institution, "who" is none. */
export const isEverydayAcronym = (term: string): boolean => isAcronym(term) && everyday.has(term.toLowerCase());
