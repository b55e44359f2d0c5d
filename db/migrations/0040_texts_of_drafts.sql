-- Why: what an applicant writes is hers until she hands it in, and officers and auditors read what was handed in. Their logins
-- could also read her drafts and every earlier text, which no page of theirs asks for. And no login throws an earlier text away.
drop policy managing on public.answers;
--> statement-breakpoint
drop policy managing on public.answer_history;
--> statement-breakpoint
drop policy managing on public.answer_saves;
--> statement-breakpoint
drop policy auditing on public.answers;
--> statement-breakpoint
drop policy auditing on public.answer_history;
--> statement-breakpoint
drop policy auditing on public.answer_saves;
--> statement-breakpoint
revoke select on public.answers, public.answer_history, public.answer_saves from fund_managing, fund_auditing;
--> statement-breakpoint
revoke delete on public.answer_history from fund_applying;
