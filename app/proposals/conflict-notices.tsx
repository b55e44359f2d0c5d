import { Notice } from "~/ui/notice";
import { Paragraphs } from "~/ui/paragraphs";
import { useAnswer } from "~/ui/use-answer";
import { useText } from "~/ui/use-text";
import type { AnswerConflict } from "./proposal";

/** Where two people changed one answer: both texts, and nothing is lost. */
export function ConflictNotices({
  questions,
  found,
}: {
  questions: { id: string; label: string }[];
  found: AnswerConflict[];
}) {
  const { t } = useText();
  const { details } = useAnswer();
  const posted = Array.isArray(details.conflicts) ? (details.conflicts as AnswerConflict[]) : [];
  return (
    <>
      {[...posted, ...found].map((conflict) => (
        <Notice
          key={conflict.question}
          kind="error"
          title={t("apply.conflict.title", { question: labelOf(conflict.question, questions) })}
        >
          <p>{t("apply.conflict.about")}</p>
          <h3>{t("apply.conflict.theirs")}</h3>
          <Paragraphs text={conflict.theirs} />
          <h3>{t("apply.conflict.yours")}</h3>
          <Paragraphs text={conflict.yours} />
        </Notice>
      ))}
    </>
  );
}

const labelOf = (id: string, questions: { id: string; label: string }[]) =>
  questions.find((question) => question.id === id)?.label ?? id;
