import { paths } from "~/ui/paths";

/** One save under a name of its own: sent again after a broken line, it still counts once. */
export type AnswerSave = { question: string; baseVersion: number; text: string; saveId: string };

export type Sent =
  | { kind: "saved"; version: number; savedAt: string }
  | { kind: "conflict"; theirs: string; version: number; yours: string }
  /** The server will not take this text, however often it is sent. */
  | { kind: "refused"; because: string | null }
  /** Nobody is signed in any more. */
  | { kind: "signed_out" }
  | { kind: "lost" };

/** Browsers let requests outlive their page up to 64 kB in all. */
const mostBesidesThePage = 60_000;
let besidesThePage = 0;

/** Sends so that leaving the page does not cut it off, as long as the browser allows. */
async function send(address: string, body: string): Promise<Response> {
  const size = new TextEncoder().encode(body).length;
  const keepalive = besidesThePage + size <= mostBesidesThePage;
  if (keepalive) besidesThePage += size;
  try {
    return await fetch(address, {
      method: "POST",
      body,
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      redirect: "manual",
      keepalive,
    });
  } finally {
    if (keepalive) besidesThePage -= size;
  }
}

/** Only a version says that it was saved. */
const saved = (said: { version?: unknown; savedAt?: string }): Sent =>
  typeof said.version === "number"
    ? { kind: "saved", version: said.version, savedAt: said.savedAt ?? "" }
    : { kind: "refused", because: null };

/** Sends a save; what became of it, also where no answer came. */
export async function sendAnswer(proposal: string, save: AnswerSave): Promise<Sent> {
  try {
    const answer = await send(paths.proposalAnswers(proposal), JSON.stringify(save));
    // A proposal that is not there any more is another account's: somebody else has signed in.
    if (answer.type === "opaqueredirect" || answer.status === 404) return { kind: "signed_out" };
    if (answer.ok) return saved(await answer.json());
    if (answer.status >= 500 || answer.status === 429) return { kind: "lost" };
    if (answer.status === 413) return { kind: "refused", because: "text_is_too_long" };
    const said = await answer.json();
    return answer.status === 409 && "theirs" in said
      ? { kind: "conflict", ...said }
      : { kind: "refused", because: said?.refusal?.reason ?? null };
  } catch {
    return { kind: "lost" };
  }
}
