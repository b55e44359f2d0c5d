import type { ReactNode } from "react";

/** A part of a page under its own heading; the id lets others link to it. */
export function Section({ title, id, lead, children, level = 2 }: SectionProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section className="section" id={id}>
      <Heading>{title}</Heading>
      {lead ? <p className="section-lead">{lead}</p> : null}
      {children}
    </section>
  );
}

export interface SectionProps {
  title: ReactNode;
  id?: string;
  lead?: ReactNode;
  children?: ReactNode;
  level?: 2 | 3;
}
