import type { ReactNode } from "react";

export interface TimelineStep {
  title: ReactNode;
  when?: ReactNode;
  state: "past" | "now" | "ahead";
  children?: ReactNode;
}

/** What happened, where we are, what happens next. */
export function Timeline({ steps }: { steps: TimelineStep[] }) {
  return (
    <ol className="timeline">
      {steps.map((step, index) => (
        <li
          key={index}
          className={`timeline-step timeline-${step.state}`}
          aria-current={step.state === "now" ? "step" : undefined}
        >
          <p className="timeline-title">{step.title}</p>
          {step.when ? <p className="timeline-when">{step.when}</p> : null}
          {step.children}
        </li>
      ))}
    </ol>
  );
}
