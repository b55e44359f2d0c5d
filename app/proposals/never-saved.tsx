import { Notice } from "~/ui/notice";
import { useText } from "~/ui/use-text";
import { neverSavedId } from "./section-restoring";

/** Where a script shows texts that only this browser has, and that can no longer be saved. */
export function NeverSaved({ language }: { language: string }) {
  const { t } = useText();
  return (
    <>
      <div id="never-saved-texts" />
      <template id={neverSavedId}>
        <Notice kind="error" title={t("apply.saving.never_saved")}>
          <div data-place="texts" lang={language} />
        </Notice>
      </template>
    </>
  );
}
