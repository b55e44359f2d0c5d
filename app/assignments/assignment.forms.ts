import { z } from "zod";
import { offeredLocales } from "~/ui/locales";
import { dueAt } from "./due-at";

/** Whom to ask, and until when: a day on the call's clock, in the future, and not after scoring closes. */
export const assignmentForm = (call: { zone: string; scoringClosesAt: Date }, now: Date) =>
  z.object({
    reviewer: z.uuid("choose_a_reviewer"),
    due: z.iso.date("not_a_date").transform((day, context) => {
      const due = dueAt(day, call);
      if (due <= now) context.addIssue({ code: "custom", message: "date_is_past" });
      else if (due > call.scoringClosesAt) context.addIssue({ code: "custom", message: "date_is_after_scoring" });
      return due;
    }),
  });

/** Whom to invite to the advisory group. */
export const invitationForm = z.object({
  name: z.string().trim().min(1, "required").max(200, "too_long"),
  email: z.string().trim().max(254, "too_long").pipe(z.email("not_an_email")),
  locale: z.enum(offeredLocales, "not_an_option"),
});
