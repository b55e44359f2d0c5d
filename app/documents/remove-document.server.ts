import { eq } from "drizzle-orm";
import { applying } from "#db/connections/applying.server";
import { documents } from "#db/schema/documents";
import type { Actor } from "~/access/actor";
import { record } from "~/audit/record.server";
import { Refusal } from "~/values/refusal";
import { must } from "~/values/verdict";
import { takeAway } from "./accept-upload.server";
import { changeable } from "./document.rules";
import { uploadPlace } from "./upload-place.server";
import { uploads } from "./uploads.server";

/**
 * An applicant takes a file away again, as long as the proposal may change; a submitted version keeps its copy. A file that
 * was replaced meanwhile is gone already, and the newer one stays.
 */
export async function removeDocument(actor: Actor, id: string, now: Date): Promise<void> {
  const { person } = actor;
  if (!person) throw new Refusal("not_found", "not_found");
  const discarded = await applying.transaction(person, async (tx) => {
    const asItStands = () =>
      tx
        .select({ proposal: documents.proposalId, question: documents.question, state: documents.state })
        .from(documents)
        .where(eq(documents.id, id));
    const [found] = await asItStands();
    if (!found) throw new Refusal("not_found", "not_found");
    must(changeable(await uploadPlace(tx, actor, found, { lock: true }), now));
    // Once the proposal is held: an upload that was waited for may have replaced this file, and its own is not meant.
    const [held] = await asItStands();
    if (held?.state === "removed") return [];
    const keys = await takeAway(tx, found, null, now);
    await record(tx, actor, now, "document removed", { kind: "document", id }, { question: found.question });
    return keys;
  });
  if (discarded.length > 0) await uploads().api.deleteFiles(discarded);
}
