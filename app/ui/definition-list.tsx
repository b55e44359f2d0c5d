import type { ReactNode } from "react";

export interface Definition {
  term: ReactNode;
  value: ReactNode;
  /** A link to change it, for instance. */
  action?: ReactNode;
}

/** Facts, each with its name beside it. */
export function DefinitionList({ items }: { items: Definition[] }) {
  return (
    <dl className="facts">
      {items.map((item, index) => (
        <div className="fact" key={index}>
          <dt>{item.term}</dt>
          <dd>{item.value}</dd>
          {item.action ? <dd className="fact-action">{item.action}</dd> : null}
        </div>
      ))}
    </dl>
  );
}
