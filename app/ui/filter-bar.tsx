import type { ReactNode } from "react";
import { Button } from "./button";

/** Fields above a table that narrow it; asks by GET, so the address can be kept. */
export function FilterBar({ action, submit, children }: { action: string; submit: string; children: ReactNode }) {
  return (
    <form className="filter-bar" method="get" action={action}>
      {children}
      <Button kind="quiet">{submit}</Button>
    </form>
  );
}
