import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

export type BadgeKind = "plain" | "good" | "bad" | "waiting" | "started" | "closed";

const icons: Record<BadgeKind, IconName> = {
  plain: "ring",
  good: "check",
  bad: "cross",
  waiting: "clock",
  started: "half",
  closed: "lock",
};

/** A state as a word with a sign; never colour alone. */
export function Badge({ kind = "plain", children }: { kind?: BadgeKind; children: ReactNode }) {
  return (
    <span className={`badge badge-${kind}`}>
      <Icon name={icons[kind]} />
      {children}
    </span>
  );
}
