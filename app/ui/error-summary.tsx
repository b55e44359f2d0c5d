import { Icon } from "./icon";
import { useText } from "./use-text";

export interface FieldProblem {
  /** The name (or id) of the field it is about. */
  field: string;
  message: string;
  /** What the field is called, where one page has many that fail in the same way. */
  label?: string;
}

/** Everything that is wrong, at the top of the page, each line leading to its field. */
export function ErrorSummary({ problems, title }: { problems: FieldProblem[]; title?: string }) {
  const { t } = useText();
  if (problems.length === 0) return null;
  return (
    <section
      className="notice notice-error error-summary"
      role="alert"
      tabIndex={-1}
      id="problems"
      // biome-ignore lint/a11y/noAutofocus: where something was refused, one begins with what is wrong
      autoFocus
    >
      <h2 className="notice-title">
        <Icon name="warning" />
        {title ?? t("common.fields.problem", { count: problems.length })}
      </h2>
      <ul>
        {problems.map((problem) => (
          <li key={problem.field}>
            <a href={`#${problem.field}`}>
              {problem.label ? (
                <>
                  <bdi>{problem.label}</bdi>
                  {": "}
                </>
              ) : null}
              {problem.message}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
