import type { Choice } from "./choice-field";
import type { FieldProps } from "./field-frame";
import { idOf } from "./field-frame";
import { FieldsetFrame } from "./fieldset-frame";

export interface ChoicesFieldProps extends FieldProps {
  choices: Choice[];
  defaultValues?: string[];
  onChange?: () => void;
}

/** Any number of answers; each ticked one is sent under the same name. */
export function ChoicesField({ choices, defaultValues = [], onChange, ...field }: ChoicesFieldProps) {
  return (
    <FieldsetFrame field={field}>
      <div className="choices">
        {choices.map((choice) => {
          const id = `${idOf(field)}-${choice.value}`;
          return (
            <div className="choice" key={choice.value}>
              <input
                type="checkbox"
                id={id}
                name={field.name}
                value={choice.value}
                defaultChecked={defaultValues.includes(choice.value)}
                aria-describedby={choice.hint ? `${id}-hint` : undefined}
                onChange={onChange}
              />
              <label htmlFor={id}>{choice.label}</label>
              {choice.hint ? (
                <p className="choice-hint" id={`${id}-hint`}>
                  {choice.hint}
                </p>
              ) : null}
            </div>
          );
        })}
      </div>
    </FieldsetFrame>
  );
}
