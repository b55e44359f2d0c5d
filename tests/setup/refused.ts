import { toRefusal } from "~/http/refusal-from-database.server";
import type { Refusal } from "~/values/refusal";

/** Why a piece of work was refused, as the page would say it; null where it was done. A bug stays loud. */
export async function refusalOf(work: Promise<unknown>): Promise<Refusal | null> {
  try {
    await work;
    return null;
  } catch (problem) {
    const refusal = toRefusal(problem);
    if (!refusal) throw problem;
    return refusal;
  }
}
