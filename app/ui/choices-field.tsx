import { type Choice, ChoiceList } from "./choice-list";
import type { FieldProps } from "./field-frame";

export interface ChoicesFieldProps extends FieldProps {
  choices: Choice[];
  defaultValues?: string[];
}

/** Any number of answers; each ticked one is sent under the same name. */
export function ChoicesField({ choices, defaultValues = [], ...field }: ChoicesFieldProps) {
  const isChosen = (value: string) => defaultValues.includes(value);
  return <ChoiceList type="checkbox" {...{ field, choices, isChosen }} />;
}
