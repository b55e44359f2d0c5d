/** Written where the reader's name belongs; it is filled in when the letter leaves, and never stored. */
export const nameBlank = "{recipient-name}";
/** Written where a one-time token belongs; likewise. */
export const tokenBlank = "{one-time-token}";

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);

type Written = { html: string; text: string };

/** The letter as it leaves: name and token in their places. */
export function fillBlanks({ html, text }: Written, { name, token }: { name: string; token: string }): Written {
  const oneLine = name.replace(/\s+/g, " ").trim();
  return {
    html: html.replaceAll(nameBlank, () => escaped(oneLine)).replaceAll(tokenBlank, () => encodeURIComponent(token)),
    text: text.replaceAll(nameBlank, () => oneLine).replaceAll(tokenBlank, () => encodeURIComponent(token)),
  };
}

const mask = "••••••";

/** The letter as a page may show it: the token masked, and the name only if the viewer was told it. */
export function maskTokens(letter: string, name: string = mask, kind: "html" | "text" = "html"): string {
  return letter
    .replaceAll(nameBlank, () => (kind === "html" ? escaped(name) : name))
    .replaceAll(tokenBlank, mask)
    .replace(/([?&](?:amp;)?token=)[^"'&<>\s]+/g, `$1${mask}`);
}
