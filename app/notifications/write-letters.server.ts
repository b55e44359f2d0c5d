import { createHash } from "node:crypto";
import type postgres from "postgres";
import { z } from "zod";
import { poolOf } from "#db/connections/addresses.server";
import { log } from "~/http/log.server";
import { renderLetter } from "./render-letter.server";
import { letterFacts, type TemplateId } from "./templates";

const mostAtOnce = 20;

type Row = { key: string; template: TemplateId; locale: string; data: string; facts: string };

/** The Message-ID of a letter: the same whenever it is sent, and telling nothing. */
export function messageIdOf(key: string, appUrl: string): string {
  return `<${createHash("sha256").update(key).digest("hex").slice(0, 40)}@${new URL(appUrl).hostname}>`;
}

/** What went wrong, without a word anybody typed. */
function faultOf(problem: unknown): string {
  if (problem instanceof z.ZodError) {
    return `does not fit its template: ${problem.issues.map((issue) => issue.path.join(".")).join(", ")}`;
  }
  return `cannot be written: ${problem instanceof Error ? problem.name : "unknown"}`;
}

async function write(tx: postgres.TransactionSql, row: Row, appUrl: string, now: Date) {
  try {
    const { template, locale } = row;
    const facts = letterFacts.parse(JSON.parse(row.facts));
    const { subject, html, text } = await renderLetter({ template, locale, data: JSON.parse(row.data), facts, appUrl });
    await tx`update notifications.letters set subject = ${subject}, html = ${html}, body_text = ${text},
      message_id = ${messageIdOf(row.key, appUrl)}, rendered_at = ${now.toISOString()}::text::timestamptz
      where key = ${row.key}`;
  } catch (problem) {
    if (problem instanceof Error && "severity" in problem) throw problem;
    const fault = faultOf(problem);
    log.error({ letter: row.key, fault }, "a letter could not be written");
    await tx`update notifications.letters set state = 'failed', last_error = ${fault} where key = ${row.key}`;
  }
}

/**
 * Writes out the letters that were ordered, also those that leave later, so that officers see them as they will be.
 * A letter that cannot be written spoils only itself.
 */
export async function writeLetters(appUrl: string, now: Date): Promise<number> {
  let written = 0;
  for (let more = true; more; ) {
    const count = await poolOf("delivery").begin(async (tx) => {
      const rows = await tx<Row[]>`
        select key, template, locale, data::text as data, notifications.facts_for(key)::text as facts
        from notifications.letters where state = 'queued' and rendered_at is null
        order by created_at, key limit ${mostAtOnce} for update skip locked`;
      for (const row of rows) await write(tx, row, appUrl, now);
      return rows.length;
    });
    written += count;
    more = count === mostAtOnce;
  }
  return written;
}
