import { type ReactNode, useId } from "react";

export interface Bar {
  label: ReactNode;
  value: number;
  /** The value as it is read: "38", "USD 150,000". */
  words: string;
}

/** Horizontal bars that are also their own table; the title says the finding. */
export function BarRows({ finding, labels, bars, most }: BarRowsProps) {
  const id = useId();
  const longest = most ?? Math.max(1, ...bars.map((bar) => bar.value));
  return (
    <figure className="figure" aria-labelledby={id}>
      <figcaption id={id}>{finding}</figcaption>
      <table className="bars">
        <thead className="unseen">
          <tr>
            <th scope="col">{labels.row}</th>
            <th scope="col">{labels.value}</th>
          </tr>
        </thead>
        <tbody>
          {bars.map((bar, index) => (
            <tr key={index}>
              <th scope="row">{bar.label}</th>
              <td>
                <svg className="bar" aria-hidden="true" focusable="false">
                  <rect width={`${(100 * bar.value) / longest}%`} height="100%" />
                </svg>
                <span className="numbers">{bar.words}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

export interface BarRowsProps {
  finding: ReactNode;
  labels: { row: string; value: string };
  bars: Bar[];
  /** What a full bar means; by default the largest value. */
  most?: number;
}
