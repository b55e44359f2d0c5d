import { Actions } from "./actions";
import { Button } from "./button";
import { Notice } from "./notice";
import { Paragraphs } from "./paragraphs";
import { paths } from "./paths";
import { returnedField } from "./reader";
import { useText } from "./use-text";

/** Says that a form was sent when its session had ended, and shows its words also where the page has no form any more. */
export function ReturnedWords() {
  const { t, path, returned } = useText();
  if (!returned?.isNews) return null;
  return (
    <Notice title={t("common.returned.title")}>
      <p>{t("common.returned.about")}</p>
      {returned.written.map((text, index) => (
        <blockquote key={index} dir="auto">
          <Paragraphs text={text} />
        </blockquote>
      ))}
      <form method="post" action={paths.discardReturned()}>
        <input type="hidden" name="to" value={path} />
        {returned.names.map((name) => (
          <input key={name} type="hidden" name={returnedField} value={name} />
        ))}
        <Actions>
          <Button kind="plain">{t("common.returned.discard")}</Button>
        </Actions>
      </form>
    </Notice>
  );
}
