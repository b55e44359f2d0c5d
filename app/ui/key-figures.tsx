import type { ReactNode } from "react";

/** A few numbers that matter, each with what it counts. */
export function KeyFigures({ figures }: { figures: { value: ReactNode; label: ReactNode }[] }) {
  return (
    <dl className="key-figures">
      {figures.map((figure, index) => (
        <div className="key-figure" key={index}>
          <dt>{figure.label}</dt>
          <dd>{figure.value}</dd>
        </div>
      ))}
    </dl>
  );
}
