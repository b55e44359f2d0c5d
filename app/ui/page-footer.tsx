import { paths } from "./paths";
import { useText } from "./use-text";

export function PageFooter() {
  const { t, actor } = useText();
  return (
    <footer className="page-footer">
      <p>{t("common.frame.promise")}</p>
      <ul>
        <li>
          <a href={paths.accessibility()}>{t("common.frame.accessibility")}</a>
        </li>
        <li>
          <a href={paths.privacy()}>{t("common.frame.privacy")}</a>
        </li>
        <li>
          <a href={paths.openData()}>{t("common.frame.open_data")}</a>
        </li>
        {actor.signedIn ? (
          <li>
            <a href={paths.signOut()}>{t("common.frame.sign_out_everywhere")}</a>
          </li>
        ) : null}
      </ul>
    </footer>
  );
}
