import { z } from "zod";

const inside = (path: string) => !path.startsWith("/") && !path.split(/[/\\]/).includes("..");

const part = z.object({
  path: z.string().refine(inside),
  sha256: z.string().length(64),
  bytes: z.number(),
  mode: z.number(),
});

/** What a backup consists of, and how to know that all of it is still as it was written. */
export const manifestSchema = z.object({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  migrations: z.array(z.object({ hash: z.string(), createdAt: z.string() })),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: z.number(), path: z.string() })),
  sequences: z.array(z.object({ name: z.string(), last: z.string(), called: z.boolean() })),
  parts: z.array(part),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type Part = z.infer<typeof part>;

/** Said to the operator in a sentence: what is wrong with a backup, or with the place it should go to. */
export class BackupProblem extends Error {}
