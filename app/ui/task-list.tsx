import type { ReactNode } from "react";
import { Badge, type BadgeKind } from "./badge";

export interface Task {
  to?: string;
  label: ReactNode;
  hint?: ReactNode;
  state: { kind: BadgeKind; word: string };
  current?: boolean;
}

/** What is to be done, in order, each line with its state. */
export function TaskList({ title, tasks, level = 2 }: { title?: ReactNode; tasks: Task[]; level?: 2 | 3 }) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <div className="tasks">
      {title ? <Heading className="tasks-title">{title}</Heading> : null}
      <ol className="tasks-list">
        {tasks.map((task, index) => (
          <li key={task.to ?? index} className={task.current ? "task task-current" : "task"}>
            <div className="task-words">
              {task.to ? (
                <a href={task.to} aria-current={task.current ? "step" : undefined}>
                  {task.label}
                </a>
              ) : (
                <span>{task.label}</span>
              )}
              {task.hint ? <p className="task-hint">{task.hint}</p> : null}
            </div>
            <Badge kind={task.state.kind}>{task.state.word}</Badge>
          </li>
        ))}
      </ol>
    </div>
  );
}
