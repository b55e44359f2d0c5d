import { Deadline } from "~/ui/deadline";
import { DefinitionList } from "~/ui/definition-list";
import { LinkButton } from "~/ui/link-button";
import { Moment } from "~/ui/moment";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { paths } from "~/ui/paths";
import { Section } from "~/ui/section";
import { useText } from "~/ui/use-text";
import type { receiptsOf } from "./receipts.queries.server";

type Receipts = Awaited<ReturnType<typeof receiptsOf>>;

/** The proof that a proposal was received, to keep or to print; earlier ones below. */
export function ReceiptPage({ page }: { page: Receipts }) {
  const { t } = useText();
  const [newest, ...earlier] = page.receipts;
  return (
    <Page
      side="apply"
      title={t("apply.receipt.title")}
      above={<bdi>{page.title}</bdi>}
      crumbs={[
        { label: t("apply.list.title"), to: paths.apply() },
        { label: page.title, to: paths.proposal(page.id) },
        { label: t("apply.receipt.show") },
      ]}
    >
      <Notice kind="saved" title={t("apply.receipt.safe")}>
        {t("apply.receipt.until")}
      </Notice>
      {newest ? <ReceiptFacts proposal={page.id} receipt={newest} zone={page.zone} /> : null}
      <p>
        <LinkButton kind="quiet" to={paths.proposal(page.id)}>
          {t("apply.receipt.back")}
        </LinkButton>
      </p>
      <Deadline at={page.closesAt} zone={page.zone} />
      {earlier.length > 0 ? (
        <Section title={t("apply.receipt.earlier")}>
          {earlier.map((receipt) => (
            <ReceiptFacts key={receipt.reference} proposal={page.id} receipt={receipt} zone={page.zone} />
          ))}
        </Section>
      ) : null}
    </Page>
  );
}

type FactsProps = { proposal: string; receipt: Receipts["receipts"][number]; zone: string };

function ReceiptFacts({ proposal, receipt, zone }: FactsProps) {
  const { t } = useText();
  return (
    <DefinitionList
      items={[
        {
          term: t("apply.receipt.reference"),
          value: (
            <strong className="numbers" dir="ltr">
              {receipt.reference}
            </strong>
          ),
        },
        { term: t("apply.receipt.received_at"), value: <Moment at={receipt.instant} zone={zone} /> },
        {
          term: t("apply.receipt.utc"),
          value: (
            <span dir="ltr" className="numbers">
              {receipt.instant.toISOString()}
            </span>
          ),
        },
        {
          term: t("apply.submitted.term"),
          value: <a href={paths.submitted(proposal, receipt.reference)}>{t("apply.submitted.title")}</a>,
        },
        { term: t("apply.receipt.fingerprint"), value: <code dir="ltr">{receipt.hash}</code> },
        { term: t("apply.receipt.signature"), value: <code dir="ltr">{receipt.signature}</code> },
        { term: t("apply.receipt.key"), value: <code dir="ltr">{receipt.keyId}</code> },
        ...(receipt.auditHead
          ? [
              {
                term: t("apply.receipt.audit_head"),
                value: (
                  <code dir="ltr">
                    {receipt.auditHead.sequence} {receipt.auditHead.hash}
                  </code>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
