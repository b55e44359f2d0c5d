import { fillBlanks, tokenBlank } from "./blanks";
import { openToken } from "./letter-tokens.server";
import type { KeptLetter } from "./outbox.server";

/** The line that gives the operator the link of a letter nobody will get; null for a letter without one. */
export function lineOfKept({ template, text, token }: KeptLetter): string | null {
  const link = text.split(/\s+/).find((word) => word.includes(tokenBlank));
  if (!token || !link) return null;
  try {
    const { text: open } = fillBlanks({ html: "", text: link }, { name: "", token: openToken(token) });
    return `Letter to read: ${template}, open ${open}`;
  } catch {
    return `Letter to read: ${template}, but its link cannot be read: was SESSION_SECRET changed?`;
  }
}
