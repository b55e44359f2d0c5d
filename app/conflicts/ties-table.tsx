import { Badge } from "~/ui/badge";
import { DataTable } from "~/ui/data-table";
import { Moment } from "~/ui/moment";
import { Paragraphs } from "~/ui/paragraphs";
import { useText } from "~/ui/use-text";
import type { ConflictsPage } from "./conflicts-page.server";

type ShownTie = ConflictsPage["ties"][number];

/** Who has a tie with a proposal, of which kind, and what was resolved about it. */
export function TiesTable({ ties, zone }: { ties: ShownTie[]; zone: string }) {
  const { t } = useText();
  return (
    <DataTable
      caption={t("manage.conflicts.ties")}
      captionUnseen
      rows={ties}
      rowKey={({ key }) => key}
      empty={t("manage.conflicts.none")}
      columns={[
        { key: "person", label: t("manage.conflicts.person"), cell: ({ name }) => <bdi>{name}</bdi> },
        { key: "kind", label: t("manage.conflicts.kind"), cell: ({ kind }) => t(`manage.assigning.kinds.${kind}`) },
        { key: "state", label: t("manage.conflicts.state"), cell: (tie) => <TieState tie={tie} zone={zone} /> },
      ]}
    />
  );
}

function TieState({ tie, zone }: { tie: ShownTie; zone: string }) {
  const { t } = useText();
  const dismissed = tie.state === "dismissed";
  return (
    <>
      <Badge kind={dismissed ? "closed" : "bad"}>
        {t(dismissed ? "manage.conflicts.dismissed" : "manage.conflicts.counts")}
      </Badge>
      {tie.at ? (
        <p className="field-hint">
          <Moment at={tie.at} zone={zone} />
          {tie.by ? (
            <>
              {" · "}
              <bdi>{tie.by}</bdi>
            </>
          ) : null}
        </p>
      ) : null}
      {tie.because ? <Paragraphs text={tie.because} /> : null}
    </>
  );
}
