import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FormOwner } from "~/access/form-owner";
import { asManager } from "~/access/sides.server";
import { spokenCriteria, textsFor } from "~/calls/call-texts";
import { decide } from "~/decisions/decide.server";
import { decisionForm } from "~/decisions/decision.forms";
import { decidingDesk } from "~/decisions/decision.queries.server";
import { openToDecide } from "~/decisions/decision.rules";
import { DecisionStands } from "~/decisions/decision-stands";
import { fromForm } from "~/forms/from-form";
import { outcomes } from "~/meetings/outcome";
import { ReviewsRead } from "~/reviews/reviews-read";
import { Actions } from "~/ui/actions";
import { Button } from "~/ui/button";
import { ChoiceField } from "~/ui/choice-field";
import { ErrorSummary } from "~/ui/error-summary";
import { formatMoney } from "~/ui/formats";
import { LinkButton } from "~/ui/link-button";
import { LongTextField } from "~/ui/long-text-field";
import { MoneyField } from "~/ui/money-field";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { paths } from "~/ui/paths";
import { useAnswer } from "~/ui/use-answer";
import { useText } from "~/ui/use-text";
import { decimalsOf } from "~/values/money";

export const handle: PageHandle = { title: "manage.decision.title" };

export const loader = asManager(async ({ params, person, locale }) => {
  const { texts: spoken, rubric, reviews, ...desk } = await decidingDesk(person, params.proposal ?? "");
  const { texts } = textsFor(spoken, locale);
  return { ...desk, reviews, criteria: spokenCriteria(rubric, texts), callTitle: texts.title };
});

export const action = asManager(async ({ params, request, actor, person, now }) => {
  const { currency, slug } = await decidingDesk(person, params.proposal ?? "");
  await decide(actor, params.proposal ?? "", fromForm(decisionForm(currency), await request.formData()), now);
  return redirect(paths.ranking(slug), 303);
});

export default function Decision() {
  const desk = useLoaderData<typeof loader>();
  const { problems } = useAnswer();
  const { t } = useText();
  return (
    <Page
      side="manage"
      title={t("manage.decision.title")}
      above={<bdi>{desk.title}</bdi>}
      lead={desk.released ? undefined : t("manage.decision.lead")}
      call={desk.callTitle}
      crumbs={[
        { label: t("manage.ranking.title"), to: paths.ranking(desk.slug) },
        { label: desk.title, to: paths.manageProposal(desk.id) },
      ]}
      notices={<ErrorSummary problems={problems} />}
    >
      <ReviewsRead reviews={desk.reviews.read} open={desk.reviews.open} criteria={desk.criteria} />
      <DecisionOrWhyNot desk={desk} />
    </Page>
  );
}

type Desk = Awaited<ReturnType<typeof loader>>;

function DecisionOrWhyNot({ desk }: { desk: Desk }) {
  const { t } = useText();
  const open = openToDecide(desk);
  if (!open.allowed) return <DecisionStands because={open.because} {...desk} />;
  if (desk.recommendation) return <DecisionForm desk={desk} recommended={desk.recommendation.outcome} />;
  return (
    <Notice>
      <p>{t("manage.decision.no_recommendation")}</p>
      <LinkButton to={paths.recommendation(desk.id)}>{t("manage.decision.record_first")}</LinkButton>
    </Notice>
  );
}

function DecisionForm({ desk, recommended }: { desk: Desk; recommended: string }) {
  const { t, find, locale } = useText();
  const { errorOf, typedOr } = useAnswer();
  const money = (minor: number | null) => formatMoney(locale, { minor: minor ?? 0, currency: desk.currency });
  const amount = desk.decision?.amountMinor ?? Math.min(desk.requestedMinor ?? 0, Math.max(0, desk.leftMinor));
  return (
    <form method="post" noValidate>
      <FormOwner />
      <ChoiceField
        name="outcome"
        label={t("manage.decision.outcome")}
        inline
        required
        error={errorOf("outcome")}
        defaultValue={typedOr("outcome", desk.decision?.outcome ?? recommended)}
        choices={outcomes.map((value) => ({ value, label: t(`manage.outcomes.${value}`) }))}
      />
      <MoneyField
        name="amount"
        label={t("manage.decision.amount")}
        hint={t("manage.decision.amount_hint", {
          requested: money(desk.requestedMinor),
          floor: money(desk.floorMinor),
          ceiling: money(desk.ceilingMinor),
          left: money(desk.leftMinor),
        })}
        currency={desk.currency}
        error={errorOf("amount")}
        defaultValue={typedOr("amount", String(amount / 10 ** decimalsOf(desk.currency)))}
      />
      <LongTextField
        name="reason"
        label={t("manage.decision.reason")}
        hint={t("manage.decision.reason_hint", { recommended: find(`manage.outcomes.${recommended}`) ?? recommended })}
        optional
        rows={4}
        error={errorOf("reason")}
        defaultValue={typedOr("reason", desk.decision?.reason ?? "")}
      />
      <Actions>
        <Button kind="main">{t("manage.decision.act")}</Button>
        <LinkButton kind="quiet" to={paths.ranking(desk.slug)}>
          {t("common.actions.cancel")}
        </LinkButton>
      </Actions>
    </form>
  );
}
