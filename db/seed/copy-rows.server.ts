import { once } from "node:events";
import { finished } from "node:stream/promises";
import { getTableColumns } from "drizzle-orm";
import { getTableConfig, type PgTable } from "drizzle-orm/pg-core";
import type postgres from "postgres";

const snake = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
const escapes: Record<string, string> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };
const escaped = (text: string) => text.replace(/[\\\n\r\t]/g, (sign) => escapes[sign] ?? sign);

/** The table's name with its schema. */
export function nameOf(table: PgTable): string {
  const { name, schema } = getTableConfig(table);
  return `${quoted(schema ?? "public")}.${quoted(name)}`;
}

/** A value as COPY reads it. */
function written(value: unknown, isJson: boolean): string {
  if (value === null || value === undefined) return "\\N";
  if (isJson) return escaped(JSON.stringify(value));
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) {
    const items = value.map((item) => `"${String(item).replace(/["\\]/g, (sign) => `\\${sign}`)}"`);
    return escaped(`{${items.join(",")}}`);
  }
  return escaped(String(value));
}

const chunk = 256 * 1024;

/** Writes rows into a table in one stream; a column that no row has keeps its default. */
export async function copyRows(tx: postgres.TransactionSql, table: PgTable, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  const present = new Set(rows.flatMap((row) => Object.keys(row)));
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => present.has(key));
  const names = columns.map(([key]) => quoted(snake(key))).join(", ");
  const fields = columns.map(([key, column]) => ({ key, isJson: column.dataType === "json" }));
  const stream = await tx.unsafe(`copy ${nameOf(table)} (${names}) from stdin`).writable();
  const ended = finished(stream);
  let text = "";
  for (const row of rows as Record<string, unknown>[]) {
    text += `${fields.map(({ key, isJson }) => written(row[key], isJson)).join("\t")}\n`;
    if (text.length < chunk) continue;
    if (!stream.write(text)) await once(stream, "drain");
    text = "";
  }
  stream.end(text);
  await ended;
}
