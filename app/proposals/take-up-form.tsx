import { Button } from "~/ui/button";
import { paths } from "~/ui/paths";
import { useText } from "~/ui/use-text";

/** The way back for a draft that was thrown away. */
export function TakeUpForm({ proposal }: { proposal: string }) {
  const { t } = useText();
  return (
    <form method="post" action={paths.discard(proposal)}>
      <input type="hidden" name="act" value="take_up" />
      <Button>{t("apply.discard.take_up")}</Button>
    </form>
  );
}
