import { z } from "zod";

/** A text in the languages it exists in, or one for all; English serves where a language is missing. */
const words = z.union([z.string().min(1), z.record(z.string(), z.string())]);
const instant = z.iso.datetime();
const id = z.uuid();
const token = z.string().min(1);
const money = z.strictObject({ minor: z.number().int().nonnegative(), currency: z.string().length(3) });

/** What every decision letter says: the comments are those meant for the applicant, under pseudonyms. */
const decision = z.strictObject({
  proposal: id,
  proposalTitle: z.string(),
  callTitle: words,
  comments: z.array(z.strictObject({ reviewer: z.string(), comment: z.string() })),
  quartile: z.number().int().min(1).max(4).optional(),
});
const reviewing = { callTitle: words, dueAt: instant, zone: z.string() };

type Template = {
  reader: "applicant" | "reviewer" | "programme-officer" | "finance";
  data: z.ZodType;
  /** When nobody can know whether it arrived: a reminder twice does no harm, a decision twice does. */
  whenUncertain: "send_again" | "wait_for_a_person";
};

/** Every letter there is: who reads it and what it needs to know. No name is among it, ever. */
export const templates = {
  verify_address: { reader: "applicant", whenUncertain: "send_again", data: z.strictObject({ token }) },
  reset_password: { reader: "applicant", whenUncertain: "send_again", data: z.strictObject({ token }) },
  submission_receipt: {
    reader: "applicant",
    whenUncertain: "send_again",
    data: z.strictObject({
      proposal: id,
      proposalTitle: z.string(),
      callTitle: words,
      reference: z.string(),
      instant,
      zone: z.string(),
      hash: z.string(),
    }),
  },
  withdrawal_confirmed: {
    reader: "applicant",
    whenUncertain: "send_again",
    data: z.strictObject({ proposal: id, proposalTitle: z.string(), callTitle: words, instant, zone: z.string() }),
  },
  decision_award: {
    reader: "applicant",
    whenUncertain: "wait_for_a_person",
    data: decision.extend({ amount: money, months: z.number().int().positive().optional() }),
  },
  decision_reserve: { reader: "applicant", whenUncertain: "wait_for_a_person", data: decision },
  decision_decline: { reader: "applicant", whenUncertain: "wait_for_a_person", data: decision },
  invitation_reviewer: {
    reader: "reviewer",
    whenUncertain: "send_again",
    data: z.strictObject({ ...reviewing, token: token.optional() }),
  },
  assignment: {
    reader: "reviewer",
    whenUncertain: "send_again",
    data: z.strictObject({ ...reviewing, packets: z.number().int().positive() }),
  },
  reminder: {
    reader: "reviewer",
    whenUncertain: "send_again",
    data: z.strictObject({ ...reviewing, remaining: z.number().int().positive() }),
  },
  officer_invitation: { reader: "programme-officer", whenUncertain: "send_again", data: z.strictObject({ token }) },
} as const satisfies Record<string, Template>;

export type TemplateId = keyof typeof templates;
export type LetterData<Id extends TemplateId> = Id extends TemplateId ? z.infer<(typeof templates)[Id]["data"]> : never;

export const templateIds = Object.keys(templates) as TemplateId[];

/** Letters that may leave a second time, with the same Message-ID, when it is uncertain whether they arrived. */
export const sentAgainWhenUncertain = templateIds.filter((id) => templates[id].whenUncertain === "send_again");
