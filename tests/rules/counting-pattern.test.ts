import { expect, it } from "vitest";
import { countCharacters, countWords } from "~/forms/counting";

const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });
const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const wordsBySegmenter = (text: string) => [...segmenter.segment(text)].filter((part) => part.isWordLike).length;

const pieces =
  "don't e.g. 3,000 12:30 a.1 v1.2 naïve école l’été عربي الأطفال кот παιδί बच्चे ١٢٣ e-mail x/y (a) “q” 50% US$ A.B.C 1;2 3. a_b ’tis 'n' ﬁn … – ؟ ، a9.b 1.a ٣,٤ é.é a:b 我们 ไทย 👩‍👩‍👧 한국".split(
    " ",
  );

function* madeTexts(howMany: number) {
  let seed = 7;
  const random = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648;
  };
  for (let made = 0; made < howMany; made++) {
    let text = "";
    for (let piece = Math.ceil(random() * 6); piece > 0; piece--) {
      text += pieces[Math.floor(random() * pieces.length)] + (random() < 0.5 ? " " : "");
    }
    yield text;
  }
}

it("counts words by pattern exactly as Unicode's segmenter does, in every mix of scripts and signs", () => {
  const wrong = [...madeTexts(20_000)].filter((text) => countWords(text) !== wordsBySegmenter(text));
  expect(wrong).toEqual([]);
});

it("counts characters as readers see them", () => {
  for (const text of [...madeTexts(2000), "plain text", "é", "two\nlines", "a\r\nb"]) {
    expect([text, countCharacters(text)]).toEqual([text, [...graphemes.segment(text)].length]);
  }
});
