import type { ReactNode } from "react";
import type { FieldProps } from "./field-frame";
import { idOf } from "./field-frame";
import { FieldsetFrame } from "./fieldset-frame";

export interface Choice {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
}

export interface ChoiceFieldProps extends FieldProps {
  choices: Choice[];
  defaultValue?: string;
  /** Short answers stand side by side. */
  inline?: boolean;
  onChange?: () => void;
}

/** One answer of a few: all of them are seen. */
export function ChoiceField({ choices, defaultValue, inline, onChange, ...field }: ChoiceFieldProps) {
  return (
    <FieldsetFrame field={field}>
      <div className={inline ? "choices choices-inline" : "choices"}>
        {choices.map((choice) => {
          const id = `${idOf(field)}-${choice.value}`;
          return (
            <div className="choice" key={choice.value}>
              <input
                type="radio"
                id={id}
                name={field.name}
                value={choice.value}
                defaultChecked={choice.value === defaultValue}
                required={field.required}
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
