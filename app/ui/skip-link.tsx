import { useText } from "./use-text";

/** For the keyboard: past the header, to the matter. */
export function SkipLink() {
  const { t } = useText();
  return (
    <a className="skip-link" href="#main">
      {t("common.frame.skip")}
    </a>
  );
}
