import { awardReference, firstOfNextMonth } from "~/decisions/award-terms";
import { slugs } from "./call/demo-calls";
import { dates2021 } from "./dates-2021";
import { type Decided, decideAll, reasonFor } from "./deciding";
import { sentLetter } from "./letters-history";
import type { Making } from "./making";
import type { Reviewed } from "./past-review";
import { tellTurnedAway } from "./turned-away";
import type { WrittenProposal } from "./write-proposal";

const minute = 60_000;
const stateAfter = { award: "awarded", reserve: "reserved", decline: "declined" } as const;
const told = {
  award: [
    "Your proposal is recommended for an award",
    "We are glad to tell you that the fund awards a grant to this proposal. The agreement follows within a month.",
  ],
  reserve: [
    "Your proposal is on the reserve list",
    "This proposal is on the reserve list. We will write again if a grant becomes available.",
  ],
  decline: [
    "The decision on your proposal",
    "We are sorry to tell you that the fund cannot support this proposal. The comments of the reviewers are on its page.",
  ],
} as const;

function awardRows({ workshop: { rows }, random }: Making, callId: string, awarded: readonly Decided[]) {
  awarded.forEach(({ proposal, amountMinor }, index) => {
    const { plan, lead, title, blind } = proposal;
    const id = random.fork(`award/${index}`).uuid();
    rows.awards.push({
      id,
      reference: awardReference(slugs.past, index + 1),
      proposalId: proposal.id,
      callId,
      amountMinor: amountMinor ?? 0,
      currency: "USD",
      months: plan.months,
      startsOn: firstOfNextMonth(dates2021.released),
      awardedAt: dates2021.released,
    });
    rows.announcedGrantees.push({
      awardId: id,
      callId,
      title,
      summary: blind.summary ?? "",
      theme: plan.theme,
      institutionName: lead.institution.name,
      institutionCountry: lead.institution.country,
      institutionRor: null,
      requestedMinor: plan.requestedMinor,
    });
  });
}

/** The meeting's recommendations, the fund's decisions, the release by a second officer, and the announcement. */
export function decisionsOf(
  making: Making,
  callId: string,
  proposals: readonly WrittenProposal[],
  reviewed: readonly Reviewed[],
) {
  const { workshop, random, history, cast } = making;
  const { rows } = workshop;
  const [officer, second] = [cast.officer.ref, cast.secondOfficer.ref];
  const own = random.fork("decisions");
  const states = new Map(rows.proposals.map((row) => [row.id, row]));
  const decided = decideAll(reviewed);
  decided.forEach((row, index) => {
    const { outcome, amountMinor, proposal } = row;
    const { reason, dissent } = reasonFor(own, row);
    const recordedAt = new Date(dates2021.meeting.getTime() + index * 2 * minute);
    const decidedAt = new Date(dates2021.decided.getTime() + index * minute);
    const subject: [string, string] = ["proposal", proposal.id];
    rows.recommendations.push({ proposalId: proposal.id, outcome, reason, dissent, recordedBy: officer, recordedAt });
    rows.decisions.push({
      proposalId: proposal.id,
      callId,
      outcome,
      amountMinor,
      reason: "",
      decidedBy: officer,
      decidedAt,
    });
    Object.assign(states.get(proposal.id) ?? {}, { state: stateAfter[outcome] });
    history.record(recordedAt, officer, "programme_officer", "recommendation recorded", subject, { outcome });
    history.record(decidedAt, officer, "programme_officer", "decision taken", subject, { outcome, amountMinor });
    const event = history.record(dates2021.released, second, "programme_officer", "decision told", subject);
    const amount = amountMinor === null ? {} : { amount: { minor: amountMinor, currency: "USD" } };
    const [heading, text] = told[outcome];
    const lines = [`This letter is about your proposal “${proposal.title}” in the call of 2021.`, text];
    const data = { proposal: proposal.id, ...amount };
    sentLetter(event, {
      recipient: proposal.lead.ref,
      template: `decision_${outcome}`,
      data,
      subject: heading,
      lines,
      at: dates2021.released,
    });
  });
  tellTurnedAway(making, proposals);
  rows.releases.push({
    callId,
    preparedBy: officer,
    preparedAt: dates2021.prepared,
    releasedBy: second,
    releasedAt: dates2021.released,
  });
  rows.announcements.push({ callId, announcedBy: officer, announcedAt: dates2021.announced });
  awardRows(
    making,
    callId,
    decided.filter(({ outcome }) => outcome === "award"),
  );
  const call: [string, string] = ["call", callId];
  history.record(dates2021.prepared, officer, "programme_officer", "release prepared", call);
  history.record(dates2021.released, second, "programme_officer", "decisions released", call);
  history.record(dates2021.announced, officer, "programme_officer", "grantees announced", call, { grantees: 5 });
}
