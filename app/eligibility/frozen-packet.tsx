import { AnswerText } from "~/forms/answer-text";
import { DefinitionList } from "~/ui/definition-list";
import { Moment } from "~/ui/moment";
import { Section } from "~/ui/section";
import { useText } from "~/ui/use-text";
import type { PacketPage } from "./packet-page";

type Frozen = NonNullable<PacketPage["frozen"]>;

/** A packet as it was frozen: who, when, under which code and hash, and every word reviewers read. */
export function FrozenPacket({ frozen, currency, zone }: { frozen: Frozen; currency: string; zone: string }) {
  const { t } = useText();
  return (
    <>
      <DefinitionList
        items={[
          { term: t("manage.packet.code"), value: <code>{frozen.code}</code> },
          { term: t("manage.packet.frozen_at"), value: <Moment at={frozen.at} zone={zone} /> },
          { term: t("manage.packet.frozen_by"), value: <bdi>{frozen.by}</bdi> },
          { term: t("manage.packet.fingerprint"), value: <code className="fingerprint">{frozen.hash}</code> },
          {
            term: t("manage.packet.files"),
            value:
              frozen.files.length === 0
                ? t("manage.packet.no_files")
                : frozen.files.map(({ label, pages }) => t("manage.packet.file", { label, count: pages })).join(", "),
          },
        ]}
      />
      <h2>{t("manage.packet.as_reviewers")}</h2>
      {frozen.sections.map((section) => (
        <Section key={section.id} title={section.title} level={3}>
          <DefinitionList
            items={section.answers.map((answer) => ({
              term: answer.label,
              value: <AnswerText answer={answer} currency={currency} />,
            }))}
          />
        </Section>
      ))}
    </>
  );
}
