import type { TemplateId } from "~/notifications/templates";
import { decisionAward, decisionDecline, decisionReserve } from "./applicant/decision";
import { decisionIneligible } from "./applicant/decision-ineligible";
import { applicantPreviews } from "./applicant/previews";
import { resetPassword } from "./applicant/reset-password";
import { submissionReceipt } from "./applicant/submission-receipt";
import { verifyAddress } from "./applicant/verify-address";
import { withdrawalConfirmed } from "./applicant/withdrawal-confirmed";
import type { Letter } from "./letter";
import type { Preview } from "./preview";
import { officerInvitation } from "./programme-officer/officer-invitation";
import { officerPreviews } from "./programme-officer/previews";
import { assignment } from "./reviewer/assignment";
import { reviewerPreviews } from "./reviewer/previews";
import { reminder } from "./reviewer/reminder";
import { reviewerInvitation } from "./reviewer/reviewer-invitation";
import { reviewingEnded } from "./reviewer/reviewing-ended";

/** The letter of each template. */
export const letters: { [Id in TemplateId]: Letter<Id> } = {
  verify_address: verifyAddress,
  reset_password: resetPassword,
  submission_receipt: submissionReceipt,
  withdrawal_confirmed: withdrawalConfirmed,
  decision_award: decisionAward,
  decision_reserve: decisionReserve,
  decision_decline: decisionDecline,
  decision_ineligible: decisionIneligible,
  invitation_reviewer: reviewerInvitation,
  assignment,
  reminder,
  reviewing_ended: reviewingEnded,
  officer_invitation: officerInvitation,
};

/** What each looks like with invented data. */
export const previews: { [Id in TemplateId]: Preview<Id> } = {
  ...applicantPreviews,
  ...reviewerPreviews,
  ...officerPreviews,
};
