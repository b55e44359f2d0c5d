import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asApplicant } from "~/access/sides.server";
import { discardDraft } from "~/proposals/discard-draft.server";
import { proposalInHand } from "~/proposals/own-proposals.queries.server";
import { deskOf } from "~/proposals/proposal-desk.server";
import { takeUpDraft } from "~/proposals/take-up-draft.server";
import { TakeUpForm } from "~/proposals/take-up-form";
import { Actions } from "~/ui/actions";
import { Button } from "~/ui/button";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { paths } from "~/ui/paths";
import { useText } from "~/ui/use-text";

export const handle: PageHandle = { title: "apply.discard.title" };

export const loader = asApplicant(async ({ params, actor, locale, now }) => {
  const hand = await proposalInHand(actor, params.proposal ?? "", locale, now);
  const { id, title, mayDiscard, mayTakeUp } = deskOf(hand, now);
  return { id, title, mayDiscard, mayTakeUp };
});

export const action = asApplicant(async ({ params, request, actor, now }) => {
  const { proposal = "" } = params;
  if ((await request.formData()).get("act") === "take_up") {
    await takeUpDraft(actor, proposal, now);
    return redirect(paths.proposal(proposal), 303);
  }
  await discardDraft(actor, proposal, now);
  return redirect(paths.apply(), 303);
});

export default function Discard() {
  const { id, title, mayDiscard, mayTakeUp } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page
      side="apply"
      title={t("apply.discard.title")}
      above={<bdi>{title || t("apply.list.untitled")}</bdi>}
      lead={mayDiscard ? t("apply.discard.lead") : mayTakeUp ? t("apply.next.discarded") : undefined}
      notices={mayDiscard || mayTakeUp ? null : <Notice title={t("errors.reasons.proposal_is_no_draft")} />}
    >
      {mayDiscard ? (
        <form method="post">
          <Actions>
            <Button kind="danger">{t("apply.discard.button")}</Button>
            <LinkButton kind="quiet" to={paths.proposal(id)}>
              {t("apply.discard.keep")}
            </LinkButton>
          </Actions>
        </form>
      ) : (
        <Actions>
          {mayTakeUp ? <TakeUpForm proposal={id} /> : null}
          <LinkButton kind="quiet" to={paths.proposal(id)}>
            {t("apply.receipt.back")}
          </LinkButton>
        </Actions>
      )}
    </Page>
  );
}
