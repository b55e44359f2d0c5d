import { controlOf, FieldFrame, type FieldProps } from "./field-frame";
import { Icon } from "./icon";
import { useText } from "./use-text";

export interface FileFieldProps extends FieldProps {
  /** Such as ".pdf,application/pdf". */
  accept?: string;
  current?: { name: string; to?: string };
}

export function FileField({ accept, current, ...field }: FileFieldProps) {
  return (
    <FieldFrame field={field}>
      {current ? <CurrentFile {...current} /> : null}
      <input className="input input-file" type="file" accept={accept} {...controlOf(field)} />
    </FieldFrame>
  );
}

/** The file that is there already, to be opened where it has an address. */
export function CurrentFile({ name, to }: { name: string; to?: string }) {
  const { t } = useText();
  const words = t("common.fields.current_file", { name });
  return (
    <p className="file-current">
      <Icon name="file" />
      {to ? <a href={to}>{words}</a> : <span>{words}</span>}
    </p>
  );
}
