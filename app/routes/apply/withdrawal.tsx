import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FormOwner } from "~/access/form-owner";
import { asApplicant } from "~/access/sides.server";
import { fromForm } from "~/forms/from-form";
import { proposalInHand } from "~/proposals/own-proposals.queries.server";
import { deskOf } from "~/proposals/proposal-desk.server";
import { withdrawalForm } from "~/proposals/section.forms";
import { withdrawProposal } from "~/proposals/withdraw-proposal.server";
import { Actions } from "~/ui/actions";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { LinkButton } from "~/ui/link-button";
import { LongTextField } from "~/ui/long-text-field";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { paths } from "~/ui/paths";
import { useAnswer } from "~/ui/use-answer";
import { useText } from "~/ui/use-text";

export const handle: PageHandle = { title: "apply.withdraw.title" };

export const loader = asApplicant(async ({ params, actor, locale, now }) => {
  const { id, title, mayWithdraw } = deskOf(await proposalInHand(actor, params.proposal ?? "", locale, now), now);
  return { id, title, mayWithdraw };
});

export const action = asApplicant(async ({ params, request, actor, now }) => {
  const { reason } = fromForm(withdrawalForm, await request.formData());
  await withdrawProposal(actor, params.proposal ?? "", reason, now);
  return redirect(paths.proposal(params.proposal ?? ""), 303);
});

export default function Withdrawal() {
  const { id, title, mayWithdraw } = useLoaderData<typeof loader>();
  const { t } = useText();
  const { problems, errorOf, typedOr } = useAnswer();
  const frame = { side: "apply", title: t("apply.withdraw.title"), above: <bdi>{title}</bdi> } as const;
  if (!mayWithdraw) {
    return (
      <Page {...frame} notices={<Notice title={t("errors.reasons.proposal_cannot_be_withdrawn")} />}>
        <Actions>
          <LinkButton kind="quiet" to={paths.proposal(id)}>
            {t("apply.receipt.back")}
          </LinkButton>
        </Actions>
      </Page>
    );
  }
  return (
    <Page {...frame} lead={t("apply.withdraw.lead")} notices={<ErrorSummary problems={problems} />}>
      <form method="post" noValidate>
        <FormOwner />
        <LongTextField
          name="reason"
          label={t("apply.withdraw.reason")}
          error={errorOf("reason")}
          defaultValue={typedOr("reason", "")}
          rows={3}
          required
        />
        <Actions>
          <Button kind="danger">{t("apply.withdraw.button")}</Button>
          <LinkButton kind="quiet" to={paths.proposal(id)}>
            {t("apply.withdraw.keep")}
          </LinkButton>
        </Actions>
      </form>
    </Page>
  );
}
