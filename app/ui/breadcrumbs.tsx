import type { ReactNode } from "react";
import { useText } from "./use-text";

export interface Crumb {
  label: ReactNode;
  to?: string;
}

/** Where am I, and the way back up. */
export function Breadcrumbs({ crumbs }: { crumbs: Crumb[] }) {
  const { t } = useText();
  return (
    <nav className="crumbs" aria-label={t("common.frame.breadcrumbs")}>
      <ol>
        {crumbs.map((crumb, index) => (
          <li key={index}>{crumb.to ? <a href={crumb.to}>{crumb.label}</a> : <span>{crumb.label}</span>}</li>
        ))}
      </ol>
    </nav>
  );
}
