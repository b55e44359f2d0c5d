import type { ReactNode } from "react";
import { Actions } from "~/ui/actions";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Paragraphs } from "~/ui/paragraphs";
import { useText } from "~/ui/use-text";
import { conflictId } from "./conflicts-shown";
import type { AnswerConflict } from "./proposal";

type Props = {
  questions: { id: string; label: string }[];
  /** What a form met that was sent as a whole; a script shows more of them as they come. */
  posted: AnswerConflict[];
};

/** Where two people changed one answer: both texts, and nothing is lost. One of them is taken over with a click. */
export function ConflictNotices({ questions, posted }: Props) {
  const labelOf = (id: string) => questions.find((question) => question.id === id)?.label ?? id;
  return (
    <>
      <div id="conflicts" tabIndex={-1}>
        {posted.map(({ question, theirs, yours }) => (
          <div key={question} data-conflict={question} data-theirs={theirs}>
            <Conflict
              question={labelOf(question)}
              theirs={<Paragraphs text={theirs} />}
              yours={<Paragraphs text={yours} />}
            />
          </div>
        ))}
      </div>
      <template id={conflictId}>
        <Conflict question="{question}" theirs={<div data-place="theirs" />} yours={<div data-place="yours" />} />
      </template>
    </>
  );
}

function Conflict({ question, theirs, yours }: { question: string; theirs: ReactNode; yours: ReactNode }) {
  const { t } = useText();
  return (
    <Notice kind="error" title={t("apply.conflict.title", { question })}>
      <p>{t("apply.conflict.about")}</p>
      <h3>{t("apply.conflict.theirs")}</h3>
      {theirs}
      <div hidden data-with-scripts>
        <Actions>
          <Button type="button" kind="quiet" data-take>
            {t("apply.conflict.take")}
          </Button>
        </Actions>
      </div>
      <h3>{t("apply.conflict.yours")}</h3>
      {yours}
    </Notice>
  );
}
