import { Button } from "~/ui/button";
import { locales } from "~/ui/locales";
import { paths } from "~/ui/paths";
import { useText } from "~/ui/use-text";
import watch from "./session-end.browser.js?raw";

/**
 * Says two minutes ahead that a session ends, with a button that lengthens it without leaving the page, and says so when
 * it has ended. Signing out is held once where this browser keeps answers that the fund does not have: they would go with it.
 * Without scripts it stays empty; the page for signing in says how long one stays signed in.
 */
export function SessionEnd() {
  const { t, locale, nonce, actor } = useText();
  if (!actor.signedIn) return null;
  return (
    <>
      <div
        id="session-end"
        className="session-end"
        role="status"
        data-to={paths.session()}
        data-clock={locales[locale].intl}
        data-ends={t("common.session.ends", { time: "{time}" })}
        data-stayed={t("common.session.stayed")}
        data-failed={t("common.session.failed")}
        data-ended={t("common.session.ended")}
        data-unsent={t("common.session.unsent")}
        data-leave={paths.signOut()}
        data-proposals={paths.apply()}
      >
        <p hidden />
        <Button kind="main" type="button" hidden>
          {t("common.session.stay")}
        </Button>
        <a href={paths.signIn()} target="_blank" rel="noreferrer" hidden>
          {t("common.session.sign_in")}
        </a>
        <a href={paths.apply()} hidden>
          {t("common.session.to_proposal")}
        </a>
      </div>
      <script
        nonce={nonce}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: a file of ours
        dangerouslySetInnerHTML={{ __html: watch }}
      />
    </>
  );
}
