import { z } from "zod";
import { outcomes } from "~/meetings/outcome";
import { parseMoney } from "~/values/money";

const outcome = z.enum(outcomes, "outcome_is_missing");
const text = (most: number) => z.string().trim().max(most, "text_is_too_long").default("");

export const recommendationForm = z.object({
  outcome,
  reason: z.string().trim().min(1, "reason_is_missing").max(6000, "text_is_too_long"),
  dissent: text(6000),
});

/** A decision as typed: the amount in whole or decimal units of the call's currency, read to minor units. */
export const decisionForm = (currency: string) =>
  z.object({ outcome, amount: text(40), reason: text(6000) }).transform((typed, context) => {
    const money = typed.amount === "" ? null : parseMoney(typed.amount, currency);
    if (typed.amount !== "" && !money) context.addIssue({ code: "custom", path: ["amount"], message: "not_an_amount" });
    return {
      outcome: typed.outcome,
      amountMinor: typed.outcome === "award" ? (money?.minor ?? null) : null,
      reason: typed.reason,
    };
  });

/** A release names the preparation that its officer had before her. */
export const releaseForm = z.object({
  preparedAt: z.iso.datetime("preparation_is_missing").transform((text) => new Date(text)),
});

/** Ticked by who prepares a release although reviews are open. */
export const endsReviewsField = "ends_reviews";
