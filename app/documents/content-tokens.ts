import { CannotClear } from "./clearing";

/** One word of a content stream, its bytes as written, and the decoded strings within. */
export type ContentToken = { kind: "operand" | "operator" | "image"; bytes: Uint8Array; strings: Uint8Array[] };

const isSpace = (byte: number | undefined) =>
  byte === 0 || byte === 9 || byte === 10 || byte === 12 || byte === 13 || byte === 32;
const delimiters = new Set([..."()<>[]{}/%"].map((character) => character.charCodeAt(0)));
const isRegular = (byte: number | undefined) => byte !== undefined && !isSpace(byte) && !delimiters.has(byte);
const unclear = () => new CannotClear("pdf_has_unclear_content");
const escapes: Record<string, number> = { n: 10, r: 13, t: 9, b: 8, f: 12 };
const values = new Set(["true", "false", "null"]);
const deepest = 60;

/** Reads a content stream word by word; throws where it is not one. */
export function* contentTokens(content: Uint8Array): Generator<ContentToken> {
  let at = 0;
  let strings: Uint8Array[] = [];

  function skip() {
    for (;;) {
      while (isSpace(content[at])) at += 1;
      if (content[at] !== 0x25) return;
      while (at < content.length && content[at] !== 10 && content[at] !== 13) at += 1;
    }
  }

  function literal() {
    const decoded: number[] = [];
    let depth = 0;
    for (; at < content.length; at += 1) {
      const byte = content[at] as number;
      if (byte === 0x5c) {
        at += 1;
        const next = String.fromCharCode(content[at] ?? 0);
        const octal = /^[0-7]{1,3}/.exec(String.fromCharCode(...content.subarray(at, at + 3)))?.[0];
        if (octal) {
          decoded.push(Number.parseInt(octal, 8) & 255);
          at += octal.length - 1;
        } else if (next === "\r" && content[at + 1] === 10) at += 1;
        else if (next !== "\n" && next !== "\r") decoded.push(escapes[next] ?? (content[at] as number));
        continue;
      }
      if (byte === 0x28) depth += 1;
      if (byte === 0x29) depth -= 1;
      if (depth === 0) {
        at += 1;
        strings.push(Uint8Array.from(decoded));
        return;
      }
      if (!(byte === 0x28 && depth === 1)) decoded.push(byte);
    }
    throw unclear();
  }

  function hexadecimal() {
    const end = content.indexOf(0x3e, at);
    if (end < 0) throw unclear();
    const digits = String.fromCharCode(...content.subarray(at + 1, end)).replace(/\s/g, "");
    if (/[^0-9a-fA-F]/.test(digits)) throw unclear();
    const pairs = (digits.length % 2 ? `${digits}0` : digits).match(/../g) ?? [];
    strings.push(Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16)));
    at = end + 1;
  }

  /** A list or a dictionary, up to and with its end. */
  function group(end: string, depth: number) {
    for (;;) {
      skip();
      if (at >= content.length) throw unclear();
      if (String.fromCharCode(...content.subarray(at, at + end.length)) === end) {
        at += end.length;
        return;
      }
      value(depth + 1);
    }
  }

  function value(depth: number) {
    if (depth > deepest) throw unclear();
    const [first, second] = [content[at], content[at + 1]];
    if (first === 0x28) literal();
    else if (first === 0x3c && second === 0x3c) {
      at += 2;
      group(">>", depth);
    } else if (first === 0x3c) hexadecimal();
    else if (first === 0x5b) {
      at += 1;
      group("]", depth);
    } else if (first === 0x2f || isRegular(first)) {
      at += 1;
      while (isRegular(content[at])) at += 1;
    } else throw unclear();
  }

  /** An inline image: its facts, the word ID, then bytes up to the word EI. */
  function image() {
    group("ID", 0);
    at += 1;
    for (; at < content.length; at += 1) {
      const ends = content[at] === 0x45 && content[at + 1] === 0x49 && isSpace(content[at - 1]);
      if (ends && (at + 2 >= content.length || isSpace(content[at + 2]))) {
        at += 2;
        return;
      }
    }
    throw unclear();
  }

  for (;;) {
    skip();
    if (at >= content.length) return;
    const from = at;
    strings = [];
    const first = content[at] as number;
    const isWord =
      isRegular(first) && !(first >= 0x30 && first <= 0x39) && first !== 0x2b && first !== 0x2d && first !== 0x2e;
    value(0);
    const word = isWord ? String.fromCharCode(...content.subarray(from, at)) : "";
    if (word === "BI") image();
    const kind = word === "BI" ? "image" : word && !values.has(word) ? "operator" : "operand";
    yield { kind, bytes: content.subarray(from, at), strings };
  }
}
