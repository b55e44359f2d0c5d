import { type Choice, ChoiceList } from "./choice-list";
import type { FieldProps } from "./field-frame";

export interface ChoicesFieldProps extends FieldProps {
  choices: Choice[];
  defaultValues?: string[];
  onChange?: () => void;
}

/** Any number of answers; each ticked one is sent under the same name. */
export function ChoicesField({ choices, defaultValues = [], onChange, ...field }: ChoicesFieldProps) {
  const isChosen = (value: string) => defaultValues.includes(value);
  return <ChoiceList type="checkbox" {...{ field, choices, isChosen, onChange }} />;
}
