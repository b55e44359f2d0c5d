import { plainWords } from "~/values/normalised-text";

/** Somebody of the advisory group, as others could recognise her. */
export type Recognisable = { ref: string; name: string; email: string; institution: string | null };
type Comment = { author: string; text: string };

/** Words to look for, one after the other; those that only its own author may not write carry her reference. */
type Term = { words: string[]; said: string; of: string | null; capital?: boolean };

const shortestPart = 4;
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/u;
/** A word that begins with a capital. */
const capitalised = /(?<![\p{L}\p{M}\p{N}])\p{Lu}[\p{L}\p{M}'’-]+/gu;
/** Longer than any title, and the signs that stand around one. */
const justAhead = 20;
const titles = /(^|[^\p{L}])(dr|prof|professor|mr|mrs|ms|mx|sir|dame)\.?\s+$/iu;
const sentenceBegins = /(^|[.!?:;\n…])["'“”‘’«»()\s]*$/u;

const plainWord = (word: string) => plainWords(word.replace(/['’]s$/u, ""));

function termsOf({ ref, name, email, institution }: Recognisable): Term[] {
  const parts = plainWords(name).split(" ").filter(Boolean);
  const turned = [parts.at(-1) ?? "", ...parts.slice(0, -1)];
  const whole = parts.length > 1 ? [parts, turned] : [];
  const own = parts.filter((part) => part.length >= shortestPart || unspaced.test(part)).map((part) => [part]);
  const place = institution ? [plainWords(institution).split(" ")] : [];
  return [
    ...whole.map((words) => ({ words, said: name, of: null })),
    { words: plainWords(email).split(" "), said: email, of: null },
    // "Hope" and "Grace" are words, too: a part of a name that is written with a capital counts where it has one.
    ...own.map((words) => ({ words, said: words.join(" "), of: ref, capital: name !== name.toLowerCase() })),
    ...place.map((words) => ({ words, said: institution ?? "", of: ref })),
  ].filter(({ words }) => words.some(Boolean));
}

/** Last names that stand in a text as names do: capitalised in the middle of a sentence, or after a title. */
function lastNamesIn(text: string, members: ReadonlyMap<string, string>): string[] {
  const found: string[] = [];
  for (const { 0: word, index } of text.matchAll(capitalised)) {
    const said = members.get(plainWord(word));
    if (!said) continue;
    // A sign in front keeps what was cut off from looking like the beginning of the text.
    const ahead = index > justAhead ? `,${text.slice(index - justAhead, index)}` : text.slice(0, index);
    if (titles.test(ahead) || !sentenceBegins.test(ahead)) found.push(said);
  }
  return found;
}

/**
 * Finds who of the advisory group could be recognised by comments that applicants will read: anybody's whole name either
 * way round, address, or last name where it stands as a name; of its author also each part of her name, written as one, and her institution.
 * Names in scripts without case are found whole. Made once for a group; each comment is then gone through once.
 * @returns what to ask of each comment: the words found, each once, or none
 */
export function recogniser(group: readonly Recognisable[]): (comment: Comment) => string[] {
  const byFirst = new Map<string, Term[]>();
  const lastNames = new Map<string, string>();
  const together: Term[] = [];
  for (const member of group) {
    for (const term of termsOf(member)) {
      if (term.words.some((word) => unspaced.test(word))) together.push(term);
      const [first = ""] = term.words;
      byFirst.set(first, [...(byFirst.get(first) ?? []), term]);
    }
    const last = plainWords(member.name).split(" ").at(-1) ?? "";
    if (last.length >= shortestPart) lastNames.set(last, member.name);
  }
  return ({ author, text }) => {
    const words = plainWords(text).split(" ");
    const capitals = new Set([...text.matchAll(capitalised)].map(([word]) => plainWord(word)));
    const isHis = ({ of, capital, words: [first = ""] }: Term) =>
      (of === null || of === author) && (!capital || capitals.has(first));
    const found = words.flatMap((word, at) =>
      (byFirst.get(word) ?? []).filter(
        (term) => isHis(term) && term.words.every((next, ahead) => words[at + ahead] === next),
      ),
    );
    const run = together.length > 0 ? words.join("") : "";
    const inRuns = together.filter((term) => isHis(term) && run.includes(term.words.join("")));
    return [...new Set([...found, ...inRuns].map(({ said }) => said).concat(lastNamesIn(text, lastNames)))];
  };
}
