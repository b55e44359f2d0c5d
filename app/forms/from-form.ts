import { z } from "zod";
import { Refusal } from "~/values/refusal";
import { formValues } from "./form-values";

/** Reads a posted form by its schema; what does not fit is refused field by field with the reason of the schema. */
export function fromForm<Schema extends z.ZodType>(schema: Schema, form: FormData): z.infer<Schema> {
  const typed: Record<string, unknown> = {};
  for (const [name, given] of formValues(form)) {
    const values = given.map((value) => (typeof value === "string" ? value.replaceAll("\0", "") : value));
    typed[name] = values.length > 1 ? values : values[0];
  }
  const read = schema.safeParse(typed);
  if (read.success) return read.data;
  const { fieldErrors } = z.flattenError(read.error);
  const fields = Object.fromEntries(
    Object.entries(fieldErrors as Record<string, string[] | undefined>).map(([name, reasons]) => [
      name,
      reasons?.[0] ?? "invalid",
    ]),
  );
  throw new Refusal("invalid", "form_has_problems", { fields });
}
