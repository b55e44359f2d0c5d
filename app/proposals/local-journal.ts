const prefix = "fund-journal:";

/** The browser's own memory of what the server has not confirmed; private windows may refuse it, and that is fine. */
function journal(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

const keyOf = (proposal: string, question: string) => `${prefix}${proposal}:${question}`;

/** Keeps a text until the server has it. */
export function remember(proposal: string, question: string, text: string): void {
  try {
    journal()?.setItem(keyOf(proposal, question), text);
  } catch {
    // A full journal must not stop anybody from typing; the server still gets the text.
  }
}

/** The server has it. */
export function forget(proposal: string, question: string): void {
  journal()?.removeItem(keyOf(proposal, question));
}

/** Texts of a proposal that the server never confirmed, such as after a line broke and the page was closed. */
export function remembered(proposal: string): { id: string; text: string }[] {
  const store = journal();
  if (!store) return [];
  const start = keyOf(proposal, "");
  return Object.keys(store)
    .filter((key) => key.startsWith(start))
    .map((key) => ({ id: key.slice(start.length), text: store.getItem(key) ?? "" }));
}
