import type { ReactNode } from "react";

/** Buttons that belong together, the most important one first. */
export function Actions({ children }: { children: ReactNode }) {
  return <div className="actions">{children}</div>;
}
