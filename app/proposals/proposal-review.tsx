import type { ReactNode } from "react";
import { Badge, type BadgeKind } from "~/ui/badge";
import { DataTable } from "~/ui/data-table";
import { DefinitionList } from "~/ui/definition-list";
import { formatMoney } from "~/ui/formats";
import { Moment } from "~/ui/moment";
import { Paragraphs } from "~/ui/paragraphs";
import { Section } from "~/ui/section";
import { Timeline } from "~/ui/timeline";
import { useText } from "~/ui/use-text";

export type Check = { outcome: string; reason: string; toApplicant: string; by: string; at: Date };
export type Asked = { id: string; name: string; pseudonym: string; state: string; dueAt: Date };
export type Resolved = {
  packet: { code: string; hash: string; frozenAt: Date } | null;
  recommendation: { outcome: string; reason: string } | null;
  decision: { outcome: string; amountMinor: number | null; decidedAt: Date } | null;
  /** Not eligible as it stands: told at the release, as a decision is. */
  ineligible: boolean;
  releasedAt: Date | null;
};

const kinds: Record<string, BadgeKind> = { locked: "closed", assigned: "started", recused: "bad" };

/** What was said of its eligibility, the newest first. */
export function Checks({ checks, zone }: { checks: Check[]; zone: string }) {
  const { t, find } = useText();
  return (
    <Section title={t("manage.proposal.checks")}>
      {checks.length === 0 ? (
        <p>{t("manage.proposal.no_checks")}</p>
      ) : (
        <Timeline
          steps={checks.map((check, index) => ({
            title: find(`manage.proposal.outcomes.${check.outcome}`) ?? check.outcome,
            state: index === 0 ? "now" : "past",
            when: (
              <>
                <Moment at={check.at} zone={zone} /> · <bdi>{check.by}</bdi>
              </>
            ),
            children: (
              <>
                <Paragraphs text={check.reason} />
                {check.toApplicant ? (
                  <>
                    <p className="field-hint">{t("manage.proposal.check_words")}</p>
                    <Paragraphs text={check.toApplicant} />
                  </>
                ) : null}
              </>
            ),
          }))}
        />
      )}
    </Section>
  );
}

/** Who reviews it, by name and by the letter others know them by. */
export function Reviewers({ asked, zone, action }: { asked: Asked[]; zone: string; action?: ReactNode }) {
  const { t, find } = useText();
  return (
    <Section title={t("manage.proposal.reviewers")}>
      <DataTable
        caption={t("manage.proposal.reviewers")}
        captionUnseen
        rows={asked}
        rowKey={({ id }) => id}
        empty={t("manage.proposal.no_reviewers")}
        columns={[
          { key: "name", label: t("manage.proposal.reviewer"), cell: ({ name }) => <bdi>{name}</bdi> },
          { key: "pseudonym", label: t("manage.proposal.pseudonym"), cell: ({ pseudonym }) => pseudonym },
          {
            key: "state",
            label: t("manage.proposal.review_state"),
            cell: ({ state }) => (
              <Badge kind={kinds[state] ?? "plain"}>{find(`manage.proposal.review_states.${state}`) ?? state}</Badge>
            ),
          },
          {
            key: "due",
            label: t("manage.proposal.due"),
            cell: ({ dueAt }) => <Moment at={dueAt} zone={zone} />,
          },
        ]}
      />
      {action}
    </Section>
  );
}

/** Packet, recommendation and decision; a decision says whether it is still sealed. */
export function WhatWasResolved({ resolved, currency, zone }: { resolved: Resolved; currency: string; zone: string }) {
  const { t, find, locale } = useText();
  const { packet, recommendation, decision, releasedAt } = resolved;
  const toldOf = decision?.outcome ?? (resolved.ineligible ? "ineligible" : null);
  const outcome = (value: string) => find(`manage.outcomes.${value}`) ?? value;
  const amount = (minor: number | null | undefined) => (minor ? `, ${formatMoney(locale, { minor, currency })}` : "");
  return (
    <Section title={t("manage.proposal.resolved")}>
      <DefinitionList
        items={[
          {
            term: t("manage.proposal.packet"),
            value: packet ? (
              <>
                <code>{packet.code}</code> · <Moment at={packet.frozenAt} zone={zone} style="short" /> ·{" "}
                <code title={packet.hash}>{packet.hash.slice(0, 16)}…</code>
              </>
            ) : (
              t("manage.proposal.no_packet")
            ),
          },
          {
            term: t("manage.proposal.recommendation"),
            value: recommendation ? (
              <>
                {outcome(recommendation.outcome)}
                <Paragraphs text={recommendation.reason} />
              </>
            ) : (
              t("manage.proposal.not_yet")
            ),
          },
          {
            term: t("manage.proposal.decision"),
            value: toldOf ? (
              <>
                {outcome(toldOf)}
                {amount(decision?.amountMinor)}{" "}
                <Badge kind={releasedAt ? "good" : "closed"}>
                  {t(releasedAt ? "manage.proposal.released" : "manage.proposal.sealed")}
                </Badge>
              </>
            ) : (
              t("manage.proposal.not_yet")
            ),
          },
        ]}
      />
    </Section>
  );
}
