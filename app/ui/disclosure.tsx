import type { ReactNode } from "react";

/** Something to open when wanted; needs no script. */
export function Disclosure({ summary, open, children }: { summary: ReactNode; open?: boolean; children: ReactNode }) {
  return (
    <details className="disclosure" open={open}>
      <summary>{summary}</summary>
      <div className="disclosure-words">{children}</div>
    </details>
  );
}
