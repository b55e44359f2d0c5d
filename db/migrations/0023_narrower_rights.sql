-- Why: a login may do what its side does, and no more. Visitors and reviewers write no letters, visitors add
-- nothing to the record, and a proposal begins as a draft, whatever a page may ask for.
revoke execute on function notifications.enqueue(bigint, uuid, text, jsonb, timestamptz) from fund_public, fund_reviewing, fund_finance;
--> statement-breakpoint
revoke execute on function audit.record(timestamptz, uuid, text, text, text, text, jsonb) from fund_public;
--> statement-breakpoint
drop policy starting on public.proposals;
--> statement-breakpoint
create policy starting on public.proposals for insert to fund_applying
  with check (fund.person_at_work() is not null and state = 'draft' and version_number = 0);
