import { z } from "zod";
import { formValues } from "~/forms/form-values";
import { Refusal } from "~/values/refusal";
import type { AnswerChange } from "./save-answers.server";
import { isVersionField, questionOfVersion } from "./version-field";

export const withdrawalForm = z.object({
  reason: z.string().trim().min(1, "reason_is_missing").max(2000, "text_is_too_long"),
});

/** As many as the database counts, less the next one. */
const mostVersions = 2_147_483_646;

/** The version a form was based on; what is none was never saved. */
function versionFrom(said: unknown): number {
  const version = Number(said);
  return Number.isInteger(version) && version > 0 && version <= mostVersions ? version : 0;
}

/** Which earlier text comes back, by the number of its row, and the version its author saw. */
export const broughtBackForm = z.object({
  version: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER),
  baseVersion: z.coerce.number().int().nonnegative().max(mostVersions),
});

/** A form says line ends in its own way; a zero byte says nothing. */
export const plainText = (text: string) => text.replace(/\r\n?/g, "\n").replaceAll("\0", "");

/**
 * Reads a posted section: every question comes with the version its text was based on; several choices come as several
 * values and are kept as one line each.
 */
export function changesFromForm(form: FormData | URLSearchParams): AnswerChange[] {
  const values = formValues<unknown>(form);
  return [...values.keys()].filter(isVersionField).map((name) => {
    const question = questionOfVersion(name);
    const texts = (values.get(question) ?? []).filter((value) => typeof value === "string");
    return {
      question,
      baseVersion: versionFrom(values.get(name)?.[0]),
      text: plainText(texts.filter((text) => text !== "").join("\n")),
    };
  });
}

const change = z.object({
  question: z.string().min(1).max(80),
  baseVersion: z.number().int().nonnegative().max(mostVersions),
  text: z.string(),
  saveId: z.uuid(),
});

/** Reads what the browser sends while somebody writes. */
export function changeFromJson(body: string): AnswerChange {
  try {
    return change.parse(JSON.parse(body));
  } catch {
    throw new Refusal("invalid", "save_is_malformed");
  }
}
