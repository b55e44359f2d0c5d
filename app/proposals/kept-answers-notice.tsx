import { keptField } from "~/access/form-field";
import { Actions } from "~/ui/actions";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Paragraphs } from "~/ui/paragraphs";
import { paths } from "~/ui/paths";
import { useText } from "~/ui/use-text";
import type { KeptAnswer } from "./kept-answers";
import type { SectionPage } from "./section-page";

/**
 * Text that was posted when its session had ended: to be brought back or discarded, or only to be copied. What the server
 * gets meanwhile, such as from the browser's own journal, a script takes away.
 */
export function KeptAnswersNotice({ page }: { page: SectionPage }) {
  const { t } = useText();
  const waiting = page.kept.answers;
  if (waiting.length === 0) return page.returned ? <Notice kind="saved" title={t("apply.kept.saved")} /> : null;
  const canBeSaved = page.open && waiting.some(({ changedSince }) => !changedSince);
  return (
    <div id="kept-texts">
      <Notice
        kind={page.open ? "info" : "error"}
        title={t(page.open ? "apply.kept.not_saved_yet" : "apply.kept.too_late")}
      >
        {waiting.map((answer) => (
          <KeptText key={`${answer.question} ${answer.text}`} page={page} answer={answer} />
        ))}
        <form method="post" action={paths.proposalSection(page.proposal, page.section)}>
          {page.kept.names.map((name) => (
            <input key={name} type="hidden" name={keptField} value={name} />
          ))}
          <Actions>
            {canBeSaved ? (
              <Button kind="quiet" name="act" value="bring_back">
                {t("apply.kept.bring_back")}
              </Button>
            ) : null}
            <Button kind="plain" name="act" value="discard">
              {t("apply.kept.discard")}
            </Button>
          </Actions>
        </form>
      </Notice>
    </div>
  );
}

function KeptText({ page, answer: { question, text, changedSince } }: { page: SectionPage; answer: KeptAnswer }) {
  const { t } = useText();
  const asked = page.questions.find(({ id }) => id === question);
  const yesOrNo: Record<string, string> = { yes: t("apply.form.yes"), no: t("apply.form.no") };
  const inWords = (line: string) =>
    asked?.options.find(({ value }) => value === line)?.label ??
    (asked?.kind === "yes_no" ? yesOrNo[line] : undefined) ??
    line;
  return (
    <section data-kept={question} data-text={text} data-changed-since={changedSince ? "" : undefined}>
      <h3 lang={page.language}>{asked?.label ?? question}</h3>
      {page.open && changedSince ? <p>{t("apply.kept.changed_since")}</p> : null}
      {text === "" ? <p>{t("common.answers.none")}</p> : <Paragraphs text={text.split("\n").map(inWords).join("\n")} />}
    </section>
  );
}
