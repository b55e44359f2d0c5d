-- Why: a released row could not be deleted, but it could be written over: a call un-released, an award turned into a decline
-- under the letter that told it. What was told stays as it was told, whatever a page may ask for.
-- A policy would hide the row from whoever holds it to see that it was released; a trigger only refuses to change it.
create function fund.keep_what_was_released() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  raise exception using errcode = 'FU409', message = 'decisions_are_released';
end $$;
--> statement-breakpoint
revoke execute on function fund.keep_what_was_released() from public;
--> statement-breakpoint
create trigger "what was released is not written over" before update on public.releases
  for each row when (old.released_at is not null) execute function fund.keep_what_was_released();
--> statement-breakpoint
do $$
declare
  guarded text;
begin
  foreach guarded in array array['decisions', 'recommendations']
  loop
    execute format('create policy "what was told stays as it was" on public.%I as restrictive for update to fund_managing
      using (not exists (select from public.proposals join public.releases on releases.call_id = proposals.call_id
        where proposals.id = %I.proposal_id and releases.released_at is not null))', guarded, guarded);
    execute format('create policy "nothing joins what was told" on public.%I as restrictive for insert to fund_managing
      with check (not exists (select from public.proposals join public.releases on releases.call_id = proposals.call_id
        where proposals.id = %I.proposal_id and releases.released_at is not null))', guarded, guarded);
  end loop;
end $$;
