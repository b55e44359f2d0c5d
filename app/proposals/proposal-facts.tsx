import { Actions } from "~/ui/actions";
import { DefinitionList } from "~/ui/definition-list";
import { formatMoney } from "~/ui/formats";
import { LinkButton } from "~/ui/link-button";
import { Moment } from "~/ui/moment";
import { Paragraphs } from "~/ui/paragraphs";
import { useText } from "~/ui/use-text";
import type { ProposalAct } from "./proposal-acts";
import { StateBadge } from "./state-badge";

export type ProposalFacts = {
  state: string;
  theme: string | null;
  requestedMinor: number | null;
  months: number | null;
  submittedAt: Date | null;
  withdrawnAt: Date | null;
  withdrawnBecause: string | null;
  currency: string;
  floorMinor: number;
  ceilingMinor: number;
  zone: string;
};

/** A proposal at a glance. */
export function Facts({ facts }: { facts: ProposalFacts }) {
  const { t, locale } = useText();
  const none = t("manage.proposals.none");
  const { requestedMinor, floorMinor, ceilingMinor, zone, withdrawnAt } = facts;
  const money = (minor: number) => formatMoney(locale, { minor, currency: facts.currency });
  const range = { least: money(floorMinor), most: money(ceilingMinor) };
  const outside = requestedMinor !== null && (requestedMinor < floorMinor || requestedMinor > ceilingMinor);
  const items = [
    { term: t("manage.proposal.state"), value: <StateBadge state={facts.state} /> },
    { term: t("manage.proposal.theme"), value: facts.theme ?? none },
    {
      term: t("manage.proposal.requested"),
      value: (
        <>
          <span className="numbers">{requestedMinor === null ? none : money(requestedMinor)}</span>
          {outside ? <p className="field-hint">{t("manage.proposal.out_of_range", range)}</p> : null}
        </>
      ),
    },
    {
      term: t("manage.proposal.months"),
      value: facts.months === null ? none : t("manage.proposal.months_value", { count: facts.months }),
    },
    {
      term: t("manage.proposal.submitted"),
      value: facts.submittedAt ? <Moment at={facts.submittedAt} zone={zone} /> : none,
    },
  ];
  if (withdrawnAt) {
    items.push({
      term: t("manage.proposal.withdrawn"),
      value: (
        <>
          <Moment at={withdrawnAt} zone={zone} />
          <Paragraphs text={facts.withdrawnBecause ?? ""} />
        </>
      ),
    });
  }
  return <DefinitionList items={items} />;
}

/** What an officer can do now: one button stands out. */
export function PossibleActs({ acts, waits }: { acts: ProposalAct[]; waits: boolean }) {
  const { t } = useText();
  if (acts.length === 0) return <p>{t(waits ? "manage.proposal.waits_for_close" : "manage.proposal.nothing_to_do")}</p>;
  return (
    <Actions>
      {acts.map(({ act, to }, index) => (
        <LinkButton key={act} to={to} kind={index === 0 ? "main" : "quiet"}>
          {t(`manage.proposal.acts.${act}`)}
        </LinkButton>
      ))}
    </Actions>
  );
}
