import { locales, offeredLocales } from "./locales";
import type { Side } from "./page";
import { paths } from "./paths";
import { useText } from "./use-text";

/** The other languages, one button each; works without a script and comes back to the same page. */
export function LanguageSwitch({ side }: { side: Side }) {
  const { t, locale, path } = useText();
  if (side !== "public" && side !== "apply") return null;
  return (
    <form className="languages" method="post" action={paths.language()} aria-label={t("common.frame.language")}>
      <input type="hidden" name="back" value={path} />
      {offeredLocales
        .filter((offered) => offered !== locale)
        .map((offered) => (
          <button
            key={offered}
            className="tool"
            type="submit"
            name="locale"
            value={offered}
            lang={offered}
            dir={locales[offered].direction}
          >
            {locales[offered].name}
          </button>
        ))}
    </form>
  );
}
