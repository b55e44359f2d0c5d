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

/** A table people can scan; on a narrow screen it scrolls by itself, also with the keyboard. */
export function DataTable<Row>({ caption, columns, rows, rowKey, empty, captionUnseen, foot }: DataTableProps<Row>) {
  const { t } = useText();
  const captionId = useId();
  const naming = Math.max(
    0,
    columns.findIndex((column) => column.names),
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="table-region" aria-labelledby={captionId} tabIndex={0}>
      <table className="table">
        <caption id={captionId} className={captionUnseen ? "unseen" : undefined}>
          {caption}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={column.numeric ? "numeric" : undefined}
                aria-sort={column.sort?.direction}
              >
                {column.sort ? <a href={column.sort.to}>{column.label}</a> : column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column, index) =>
                index === naming ? (
                  <th key={column.key} scope="row" className={column.numeric ? "numeric" : undefined}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} className={column.numeric ? "numeric" : undefined}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
          {rows.length === 0 ? (
            <tr>
              <td className="table-empty" colSpan={columns.length}>
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
