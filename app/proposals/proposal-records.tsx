import { DataTable } from "~/ui/data-table";
import { Moment } from "~/ui/moment";
import { paths } from "~/ui/paths";
import { Section } from "~/ui/section";
import { useText } from "~/ui/use-text";

export type VersionRow = { number: number; submittedAt: Date; hash: string; reference: string | null };
export type DocumentRow = { id: string; label: string; state: string; size: number; pages: number | null };

/** Every version that was handed in, with the receipt that proves it. */
export function Versions({ versions, zone }: { versions: VersionRow[]; zone: string }) {
  const { t } = useText();
  return (
    <Section title={t("manage.proposal.versions")}>
      <DataTable
        caption={t("manage.proposal.versions")}
        captionUnseen
        rows={versions}
        rowKey={({ number }) => String(number)}
        columns={[
          { key: "version", label: t("manage.proposal.version"), cell: ({ number }) => number },
          {
            key: "submitted",
            label: t("manage.proposal.submitted"),
            cell: ({ submittedAt }) => <Moment at={submittedAt} zone={zone} />,
          },
          {
            key: "receipt",
            label: t("manage.proposal.receipt"),
            cell: ({ reference }) => <code>{reference ?? t("manage.proposals.none")}</code>,
          },
          {
            key: "hash",
            label: t("manage.proposal.fingerprint"),
            cell: ({ hash }) => <code title={hash}>{hash.slice(0, 16)}…</code>,
          },
        ]}
      />
    </Section>
  );
}

/** The files of a proposal, under neutral names; opening one is written down. */
export function Documents({ documents }: { documents: DocumentRow[] }) {
  const { t, find } = useText();
  return (
    <Section title={t("manage.proposal.documents")}>
      {documents.length === 0 ? (
        <p>{t("manage.proposal.no_documents")}</p>
      ) : (
        <DataTable
          caption={t("manage.proposal.documents")}
          captionUnseen
          rows={documents}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "for",
              label: t("manage.proposal.document"),
              cell: ({ id, label }) => <a href={paths.document(id)}>{label}</a>,
            },
            {
              key: "state",
              label: t("manage.proposal.document_state"),
              cell: ({ state }) => find(`manage.proposal.document_states.${state}`) ?? state,
            },
            {
              key: "pages",
              label: t("manage.proposal.pages"),
              numeric: true,
              cell: ({ pages }) => pages ?? t("manage.proposals.none"),
            },
            {
              key: "size",
              label: t("manage.proposal.size"),
              numeric: true,
              cell: ({ size }) => t("manage.proposal.kilobytes", { count: Math.ceil(size / 1000) }),
            },
          ]}
        />
      )}
    </Section>
  );
}
