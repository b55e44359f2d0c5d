import { markIn, markName } from "./sheet-marks";

export type Sent =
  | "saved"
  /** Nobody is signed in any more. */
  | "signed_out"
  /** Some parts are not taken as they stand, however often they are sent; the rest is saved. */
  | "refused"
  /** Nothing is saved, and trying again will not change it: the review is locked, closed or hers no longer. */
  | "over"
  | "lost";

/** What became of a sheet, and the controls that were refused. */
type Outcome = { sent: Sent; refused: string[] };

const markPrefix = markName("");
/** Browsers let a request outlive its page up to 64 kB. */
const mostBesidesThePage = 60_000;

/**
 * What the controls of this window are based on, by the names of their marks: what was saved last, and what was sent since
 * without an answer, which may stand or not.
 */
export type Marks = { saved: Map<string, string>; sent: Map<string, Set<string>> };

function bodyOf(form: HTMLFormElement): URLSearchParams {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") body.append(name, value);
  return body;
}

const fits = (body: URLSearchParams) => body.toString().length < mostBesidesThePage;

/** Whether a save that is on its way when the page goes arrives all the same. */
export const outlivesThePage = (form: HTMLFormElement): boolean => fits(bodyOf(form));

/** The marks of what a form is about to send. */
function marksOf(body: URLSearchParams): Map<string, string> {
  const marks = new Map<string, string>();
  for (const name of new Set(body.keys())) {
    if (!name.startsWith(markPrefix)) continue;
    marks.set(
      name,
      markIn(name.slice(markPrefix.length), (of) => body.get(of) ?? ""),
    );
  }
  return marks;
}

/**
 * Sends the whole sheet; what became of it, also where no answer came. What was saved is what the next save is based on.
 * @param address where the sheet of this packet is saved
 */
export async function sendSheet(address: string, form: HTMLFormElement, began: Marks): Promise<Outcome> {
  const body = bodyOf(form);
  const marks = marksOf(body);
  const before = new Map([...began.sent].map(([name, sent]) => [name, new Set(sent)]));
  for (const [name, mark] of marks)
    if (!body.getAll(name).includes(mark)) began.sent.set(name, new Set(began.sent.get(name)).add(mark));
  const outcome = await post(address, body);
  if (outcome.sent === "lost") return outcome;
  began.sent = before;
  if (outcome.sent !== "saved" && outcome.sent !== "refused") return outcome;
  for (const [name, mark] of marks) {
    if (outcome.refused.includes(name.slice(markPrefix.length))) continue;
    began.saved.set(name, mark);
    began.sent.delete(name);
  }
  return outcome;
}

async function post(address: string, body: URLSearchParams): Promise<Outcome> {
  const only = (sent: Sent): Outcome => ({ sent, refused: [] });
  try {
    const answer = await fetch(address, {
      method: "POST",
      body,
      headers: { Accept: "application/json" },
      keepalive: fits(body),
      // Followed, the way to signing in would end in a page that is there, and look like a save.
      redirect: "manual",
    });
    if (answer.type === "opaqueredirect") return only("signed_out");
    if (answer.ok) return only("saved");
    if (answer.status >= 500 || answer.status === 429) return only("lost");
    const said = (await answer.json()) as { refusal?: { details?: { fields?: object } } };
    const refused = Object.keys(said.refusal?.details?.fields ?? {});
    return refused.length > 0 ? { sent: "refused", refused } : only("over");
  } catch {
    return only("lost");
  }
}
