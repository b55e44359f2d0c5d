import { Button } from "~/ui/button";
import { Disclosure } from "~/ui/disclosure";
import { EmptyState } from "~/ui/empty-state";
import { Moment } from "~/ui/moment";
import { Notice } from "~/ui/notice";
import { Paragraphs } from "~/ui/paragraphs";
import { Section } from "~/ui/section";
import { useText } from "~/ui/use-text";
import type { EarlierVersion, VersionsPage } from "./earlier-versions.server";

/** What stands, and every earlier text with a way back to it. */
export function VersionsList({ page }: { page: VersionsPage }) {
  const { t } = useText();
  return (
    <>
      <Section title={t("apply.versions.stands")}>
        <Text text={page.stands.text} />
      </Section>
      {page.open ? null : <Notice>{t("apply.versions.closed")}</Notice>}
      {page.versions.length === 0 ? (
        <EmptyState title={t("apply.versions.none")}>{t("apply.versions.none_about")}</EmptyState>
      ) : (
        page.versions.map((version) => <Version key={version.id} version={version} page={page} />)
      )}
    </>
  );
}

function Version({ version, page }: { version: EarlierVersion; page: VersionsPage }) {
  const { t } = useText();
  return (
    <Section
      title={<Moment at={version.at} zone={page.zone} />}
      lead={t(version.byMe ? "apply.versions.by_you" : "apply.versions.by_another")}
    >
      {version.lost ? <p className="field-hint">{t("apply.versions.faster")}</p> : null}
      <Disclosure summary={t("apply.versions.read")} open={version.text.length < 400}>
        <Text text={version.text} />
      </Disclosure>
      {page.open ? (
        <form method="post">
          <input type="hidden" name="version" value={version.id} />
          <input type="hidden" name="baseVersion" value={page.stands.version} />
          <Button kind="quiet">{t("apply.versions.bring_back")}</Button>
        </form>
      ) : null}
    </Section>
  );
}

function Text({ text }: { text: string }) {
  const { t } = useText();
  return text.trim() === "" ? <p>{t("apply.versions.empty")}</p> : <Paragraphs text={text} />;
}
