import { useActionData } from "@remix-run/react";
import type { FieldProblem } from "./error-summary";
import { useText } from "./use-text";

/** What an action answers when it refuses what was typed. */
export type RefusedInput = {
  refusal: { reason: string; details: { fields?: Record<string, string>; [more: string]: unknown } };
  typed: Record<string, string[]>;
};

export type Answer = {
  /** The reason of the whole refusal in words, or undefined where nothing was refused. */
  refused: string | undefined;
  reason: string | undefined;
  details: RefusedInput["refusal"]["details"];
  problems: FieldProblem[];
  /** The message for one field. */
  errorOf: (field: string) => string | undefined;
  /** What was typed before the refusal, or before the session had ended, else what stands. */
  typedOr: (field: string, stands?: string) => string | undefined;
  /** Everything that was posted under one name before the refusal. */
  typedEach: (field: string) => string[] | undefined;
  /** The same, one line each. */
  typedAll: (field: string) => string | undefined;
};

type Typed = Record<string, string[]>;

/** What stands in the fields: of one form what was posted now, and of another form of this page what came back. */
function typedInto(posted: Typed | undefined, returned: Typed | undefined): Typed | undefined {
  if (!posted || !returned) return posted ?? returned;
  const same = Object.keys(returned).some((field) => field in posted);
  return same ? posted : { ...returned, ...posted };
}

/** Why the last act on this page was refused, in the reader's words, with what was typed. */
export function useAnswer(): Answer {
  const answer = useActionData() as RefusedInput | undefined;
  const { find, returned } = useText();
  const details = answer?.refusal?.details ?? {};
  const typed = typedInto(answer?.typed, returned?.typed);
  const words = (reason: string) => find(`errors.reasons.${reason}`, details as never) ?? reason;
  const fields = details.fields ?? {};
  return {
    refused: answer?.refusal ? words(answer.refusal.reason) : undefined,
    reason: answer?.refusal?.reason,
    details,
    problems: Object.entries(fields).map(([field, reason]) => ({ field, message: words(reason) })),
    errorOf: (field) => (fields[field] ? words(fields[field]) : undefined),
    typedOr: (field, stands) => typed?.[field]?.[0] ?? stands,
    typedEach: (field) => typed?.[field],
    typedAll: (field) => typed?.[field]?.join("\n"),
  };
}
