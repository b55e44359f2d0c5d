import type { ChangeEvent, ReactNode } from "react";
import { controlOf, FieldFrame, type FieldProps } from "./field-frame";
import { Icon } from "./icon";
import { useText } from "./use-text";

export interface FileFieldProps extends FieldProps {
  /** Such as ".pdf,application/pdf". */
  accept?: string;
  current?: { name: string; to?: string };
  onChange?: (event: ChangeEvent<HTMLInputElement>) => void;
  /** Progress of an upload, where a script runs. */
  children?: ReactNode;
}

export function FileField({ accept, current, onChange, children, ...field }: FileFieldProps) {
  const { t } = useText();
  return (
    <FieldFrame field={field} after={children}>
      {current ? (
        <p className="file-current">
          <Icon name="file" />
          {current.to ? (
            <a href={current.to}>{t("common.fields.current_file", { name: current.name })}</a>
          ) : (
            <span>{t("common.fields.current_file", { name: current.name })}</span>
          )}
        </p>
      ) : null}
      <input className="input input-file" type="file" accept={accept} onChange={onChange} {...controlOf(field)} />
    </FieldFrame>
  );
}
