import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FormOwner } from "~/access/form-owner";
import { asManager } from "~/access/sides.server";
import { spokenCriteria, textsFor } from "~/calls/call-texts";
import { recommendationForm } from "~/decisions/decision.forms";
import { decisionDesk } from "~/decisions/decision.queries.server";
import { openToDecide } from "~/decisions/decision.rules";
import { RecommendationStands } from "~/decisions/decision-stands";
import { fromForm } from "~/forms/from-form";
import { outcomes } from "~/meetings/outcome";
import { recordRecommendation } from "~/meetings/record-recommendation.server";
import { scoredOrClosed } from "~/meetings/scored.rules";
import { ReviewsRead } from "~/reviews/reviews-read";
import { Actions } from "~/ui/actions";
import { Button } from "~/ui/button";
import { ChoiceField } from "~/ui/choice-field";
import { ErrorSummary } from "~/ui/error-summary";
import { LinkButton } from "~/ui/link-button";
import { LongTextField } from "~/ui/long-text-field";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { paths } from "~/ui/paths";
import { useAnswer } from "~/ui/use-answer";
import { useText } from "~/ui/use-text";

export const handle: PageHandle = { title: "manage.recommendation.title" };

export const loader = asManager(async ({ params, person, locale, now }) => {
  const desk = await decisionDesk(person, params.proposal ?? "");
  const { id, title, slug, texts: spoken, rubric, reviews, recommendation } = desk;
  const { texts } = textsFor(spoken, locale);
  const open = openToDecide(desk);
  const ready = open.allowed ? scoredOrClosed(desk.scoring, now) : open;
  return {
    id,
    title,
    slug,
    callTitle: texts.title,
    ...reviews,
    criteria: spokenCriteria(rubric, texts),
    recommendation,
    stands: ready.allowed ? null : ready.because,
  };
});

export const action = asManager(async ({ params, request, actor, now }) => {
  const advised = fromForm(recommendationForm, await request.formData());
  await recordRecommendation(actor, params.proposal ?? "", advised, now);
  return redirect(paths.decision(params.proposal ?? ""), 303);
});

export default function Recommendation() {
  const { id, title, slug, callTitle, recommendation, stands, read, open, criteria } = useLoaderData<typeof loader>();
  const { problems } = useAnswer();
  const { t } = useText();
  return (
    <Page
      side="manage"
      title={t("manage.recommendation.title")}
      above={<bdi>{title}</bdi>}
      lead={t("manage.recommendation.lead")}
      call={callTitle}
      crumbs={[
        { label: t("manage.ranking.title"), to: paths.ranking(slug) },
        { label: title, to: paths.manageProposal(id) },
      ]}
      notices={<ErrorSummary problems={problems} />}
    >
      <ReviewsRead reviews={read} open={open} criteria={criteria} />
      {stands ? (
        <RecommendationStands because={stands} slug={slug} advice={recommendation} />
      ) : (
        <RecommendationForm slug={slug} recommendation={recommendation} />
      )}
    </Page>
  );
}

type Advice = Awaited<ReturnType<typeof loader>>["recommendation"];

function RecommendationForm({ slug, recommendation }: { slug: string; recommendation: Advice }) {
  const { errorOf, typedOr } = useAnswer();
  const { t } = useText();
  return (
    <form method="post" noValidate>
      <FormOwner />
      <ChoiceField
        name="outcome"
        label={t("manage.recommendation.outcome")}
        inline
        required
        error={errorOf("outcome")}
        defaultValue={typedOr("outcome", recommendation?.outcome)}
        choices={outcomes.map((value) => ({ value, label: t(`manage.outcomes.${value}`) }))}
      />
      <LongTextField
        name="reason"
        label={t("manage.recommendation.reason")}
        required
        error={errorOf("reason")}
        defaultValue={typedOr("reason", recommendation?.reason)}
      />
      <LongTextField
        name="dissent"
        label={t("manage.recommendation.dissent")}
        hint={t("manage.recommendation.dissent_hint")}
        optional
        rows={3}
        error={errorOf("dissent")}
        defaultValue={typedOr("dissent", recommendation?.dissent)}
      />
      <Actions>
        <Button kind="main">{t("manage.recommendation.act")}</Button>
        <LinkButton kind="quiet" to={paths.ranking(slug)}>
          {t("common.actions.cancel")}
        </LinkButton>
      </Actions>
    </form>
  );
}
