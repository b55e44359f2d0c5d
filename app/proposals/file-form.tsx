import { Actions } from "~/ui/actions";
import { Button } from "~/ui/button";
import { FileField } from "~/ui/file-field";
import { LinkButton } from "~/ui/link-button";
import { paths } from "~/ui/paths";
import { useAnswer } from "~/ui/use-answer";
import { useText } from "~/ui/use-text";
import type { FilePage } from "./file-page.server";

/** Sends, replaces or removes one file without any script. */
export function FileForm({ page }: { page: FilePage }) {
  const { t } = useText();
  const { errorOf, details } = useAnswer();
  const refused = errorOf(page.question);
  const name = typeof details.name === "string" && details.name !== "" ? `${details.name}: ` : "";
  const { current } = page;
  const removing = (document: string) =>
    `${paths.proposalDocuments(page.proposal)}?${new URLSearchParams({ section: page.section, remove: document })}`;
  return (
    <>
      <form method="post" encType="multipart/form-data" lang={page.language}>
        <FileField
          name="file"
          id={page.question}
          label={page.label}
          hint={page.hint ?? t("apply.form.file_hint")}
          optional={!page.required}
          accept="application/pdf"
          error={refused ? `${name}${refused}` : undefined}
          disabled={!page.open}
          current={current ? { name: current.name ?? t("apply.form.file"), to: paths.document(current.id) } : undefined}
        />
        {page.open ? (
          <Actions>
            <Button kind="main">{t("apply.form.send_file")}</Button>
          </Actions>
        ) : null}
      </form>
      {current && page.open ? (
        <form method="post" action={removing(current.id)}>
          <Button kind="quiet">{t("apply.form.remove_file")}</Button>
        </form>
      ) : null}
      <Actions>
        <LinkButton kind="quiet" to={`${paths.proposalSection(page.proposal, page.section)}#${page.question}`}>
          {t("apply.form.back_to_section", { section: page.sectionTitle })}
        </LinkButton>
      </Actions>
    </>
  );
}
