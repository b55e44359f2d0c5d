import type { ReactNode } from "react";
import { type FieldProps, idOf } from "./field-frame";
import { FieldsetFrame } from "./fieldset-frame";

export interface Step {
  value: string;
  /** What this step means, in words. */
  words: ReactNode;
}

export interface StepsFieldProps extends FieldProps {
  steps: Step[];
  defaultValue?: string;
  /** An answer outside the scale, such as "not able to judge". */
  outside?: { value: string; label: ReactNode };
}

/** A scale on which every step carries its words, at the control itself. */
export function StepsField({ steps, defaultValue, outside, ...field }: StepsFieldProps) {
  const radio = (value: string) => ({
    type: "radio" as const,
    id: `${idOf(field)}-${value}`,
    name: field.name,
    value,
    required: field.required,
    defaultChecked: value === defaultValue,
  });
  return (
    <FieldsetFrame field={field} kind="steps">
      <div className="steps-row">
        {steps.map((step) => (
          <label className="step" key={step.value}>
            <input className="step-input" {...radio(step.value)} />
            <span className="step-value">{step.value}</span>
            <span className="step-words">{step.words}</span>
          </label>
        ))}
      </div>
      {outside ? (
        <div className="choice steps-outside">
          <input {...radio(outside.value)} />
          <label htmlFor={`${idOf(field)}-${outside.value}`}>{outside.label}</label>
        </div>
      ) : null}
    </FieldsetFrame>
  );
}
