import { CannotClear } from "./clearing";
import { type ContentToken, contentTokens } from "./content-tokens";

const newline = 0x0a;
const space = 0x20;

function joined(parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length + 1, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
    whole[at] = newline;
    at += 1;
  }
  return whole.subarray(0, at);
}

function line(tokens: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(tokens.reduce((sum, { length }) => sum + length + 1, 0));
  let at = 0;
  for (const token of tokens) {
    whole.set(token, at);
    at += token.length;
    whole[at] = space;
    at += 1;
  }
  return whole.subarray(0, Math.max(0, at - 1));
}

/** Marked content keeps its tag and loses its list of properties: that is where replacement texts hide. */
const withoutProperties: Record<string, string> = { BDC: "BMC", DP: "MP" };

/** Told of every instruction with what it works on; an inline image is the instruction BI. */
export type Watch = (operator: string, operands: readonly ContentToken[]) => void;

/**
 * Writes the drawing instructions of a page anew, token by token: what is drawn stays, while comments and the properties
 * of marked content (ActualText, alternatives, languages) go.
 */
export function drawnOnly(content: Uint8Array, watch: Watch = () => {}): Uint8Array {
  const lines: Uint8Array[] = [];
  let operands: ContentToken[] = [];
  for (const token of contentTokens(content)) {
    if (token.kind === "image" && /\/(DCT|JPX)/.test(String.fromCharCode(...token.bytes.subarray(0, 400)))) {
      throw new CannotClear("pdf_has_unclear_images");
    }
    if (token.kind === "operand") {
      operands.push(token);
      continue;
    }
    const word = token.kind === "image" ? "BI" : String.fromCharCode(...token.bytes);
    watch(word, operands);
    const plain = withoutProperties[word];
    const kept = plain && operands.length > 1 ? operands.slice(-2, -1) : operands;
    const operator = plain ? new TextEncoder().encode(plain) : token.bytes;
    lines.push(line([...kept.map(({ bytes }) => bytes), operator]));
    operands = [];
  }
  return joined(lines);
}

/** The texts of a content stream as bytes, one after the other, for a look at what drawing them would spell. */
export function stringsOf(content: Uint8Array): Uint8Array {
  const strings: Uint8Array[] = [];
  for (const token of contentTokens(content)) strings.push(...token.strings);
  const whole = new Uint8Array(strings.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const bytes of strings) {
    whole.set(bytes, at);
    at += bytes.length;
  }
  return whole;
}
