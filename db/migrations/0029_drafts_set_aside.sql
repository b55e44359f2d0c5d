-- Why: a draft that its author throws away was never handed in, so a tie with it keeps no officer from acting for its call.
create or replace function fund.free_of_conflicts(call uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog
  as $$ select not exists (select from public.proposals where call_id = call and state not in ('draft', 'abandoned')
          and id in (select fund.conflicted_proposals())) $$;
