import { FormOwner } from "~/access/form-owner";
import { Actions } from "~/ui/actions";
import { Button } from "~/ui/button";
import { CheckboxField } from "~/ui/checkbox-field";
import { Notice } from "~/ui/notice";
import { paths } from "~/ui/paths";
import { Section } from "~/ui/section";
import { useAnswer } from "~/ui/use-answer";
import { useText } from "~/ui/use-text";
import { FoundWords } from "./found-words";
import type { PacketPage } from "./packet-page";
import { askedWords } from "./words-in-files";

/** Everything that has to be settled before a packet is frozen, and the one button that does it. */
export function PacketForm({ page }: { page: PacketPage }) {
  const { t } = useText();
  const places = page.words.reduce((sum, { count }) => sum + count, 0);
  return (
    <form method="post" noValidate>
      <FormOwner />
      {page.words.length === 0 ? (
        <Notice kind="saved" title={t("manage.packet.clean_title")}>
          <p>{t("manage.packet.clean")}</p>
        </Notice>
      ) : (
        <Section title={t("manage.packet.found_title", { count: places })} lead={t("manage.packet.found")} id="words">
          <FoundWords words={page.words} />
        </Section>
      )}
      {page.files.length > 0 ? <Files page={page} /> : null}
      <Actions>
        <Button kind="main">{t(page.words.length > 0 ? "manage.packet.act_redact" : "manage.packet.act")}</Button>
      </Actions>
      <p className="field-hint">{t("manage.packet.act_hint")}</p>
    </form>
  );
}

/** The files that would go along; one that stopped the packet can be left out, or its words said to name nobody. */
function Files({ page }: { page: PacketPage }) {
  const { t } = useText();
  const { details, refused, typedAll, typedEach } = useAnswer();
  const file = page.files.find(({ question }) => question === details.question);
  const inFile = file && Array.isArray(details.found) ? details.found.map(String) : [];
  const stoppedBy = file ? inFile.map((term) => ({ document: file.document, term })) : [];
  const labelOf = (document: string) => page.files.find((one) => one.document === document)?.label ?? "";
  const leftOut = new Set((typedAll("leave_out") ?? "").split("\n"));
  return (
    <Section title={t("manage.packet.documents")} lead={t("manage.packet.documents_about")} id="files">
      {file ? (
        <Notice kind="error" title={t("manage.packet.file_stopped")}>
          <p>{t("manage.packet.file_stopped_about", { question: file.label, reason: refused ?? "" })}</p>
          {inFile.length > 0 ? <p>{t("manage.packet.file_found", { terms: inFile.join(", ") })}</p> : null}
        </Notice>
      ) : null}
      <ul>
        {page.files.map(({ document, label }) => (
          <li key={document}>
            <a href={paths.document(document)}>{label}</a>
          </li>
        ))}
      </ul>
      {page.files.map(({ question, label }) => (
        <CheckboxField
          key={question}
          id={question}
          name="leave_out"
          value={question}
          label={t("manage.packet.leave_out", { question: label })}
          hint={t("manage.packet.leave_out_hint")}
          defaultChecked={leftOut.has(question)}
        />
      ))}
      <LookedAt what="pictures" files={page.files} />
      <LookedAt what="notes" files={page.files} />
      {askedWords(typedEach("accept_in_file") ?? [], stoppedBy).map(({ value, document, term, namesNobody }, index) => (
        <CheckboxField
          key={value}
          id={`accept-in-file-${index}`}
          name="accept_in_file"
          value={value}
          label={t("manage.packet.accept_word", { term, question: labelOf(document) })}
          defaultChecked={namesNobody}
        />
      ))}
    </Section>
  );
}

/** For files that stopped because of something only a person can look at: that she did. */
function LookedAt({ what, files }: { what: "pictures" | "notes"; files: PacketPage["files"] }) {
  const { t } = useText();
  const { details, reason, typedEach } = useAnswer();
  const seen = new Set(typedEach(`${what}_seen`));
  const stopped = reason === `pdf_has_${what}` ? details.question : null;
  return files
    .filter(({ question }) => seen.has(question) || question === stopped)
    .map(({ question, label }) => (
      <CheckboxField
        key={question}
        id={`${what}-seen-${question}`}
        name={`${what}_seen`}
        value={question}
        label={t(`manage.packet.${what}_seen`, { question: label })}
        hint={t(`manage.packet.${what}_seen_hint`)}
        defaultChecked={seen.has(question)}
      />
    ));
}
