import { Badge, type BadgeKind } from "~/ui/badge";
import { DataTable } from "~/ui/data-table";
import { Moment } from "~/ui/moment";
import { paths } from "~/ui/paths";
import { useText } from "~/ui/use-text";

export type LetterRow = {
  key: string;
  to: string;
  template: string;
  state: string;
  subject: string | null;
  createdAt: Date;
  sentAt: Date | null;
};

const kinds: Record<string, BadgeKind> = {
  queued: "waiting",
  sending: "started",
  sent: "good",
  kept: "closed",
  unneeded: "closed",
  uncertain: "bad",
  failed: "bad",
};

/** The outbox, a line a letter. */
export function LettersTable({ letters }: { letters: LetterRow[] }) {
  const { t, find } = useText();
  return (
    <DataTable
      caption={t("manage.letters.title")}
      captionUnseen
      rows={letters}
      rowKey={(letter) => letter.key}
      empty={t("manage.letters.empty")}
      columns={[
        {
          key: "subject",
          label: t("manage.letters.subject"),
          cell: (letter) => <a href={paths.letter(letter.key)}>{letter.subject ?? t("manage.letters.unwritten")}</a>,
        },
        {
          key: "template",
          label: t("manage.letters.template"),
          cell: (letter) => find(`manage.letters.templates.${letter.template}`) ?? letter.template,
        },
        { key: "to", label: t("manage.letters.to"), cell: (letter) => <bdi>{letter.to}</bdi> },
        { key: "state", label: t("manage.letters.state"), cell: (letter) => <LetterStateBadge state={letter.state} /> },
        {
          key: "created",
          label: t("manage.letters.created"),
          cell: (letter) => <Moment at={letter.createdAt} style="short" />,
        },
      ]}
    />
  );
}

export function LetterStateBadge({ state }: { state: string }) {
  const { find } = useText();
  return <Badge kind={kinds[state] ?? "plain"}>{find(`manage.letters.states.${state}`) ?? state}</Badge>;
}
