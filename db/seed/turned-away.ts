import { dates2021 } from "./dates-2021";
import { sentLetter } from "./letters-history";
import type { Making } from "./making";
import type { WrittenProposal } from "./write-proposal";

const general =
  "It does not meet the conditions of the call. If you would like to know which one it was, please ask the fund.";

/** At the release those whose proposal was not eligible are told so too, in the words that were written for them. */
export function tellTurnedAway({ workshop: { rows }, history, cast }: Making, proposals: readonly WrittenProposal[]) {
  const words = new Map(
    rows.eligibilityDecisions
      .filter(({ outcome }) => outcome === "ineligible")
      .map(({ proposalId, toApplicant }) => [proposalId, toApplicant]),
  );
  for (const { id, title, lead } of proposals) {
    if (!words.has(id)) continue;
    const { released } = dates2021;
    const event = history.record(released, cast.secondOfficer.ref, "programme_officer", "decision told", [
      "proposal",
      id,
    ]);
    sentLetter(event, {
      recipient: lead.ref,
      template: "decision_ineligible",
      data: { proposal: id },
      subject: "The decision on your proposal",
      lines: [
        `This letter is about your proposal “${title}” in the call of 2021.`,
        "The fund found that it is not eligible in this call. The reviewers did not read it, so this says nothing about the quality of your research.",
        words.get(id) || general,
      ],
      at: released,
    });
  }
}
