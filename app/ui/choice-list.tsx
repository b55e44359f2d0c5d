import type { ReactNode } from "react";
import { type FieldProps, idOf } from "./field-frame";
import { FieldsetFrame } from "./fieldset-frame";

export interface Choice {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
}

export interface ChoiceListProps {
  field: FieldProps;
  choices: Choice[];
  /** One answer of all, or any number of them. */
  type: "radio" | "checkbox";
  isChosen: (value: string) => boolean;
  inline?: boolean;
}

/** Answers under their question, each with its words and its hint. */
export function ChoiceList({ field, choices, type, isChosen, inline }: ChoiceListProps) {
  return (
    <FieldsetFrame field={field}>
      <div className={inline ? "choices choices-inline" : "choices"}>
        {choices.map((choice) => {
          const id = `${idOf(field)}-${choice.value}`;
          return (
            <div className="choice" key={choice.value}>
              <input
                type={type}
                id={id}
                name={field.name}
                value={choice.value}
                defaultChecked={isChosen(choice.value)}
                // Of several boxes none is required: a browser would ask for every one of them.
                required={type === "radio" ? field.required : undefined}
                aria-describedby={choice.hint ? `${id}-hint` : undefined}
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
