import { useEffect, useState } from "react";
import { Actions } from "~/ui/actions";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Paragraphs } from "~/ui/paragraphs";
import { useText } from "~/ui/use-text";
import type { AnswerConflict } from "./proposal";

type Props = {
  questions: { id: string; label: string }[];
  found: AnswerConflict[];
  onTake: (conflict: AnswerConflict) => void;
};

/** Where two people changed one answer: both texts, and nothing is lost. One of them is taken over with a click. */
export function ConflictNotices({ questions, found, onTake }: Props) {
  const { t } = useText();
  const [awake, setAwake] = useState(false);
  const [taken, setTaken] = useState<AnswerConflict[]>([]);
  useEffect(() => setAwake(true), []);
  const take = (conflict: AnswerConflict) => {
    setTaken([...taken, conflict]);
    onTake(conflict);
  };
  return (
    <>
      {newestOfEach(found.filter((one) => !taken.some((other) => isSame(one, other)))).map((conflict) => (
        <Notice
          key={conflict.question}
          kind="error"
          title={t("apply.conflict.title", { question: labelOf(conflict.question, questions) })}
        >
          <p>{t("apply.conflict.about")}</p>
          <h3>{t("apply.conflict.theirs")}</h3>
          <Paragraphs text={conflict.theirs} />
          {awake ? (
            <Actions>
              <Button type="button" kind="quiet" onClick={() => take(conflict)}>
                {t("apply.conflict.take")}
              </Button>
            </Actions>
          ) : null}
          <h3>{t("apply.conflict.yours")}</h3>
          <Paragraphs text={conflict.yours} />
        </Notice>
      ))}
    </>
  );
}

const isSame = (one: AnswerConflict, other: AnswerConflict) =>
  one.question === other.question && one.version === other.version;
const newestOfEach = (found: AnswerConflict[]) => [...new Map(found.map((one) => [one.question, one])).values()];

const labelOf = (id: string, questions: { id: string; label: string }[]) =>
  questions.find((question) => question.id === id)?.label ?? id;
