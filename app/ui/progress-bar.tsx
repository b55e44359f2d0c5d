import { type ReactNode, useId } from "react";
import { useText } from "./use-text";

/** How far something is, always with its denominator: "7 of 12". */
export function ProgressBar({
  label,
  done,
  total,
  words,
}: {
  label: ReactNode;
  done: number;
  total: number;
  words?: string;
}) {
  const { t } = useText();
  const id = useId();
  return (
    <div className="progress">
      <div className="progress-words">
        <label htmlFor={id}>{label}</label>
        <span className="numbers">{words ?? t("common.progress.of", { done, total })}</span>
      </div>
      <progress id={id} value={done} max={Math.max(total, 1)} />
    </div>
  );
}
