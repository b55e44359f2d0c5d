import { z } from "zod";
import { conflictKinds } from "./conflict.rules";
import { settlements } from "./settle.rules";

const because = z.string().trim().min(1, "reason_is_missing").max(2000, "text_is_too_long");

/** A tie is named by the person and its kind, as one control says them. */
export const tieName = (tie: { person: string; kind: string }) => `${tie.person}.${tie.kind}`;

const tie = z.string("choose_a_tie").transform((name, context) => {
  const [person = "", kind = ""] = name.split(".");
  const read = z.object({ person: z.uuid(), kind: z.enum(conflictKinds) }).safeParse({ person, kind });
  if (read.success) return read.data;
  context.addIssue({ code: "custom", message: "choose_a_tie" });
  return z.NEVER;
});

export const settlementForm = z.object({ tie, outcome: z.enum(settlements, "choose_an_outcome"), because });

export const declarationForm = z.object({ declared: because });
