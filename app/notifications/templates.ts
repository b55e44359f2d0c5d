import { z } from "zod";

const instant = z.iso.datetime();
const token = z.strictObject({ token: z.string().min(1) });
const way = z.strictObject({ to: z.string().startsWith("/") });
/** The link of a letter may lead on to where its reader was going when the letter was asked for. */
const tokenWithWay = token.extend(way.partial().shape);
const money = z.strictObject({ minor: z.number().int().nonnegative(), currency: z.string().length(3) });
const decision = z.strictObject({ proposal: z.uuid(), quartile: z.number().int().min(1).max(4).optional() });

type Template = {
  reader: "applicant" | "reviewer" | "programme-officer" | "finance";
  data: z.ZodType;
  /** When nobody can know whether it arrived: a reminder twice does no harm, a decision twice does. */
  whenUncertain: "send_again" | "wait_for_a_person";
};

/** Every letter there is: who reads it and what it needs to know. No name is among it, ever. */
export const templates = {
  verify_address: { reader: "applicant", whenUncertain: "send_again", data: tokenWithWay },
  reset_password: { reader: "applicant", whenUncertain: "send_again", data: tokenWithWay },
  submission_receipt: {
    reader: "applicant",
    whenUncertain: "send_again",
    data: z.strictObject({ proposal: z.uuid(), reference: z.string(), instant, hash: z.string() }),
  },
  withdrawal_confirmed: {
    reader: "applicant",
    whenUncertain: "send_again",
    data: z.strictObject({ proposal: z.uuid(), instant }),
  },
  decision_award: { reader: "applicant", whenUncertain: "wait_for_a_person", data: decision.extend({ amount: money }) },
  decision_reserve: { reader: "applicant", whenUncertain: "wait_for_a_person", data: decision },
  decision_decline: { reader: "applicant", whenUncertain: "wait_for_a_person", data: decision },
  decision_ineligible: {
    reader: "applicant",
    whenUncertain: "wait_for_a_person",
    data: z.strictObject({ proposal: z.uuid() }),
  },
  /** Without a token to whoever has a password already. */
  invitation_reviewer: { reader: "reviewer", whenUncertain: "send_again", data: z.union([tokenWithWay, way]) },
  assignment: { reader: "reviewer", whenUncertain: "send_again", data: z.strictObject({ dueAt: instant }) },
  reminder: {
    reader: "reviewer",
    whenUncertain: "send_again",
    data: z.strictObject({ dueAt: instant, open: z.number().int().positive() }),
  },
  reviewing_ended: {
    reader: "reviewer",
    whenUncertain: "send_again",
    data: z.strictObject({ open: z.number().int().positive() }),
  },
  officer_invitation: { reader: "programme-officer", whenUncertain: "send_again", data: token },
} as const satisfies Record<string, Template>;

export type TemplateId = keyof typeof templates;
export type LetterData<Id extends TemplateId> = Id extends TemplateId ? z.infer<(typeof templates)[Id]["data"]> : never;

export const templateIds = Object.keys(templates) as TemplateId[];

/** Letters that may leave a second time, with the same Message-ID, when it is uncertain whether they arrived. */
export const sentAgainWhenUncertain = templateIds.filter((id) => templates[id].whenUncertain === "send_again");

/** What the database adds when a letter is written out: what it is about, and the words meant for its reader. */
export const letterFacts = z.object({
  call: z.object({ titles: z.record(z.string(), z.string()), zone: z.string() }).nullable(),
  proposal: z.object({ title: z.string(), months: z.number().nullable() }).nullable(),
  comments: z.array(z.object({ reviewer: z.string(), comment: z.string() })),
  /** What the fund wrote to applicants whose proposal was not eligible; may be empty. */
  words: z.string(),
});

export type LetterFacts = z.infer<typeof letterFacts>;
