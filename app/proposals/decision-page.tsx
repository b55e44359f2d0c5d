import { DefinitionList } from "~/ui/definition-list";
import { formatMoney } from "~/ui/formats";
import { Moment } from "~/ui/moment";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { Paragraphs } from "~/ui/paragraphs";
import { paths } from "~/ui/paths";
import { Section } from "~/ui/section";
import { useText } from "~/ui/use-text";

type Told = {
  id: string;
  title: string;
  call: string;
  slug: string;
  zone: string;
  currency: string;
  outcome: "award" | "reserve" | "decline" | "ineligible";
  amountMinor: number | null;
  releasedAt: Date;
  comments: { reviewer: string; text: string }[];
  /** What the fund wrote to a team whose proposal is not eligible; may be empty. */
  words: string;
};

/** What the fund decided, and what reviewers say to the team, under pseudonyms; or that nothing was reviewed, and why. */
export function DecisionPage({ told }: { told: Told }) {
  const { t, locale } = useText();
  return (
    <Page
      side="apply"
      title={t("apply.decision.title")}
      above={<bdi>{told.title}</bdi>}
      call={told.call}
      crumbs={[
        { label: t("apply.list.title"), to: paths.apply() },
        { label: told.title, to: paths.proposal(told.id) },
        { label: t("apply.decision.title") },
      ]}
    >
      <Notice kind={told.outcome === "award" ? "saved" : "info"} title={t(`apply.decision.${told.outcome}`)}>
        {t(`apply.decision.${told.outcome}_about`)}
      </Notice>
      <DefinitionList
        items={[
          ...(told.amountMinor === null
            ? []
            : [
                {
                  term: t("apply.decision.amount"),
                  value: formatMoney(locale, { minor: told.amountMinor, currency: told.currency }),
                },
              ]),
          { term: t("apply.decision.told_at"), value: <Moment at={told.releasedAt} zone={told.zone} /> },
        ]}
      />
      {told.outcome === "ineligible" ? <WhyNotEligible told={told} /> : <Comments told={told} />}
    </Page>
  );
}

function Comments({ told }: { told: Told }) {
  const { t } = useText();
  return (
    <Section title={t("apply.decision.comments")} lead={t("apply.decision.comments_about")}>
      {told.comments.length === 0 ? <p>{t("apply.decision.no_comments")}</p> : null}
      {told.comments.map((comment) => (
        <section key={comment.reviewer}>
          <h3>{t("apply.decision.reviewer", { letter: comment.reviewer })}</h3>
          <Paragraphs text={comment.text} />
        </section>
      ))}
    </Section>
  );
}

function WhyNotEligible({ told }: { told: Told }) {
  const { t } = useText();
  return (
    <Section title={t("apply.decision.why_ineligible")}>
      {told.words ? <Paragraphs text={told.words} /> : <p>{t("apply.decision.ineligible_general")}</p>}
      <p>
        <a href={paths.call(told.slug)}>{t("apply.decision.conditions")}</a>
      </p>
      <p>{t("apply.decision.ineligible_mistake")}</p>
    </Section>
  );
}
