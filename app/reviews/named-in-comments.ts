import { isSignedAt, piecesOf, type WrittenName, writtenNames } from "./names-as-written";
import { isUnspaced, type Part, partsOf, type Recognisable, type Term, termsOf } from "./names-of-members";

type Comment = { author: string; text: string };

function listed<Listed>(entries: readonly [string, Listed][]): Map<string, Listed[]> {
  const lists = new Map<string, Listed[]>();
  for (const [key, value] of entries) lists.set(key, [...(lists.get(key) ?? []), value]);
  return lists;
}

/** Parts of names that stand in a text as names do. */
function standingNames(
  { author, text }: Comment,
  written: WrittenName[],
  parts: ReadonlyMap<string, Part[]>,
): string[] {
  return written.flatMap(({ pieces, at, titled, within }) => {
    const whole = pieces.join(" ");
    const joined = pieces.length > 1;
    const counts = ({ of, short }: Part, key: string) =>
      titled || (short ? of === author && isSignedAt(text, at) : within || (joined && key === whole));
    return [...new Set([whole, ...pieces])].flatMap((key) =>
      (parts.get(key) ?? []).filter((part) => counts(part, key)).map(({ said }) => said),
    );
  });
}

/**
 * Finds who of the advisory group could be recognised by comments that applicants will read: anybody's whole name either
 * way round, address, or last name where it stands as a name, also a short one beside a title or an initial; of its author
 * also each part of her name, written as one, short ones where she signs, and her institution with its acronym.
 * Names in scripts without case are found whole. Made once for a group; each comment is then gone through once.
 * @returns what to ask of each comment: the words found, each once, or none
 */
export function recogniser(group: readonly Recognisable[]): (comment: Comment) => string[] {
  const terms = group.flatMap(termsOf);
  const byFirst = listed(terms.map((term): [string, Term] => [term.words[0] ?? "", term]));
  const together = terms.filter(({ words }) => words.some((word) => isUnspaced(word)));
  const parts = listed(group.flatMap(partsOf));
  return (comment) => {
    const words = piecesOf(comment.text);
    const written = writtenNames(comment.text);
    const capitals = new Set(written.flatMap(({ pieces }) => pieces));
    const asTyped = new Set(comment.text.split(/[^\p{L}\p{M}\p{N}]+/u));
    const isHis = ({ said, of, capital, acronym, words: [first = ""] }: Term) =>
      (of === null || of === comment.author) && (!capital || capitals.has(first)) && (!acronym || asTyped.has(said));
    const found = words.flatMap((word, at) =>
      (byFirst.get(word) ?? []).filter(
        (term) => isHis(term) && term.words.every((next, ahead) => words[at + ahead] === next),
      ),
    );
    const run = together.length > 0 ? words.join("") : "";
    const inRuns = together.filter((term) => isHis(term) && run.includes(term.words.join("")));
    const standing = standingNames(comment, written, parts);
    return [...new Set([...found, ...inRuns].map(({ said }) => said).concat(standing))];
  };
}
