import { DefinitionList } from "~/ui/definition-list";
import { formatMoney } from "~/ui/formats";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { paths } from "~/ui/paths";
import { useText } from "~/ui/use-text";

type Advice = { outcome: string; reason: string; dissent: string };

/** Advice that cannot be recorded or changed, no longer or not yet, and why. */
export function RecommendationStands({
  because,
  slug,
  advice,
}: {
  because: string;
  slug: string;
  advice: Advice | null;
}) {
  const { t, find } = useText();
  return (
    <>
      <WhyItStands because={because} slug={slug} />
      {advice ? (
        <DefinitionList
          items={[
            {
              term: t("manage.proposal.recommendation"),
              value: find(`manage.outcomes.${advice.outcome}`) ?? advice.outcome,
            },
            { term: t("manage.recommendation.reason"), value: advice.reason },
            ...(advice.dissent ? [{ term: t("manage.recommendation.dissent"), value: advice.dissent }] : []),
          ]}
        />
      ) : null}
    </>
  );
}

function WhyItStands({ because, slug }: { because: string; slug: string }) {
  const { t, find } = useText();
  const unscored = because === "nothing_is_scored";
  return (
    <Notice title={find(`errors.reasons.${because}`) ?? because}>
      <LinkButton kind="quiet" to={unscored ? paths.progress(slug) : paths.release(slug)}>
        {t(unscored ? "manage.decision.to_progress" : "manage.decision.to_release")}
      </LinkButton>
    </Notice>
  );
}

type Props = {
  because: string;
  slug: string;
  currency: string;
  decision: { outcome: string; amountMinor: number | null; reason: string } | null;
};

/** A decision that can no longer be taken or changed, and why; the way back is the release, where there is one. */
export function DecisionStands({ because, slug, currency, decision }: Props) {
  const { t, find, locale } = useText();
  const amount = decision?.amountMinor;
  return (
    <>
      <WhyItStands because={because} slug={slug} />
      {decision ? (
        <DefinitionList
          items={[
            {
              term: t("manage.proposal.decision"),
              value: find(`manage.outcomes.${decision.outcome}`) ?? decision.outcome,
            },
            ...(amount
              ? [{ term: t("manage.decision.amount"), value: formatMoney(locale, { minor: amount, currency }) }]
              : []),
            ...(decision.reason ? [{ term: t("manage.decision.reason"), value: decision.reason }] : []),
          ]}
        />
      ) : null}
    </>
  );
}
