-- Why: what an auditor is in conflict with was kept from her only where the record names the proposal itself; assignments,
-- files, packets and letters of it stood there for her to read. Now each kind goes by its own table, where rows of conflicts
-- are hidden from her, and a kind that nobody thought of here is shown to nobody.
drop policy auditing on audit.events;
--> statement-breakpoint
create policy auditing on audit.events for select to fund_auditing using ((select fund.wears('auditor')) and case subject_kind
  when 'call' then true
  when 'person' then true
  when 'proposal' then subject_id not in (select conflicted::text from fund.conflicted_proposals() as conflicted)
  when 'assignment' then subject_id in (select id::text from public.assignments)
  when 'document' then subject_id in (select id::text from public.documents)
  when 'packet' then subject_id in (select code from public.packets)
  when 'letter' then exists (select from notifications.letters where letters.key = subject_id)
  else false end);
