import { useText } from "./use-text";

/** Earlier and later pages of a long list, and which one this is. */
export function Pagination({ page, pages, to }: { page: number; pages: number; to: (page: number) => string }) {
  const { t } = useText();
  if (pages <= 1) return null;
  return (
    <nav className="pagination" aria-label={t("common.pages.label")}>
      {page > 1 ? (
        <a rel="prev" href={to(page - 1)}>
          {t("common.pages.previous")}
        </a>
      ) : null}
      <span className="numbers" aria-current="page">
        {t("common.pages.page", { page, pages })}
      </span>
      {page < pages ? (
        <a rel="next" href={to(page + 1)}>
          {t("common.pages.next")}
        </a>
      ) : null}
    </nav>
  );
}
