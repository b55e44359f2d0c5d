import type { ReactNode } from "react";
import type { ButtonKind } from "./button";

/** A link that is the next step: it looks like a button and stays a link. */
export function LinkButton({ to, kind = "main", children }: { to: string; kind?: ButtonKind; children: ReactNode }) {
  return (
    <a className={`button button-${kind}`} href={to}>
      {children}
    </a>
  );
}
