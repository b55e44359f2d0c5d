import { type ReactNode, useId } from "react";
import { useText } from "./use-text";

export interface Column<Row> {
  key: string;
  label: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Numbers stand right, one under the other. */
  numeric?: boolean;
  /** The cell that names its row; by default the first. */
  names?: boolean;
  sort?: { to: string; direction?: "ascending" | "descending" };
}

export interface DataTableProps<Row> {
  caption: ReactNode;
  columns: Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Said instead of rows when there are none. */
  empty?: ReactNode;
  captionUnseen?: boolean;
  foot?: ReactNode;
}

/**
 * Said again because some browsers forget what a table is once its rows are laid out one under the other. Spread, so that
 * nobody takes them out as said twice; made once, for a page of fifty rows asks for hundreds.
 */
const as = Object.fromEntries(
  ["table", "rowgroup", "row", "columnheader", "rowheader", "cell"].map((role) => [role, { role }]),
);

/** Too wide for a telephone: its rows stand there as short lists, each value beside the name of its column. */
const stacks = (columns: Column<never>[]) => columns.length > 3 || columns.filter(({ numeric }) => !numeric).length > 2;

/** A table people can scan; on a narrow screen a wide one stacks its rows, and what is still too wide scrolls by itself. */
export function DataTable<Row>({ caption, columns, rows, rowKey, empty, captionUnseen, foot }: DataTableProps<Row>) {
  const { t } = useText();
  const captionId = useId();
  const stacking = stacks(columns);
  const naming = Math.max(
    0,
    columns.findIndex((column) => column.names),
  );
  return (
    <section
      className={stacking ? "table-region table-stacks" : "table-region"}
      aria-labelledby={captionId}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
    >
      <table className="table" {...as.table}>
        <caption id={captionId} className={captionUnseen ? "unseen" : undefined}>
          {caption}
        </caption>
        <thead {...as.rowgroup}>
          <tr {...as.row}>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                {...as.columnheader}
                className={column.numeric ? "numeric" : undefined}
                aria-sort={column.sort?.direction}
              >
                {column.sort ? <a href={column.sort.to}>{column.label}</a> : column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...as.rowgroup}>
          {rows.map((row) => (
            <tr key={rowKey(row)} {...as.row}>
              {columns.map((column, index) =>
                index === naming ? (
                  <th key={column.key} scope="row" {...as.rowheader} className={column.numeric ? "numeric" : undefined}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td
                    key={column.key}
                    {...as.cell}
                    className={column.numeric ? "numeric" : undefined}
                    data-label={stacking && typeof column.label === "string" ? column.label : undefined}
                  >
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
          {rows.length === 0 ? (
            <tr {...as.row}>
              <td className="table-empty" {...as.cell} colSpan={columns.length}>
                {empty ?? t("common.table.nothing")}
              </td>
            </tr>
          ) : null}
        </tbody>
        {foot ? <tfoot>{foot}</tfoot> : null}
      </table>
    </section>
  );
}
