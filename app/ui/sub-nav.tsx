import type { ReactNode } from "react";

export interface SubNavItem {
  to: string;
  label: ReactNode;
  count?: number | string;
  current?: boolean;
}

/** The pages of one thing, side by side. */
export function SubNav({ label, items }: { label: string; items: SubNavItem[] }) {
  return (
    <nav className="sub-nav" aria-label={label}>
      <ul>
        {items.map((item) => (
          <li key={item.to}>
            <a href={item.to} aria-current={item.current ? "page" : undefined}>
              {item.label}
              {item.count === undefined ? null : <span className="sub-nav-count numbers">{item.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
