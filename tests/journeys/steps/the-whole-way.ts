import { expect } from "vitest";
import { testBrowser } from "#tests/setup/browser";
import * as applying from "./applicant";
import { expectArabic, switchToArabic } from "./arabic";
import { openHouse, resident, worksAt } from "./fund-house";
import * as managing from "./officer";
import * as reviewing from "./reviewer";
import { Walker } from "./walker";

const day = 86_400_000;

/** One proposal, from the first look at a call to the public list of grantees; the same with and without scripts. */
export async function walkTheWholeWay({ javaScript }: { javaScript: boolean }) {
  const house = await openHouse();
  const { product, call } = house;
  const visit = await testBrowser();
  const somebody = async () => new Walker(await visit({ baseURL: product.url, javaScript }), javaScript);

  const applicant = await somebody();
  await applying.signUp(house, applicant);
  const proposal = await applying.startProposal(house, applicant);
  await applying.describeTheWork(applicant);
  await applying.planTheWork(applicant);
  await applying.presentTheTeam(applicant);
  await applying.submit(house, applicant, proposal);

  await product.setClock(new Date(call.closesAt.getTime() + day));
  await resident(house, "Ingrid Nyström", "ingrid@fund.example", ["programme_officer"]);
  await resident(house, "David Adeyemi", "david@fund.example", ["programme_officer"]);
  const officer = await somebody();
  await officer.signIn("ingrid@fund.example", "/manage");
  await managing.findEligible(house, officer, proposal);
  await managing.freezePacket(officer);
  await managing.invite(house, officer, [reviewing.reviewer, reviewing.second, reviewing.conflicted]);
  await worksAt(house, reviewing.conflicted.email, applying.applicant.institution);

  const reviewer = await somebody();
  await reviewing.accept(house, reviewer, reviewing.reviewer);
  await reviewing.accept(house, await somebody(), reviewing.second);
  await managing.refuseConflicted(officer, proposal, reviewing.conflicted.name);
  await managing.assign(officer, [reviewing.reviewer.name, reviewing.second.name]);
  await managing.refuseAgain(officer, reviewing.conflicted.name);
  await reviewing.openPacket(house, reviewer);
  await reviewing.scoreAndLock(reviewer);
  await reviewing.reviewByKeyboard(await somebody());

  await product.setClock(new Date(call.scoringClosesAt.getTime() + day));
  await managing.decideAward(house, officer, proposal);
  await managing.prepareRelease(house, officer);
  await applicant.open(`/apply/${proposal}/decision`, 404);
  const second = await somebody();
  await second.signIn("david@fund.example", "/manage");
  await managing.release(house, second);
  await applying.readDecision(house, applicant, reviewing.toApplicant);
  await switchToArabic(applicant);
  await expectArabic(applicant, [reviewing.toApplicant, "Good."]);
  await managing.announce(house, second, await somebody());
  await managing.lookAtLetters(officer);

  const told = await house.database
    .owner`select state, attempts from notifications.letters where template like 'decision%'`;
  expect([...told]).toEqual([{ state: "sent", attempts: 1 }]);
  const decisions = house.mail.received.filter(({ subject }) => subject?.startsWith("The decision on your proposal"));
  expect(decisions.map(({ recipient }) => recipient)).toEqual([applying.applicant.email]);
}
