import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";
import { useText } from "./use-text";

export type NoticeKind = "info" | "saved" | "error" | "deadline";

const icons: Record<NoticeKind, IconName> = { info: "info", saved: "check", error: "warning", deadline: "clock" };

/** Something to know before reading on. What just happened is announced; what always holds is not. */
export function Notice({
  kind = "info",
  title,
  children,
}: {
  kind?: NoticeKind;
  title?: string;
  children?: ReactNode;
}) {
  const { t } = useText();
  const role = kind === "error" ? "alert" : kind === "saved" ? "status" : undefined;
  return (
    <div className={`notice notice-${kind}`} role={role}>
      <p className="notice-title">
        <Icon name={icons[kind]} />
        {title ?? t(`common.notices.${kind}`)}
      </p>
      {children ? <div className="notice-words">{children}</div> : null}
    </div>
  );
}
