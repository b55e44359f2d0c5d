import { plainWords } from "~/values/normalised-text";

/** A word that begins with a capital, as it stands in its text. */
export type WrittenName = {
  /** "smith" and "jones" of "Smith-Jones". */
  pieces: string[];
  at: number;
  /** Beside a title or an initial: "Dr Roy", "A. Roy", "Roy, A." */
  titled: boolean;
  /** In the middle of a sentence, where only names have a capital. */
  within: boolean;
};

const capitalised = /(?<![\p{L}\p{M}\p{N}])\p{Lu}[\p{L}\p{M}'’‐‑-]+/gu;
/** They sound like an apostrophe and count as letters: "Oʼbrien" is written as "O'Brien" is. */
const apostrophes = /[ʹʻʼʽ]/gu;
/** Longer than any title, and the signs that stand around one. */
const justAhead = 20;
const titles = /(^|[^\p{L}])(dr|prof|professor|mr|mrs|ms|mx|sir|dame)(\.\s*|\s+)$/iu;
const initial = /(?<![\p{L}\p{M}\p{N}])\p{Lu}\p{M}*\.[\s-]*$/u;
/** "Dr J Roy". */
const bareInitials = /(?<![\p{L}\p{M}\p{N}])\p{Lu}{1,2}\s+$/u;
const initialBehind = /^(?:,\s*|\s+)\p{Lu}\p{M}*\./u;
const sentenceBegins = /(^|[.!?:;\n…])["'“”‘’«»()\s]*$/u;

/** The pieces of a name or a text, made comparable; a hyphen or an apostrophe parts them as a space does. */
export const piecesOf = (text: string): string[] =>
  plainWords(text.replace(apostrophes, "'")).split(" ").filter(Boolean);

/** The capitalised words of a text, and how each stands there. */
export function writtenNames(text: string): WrittenName[] {
  return [...text.matchAll(capitalised)].map(({ 0: word, index: at }) => {
    // A sign in front keeps what was cut off from looking like the beginning of the text.
    const ahead = at > justAhead ? `,${text.slice(at - justAhead, at)}` : text.slice(0, at);
    const behind = text.slice(at + word.length, at + word.length + justAhead);
    const beside = [ahead, ahead.replace(bareInitials, "")].some((part) => titles.test(part));
    return {
      pieces: piecesOf(word.replace(/['’]s$/iu, "")),
      at,
      titled: beside || initial.test(ahead) || initialBehind.test(behind),
      within: !sentenceBegins.test(ahead),
    };
  });
}

const uncapitalised = /(?<![\p{L}\p{M}\p{N}'’.@‐‑-])\p{Ll}[\p{L}\p{M}]*/gu;
const farewells = new Set(
  "kind best regards wishes sincerely faithfully truly yours signed thanks cheers from".split(" "),
);
const farewell = /(regards|wishes|sincerely|faithfully|cordially|signed)\s*[,.:–—\n]/iu;
/** As far behind its farewell as a signature begins. */
const signature = 60;
const gap = /[.!?…,;:()–—]|\s-+\s/u;

/** Whether a word stands where a comment is signed: behind a farewell, or with capitalised words alone at the end of a line. */
export function isSignedAt(text: string, at: number): boolean {
  if (farewell.test(text.slice(Math.max(0, at - signature), at))) return true;
  const begins = text.lastIndexOf("\n", at) + 1;
  const [line = ""] = text.slice(begins).split("\n", 1);
  const last = [...line.matchAll(uncapitalised)].filter(([word]) => !farewells.has(word)).at(-1);
  if (!last) return true;
  const rest = line.slice(last.index + last[0].length);
  const parted = rest.search(gap);
  return parted >= 0 && begins + line.length - rest.length + parted < at;
}
