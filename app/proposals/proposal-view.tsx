import { AnswerText } from "~/forms/answer-text";
import type { SpokenSection } from "~/forms/spoken-answers";
import { DataTable } from "~/ui/data-table";
import { DefinitionList } from "~/ui/definition-list";
import { Disclosure } from "~/ui/disclosure";
import { Section } from "~/ui/section";
import { useText } from "~/ui/use-text";

export type TeamMember = { role: string; name: string; email: string };

/** Who applies, by name: the team and the identity part as submitted. */
export function WhoApplies({
  team,
  sections,
  currency,
}: {
  team: TeamMember[];
  sections: SpokenSection[];
  currency: string;
}) {
  const { t, find } = useText();
  return (
    <Section title={t("manage.proposal.identity")} lead={t("manage.proposal.identity_lead")}>
      <DataTable
        caption={t("manage.proposal.team")}
        captionUnseen
        rows={team}
        rowKey={(member) => member.email}
        columns={[
          { key: "name", label: t("manage.proposal.name"), cell: (member) => <bdi>{member.name}</bdi> },
          {
            key: "role",
            label: t("manage.proposal.role"),
            cell: (member) => find(`manage.proposal.roles.${member.role}`) ?? member.role,
          },
          { key: "email", label: t("manage.proposal.email"), cell: (member) => <bdi>{member.email}</bdi> },
        ]}
      />
      {sections.map((section) => (
        <DefinitionList
          key={section.id}
          items={section.answers.map((answer) => ({
            term: answer.label,
            value: <AnswerText answer={answer} currency={currency} />,
          }))}
        />
      ))}
    </Section>
  );
}

/** What is proposed, section by section; long reading, so each section opens by itself. */
export function WhatIsProposed({ sections, currency }: { sections: SpokenSection[]; currency: string }) {
  const { t } = useText();
  return (
    <Section title={t("manage.proposal.answers")}>
      {sections.map((section, index) => (
        <Disclosure key={section.id} summary={section.title} open={index === 0}>
          <DefinitionList
            items={section.answers.map((answer) => ({
              term: answer.label,
              value: <AnswerText answer={answer} currency={currency} />,
            }))}
          />
        </Disclosure>
      ))}
    </Section>
  );
}
