import type { ReactNode } from "react";

export interface ListingItem {
  key: string;
  title: ReactNode;
  to?: string;
  badge?: ReactNode;
  about?: ReactNode;
  facts?: ReactNode[];
}

/** A list of things to read on about, one under the other. */
export function Listing({ items, level = 3 }: { items: ListingItem[]; level?: 2 | 3 }) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <ul className="listing">
      {items.map((item) => (
        <li key={item.key} className="listing-item">
          <div className="listing-head">
            <Heading className="listing-title">{item.to ? <a href={item.to}>{item.title}</a> : item.title}</Heading>
            {item.badge}
          </div>
          {item.about ? <div className="listing-about">{item.about}</div> : null}
          {item.facts ? (
            <ul className="listing-facts">
              {item.facts.map((fact, index) => (
                <li key={index}>{fact}</li>
              ))}
            </ul>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
