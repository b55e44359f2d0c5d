import { refOf } from "#tests/cast";
import type { Outcome } from "~/meetings/outcome";
import type { PersonRef } from "~/values/person-ref";
import { allAt, type fundFactory, type MadeProposal } from "./fund";

type Given = { outcome: Outcome; amountMinor?: number; lead?: PersonRef };

/** A call whose proposals were each reviewed once, advised on and decided as given; nothing is prepared or released. */
export async function decidedCall<Name extends string>(
  make: ReturnType<typeof fundFactory>,
  slug: string,
  proposals: Record<Name, Given>,
) {
  const call = await make.call(slug);
  await make.member(call, refOf("reviewer"));
  const made = {} as Record<Name, MadeProposal>;
  for (const [name, { outcome, amountMinor, lead }] of Object.entries(proposals) as [Name, Given][]) {
    const proposal = await make.proposal(call, name, { lead });
    await make.lockedReview(await make.assignment(proposal, refOf("reviewer")), allAt(5));
    await make.recommendation(proposal, outcome);
    await make.decision(proposal, outcome, outcome === "award" ? (amountMinor ?? 10_000_000) : null);
    made[name] = proposal;
  }
  return { call, proposals: made };
}
