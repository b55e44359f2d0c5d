-- Why: the guards that every side shares: who is at work, which hats she wears, what is hers, what she may not touch.
create schema fund;
grant usage on schema fund to public;
revoke all on schema public from public;
grant usage on schema public to fund_public, fund_applying, fund_managing, fund_finance, fund_auditing, fund_views;

create function fund.person_at_work() returns uuid language sql stable
  set search_path = pg_catalog
  as $$ select nullif(current_setting('fund.person', true), '')::uuid $$;

-- True when the person at work wears the hat. A side that is set to the wrong person sees nothing.
create function fund.wears(hat text) returns boolean language sql stable security definer
  set search_path = pg_catalog
  as $$ select exists (select from access.people where id = fund.person_at_work() and hat = any (hats)) $$;

create function fund.my_proposals() returns setof uuid language sql stable security definer
  set search_path = pg_catalog
  as $$ select proposal_id from public.proposal_members where person = fund.person_at_work() $$;

create function fund.has_members(proposal uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog
  as $$ select exists (select from public.proposal_members where proposal_id = proposal) $$;

-- A conflicted person has fewer rights than a stranger, in every hat at once; her own proposals count as conflicts.
create function fund.conflicted_proposals() returns setof uuid language sql stable security definer
  set search_path = pg_catalog
  as $$
    select proposal_id from public.conflicts where person = fund.person_at_work() and state = 'confirmed'
    union
    select proposal_id from public.proposal_members where person = fund.person_at_work()
  $$;

-- Whether the person at work may act for a whole call: a conflicted officer would silently act for a part of it.
create function fund.free_of_conflicts(call uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog
  as $$ select not exists (select from public.proposals where call_id = call and state <> 'draft'
          and id in (select fund.conflicted_proposals())) $$;

-- Refuses with a snake_case reason that travels to the page.
create function fund.refuse(because text) returns void language plpgsql
  set search_path = pg_catalog
  as $$ begin raise exception using errcode = 'FU409', message = because; end $$;

create function fund.must_wear(hat text) returns void language plpgsql stable
  set search_path = pg_catalog
  as $$ begin if not fund.wears(hat) then raise exception using errcode = 'FU404', message = 'not_found'; end if; end $$;

-- What is tied to a proposal is guarded by one rule per side, the same on every table.
do $$
declare
  guarded record;
begin
  for guarded in
    select * from (values
      ('proposals', 'id', true), ('proposal_members', 'proposal_id', true), ('answers', 'proposal_id', true),
      ('answer_history', 'proposal_id', true), ('answer_saves', 'proposal_id', true),
      ('proposal_versions', 'proposal_id', true), ('receipts', 'proposal_id', true), ('documents', 'proposal_id', true),
      ('eligibility_decisions', 'proposal_id', false), ('packets', 'proposal_id', false),
      ('assignments', 'proposal_id', false), ('recommendations', 'proposal_id', false),
      ('decisions', 'proposal_id', false), ('awards', 'proposal_id', false), ('conflicts', 'proposal_id', false)
    ) as list (name, key, applying)
  loop
    execute format('alter table public.%I enable row level security', guarded.name);
    execute format('create policy views on public.%I for select to fund_views using (true)', guarded.name);
    execute format('create policy managing on public.%1$I to fund_managing
      using ((select fund.wears(''programme_officer'')) and %2$I not in (select fund.conflicted_proposals()))', guarded.name, guarded.key);
    execute format('create policy auditing on public.%1$I for select to fund_auditing
      using ((select fund.wears(''auditor'')) and %2$I not in (select fund.conflicted_proposals()))', guarded.name, guarded.key);
    execute format('grant select on public.%I to fund_managing, fund_auditing', guarded.name);
    if guarded.applying then
      execute format('create policy applying on public.%1$I to fund_applying
        using (%2$I in (select fund.my_proposals()))%3$s', guarded.name, guarded.key,
        -- What the fund resolves is out of an applicant's reach, whatever a page may ask for.
        case when guarded.name = 'proposals' then format(' with check (id in (select fund.my_proposals())
          and state in (''draft'', ''submitted'', ''withdrawn'', ''abandoned''))') else '' end);
      execute format('grant select on public.%I to fund_applying', guarded.name);
    end if;
  end loop;
end
$$;

-- Reviews and scores hang off assignments, so they are guarded through them.
do $$
declare
  guarded text;
begin
  foreach guarded in array array['reviews', 'scores', 'score_history']
  loop
    execute format('alter table public.%I enable row level security', guarded);
    execute format('create policy views on public.%I for select to fund_views using (true)', guarded);
    execute format('create policy managing on public.%I for select to fund_managing
      using (assignment_id in (select id from public.assignments))', guarded);
    execute format('create policy auditing on public.%I for select to fund_auditing
      using (assignment_id in (select id from public.assignments))', guarded);
    execute format('grant select on public.%I to fund_managing, fund_auditing', guarded);
  end loop;
end
$$;

-- Calls: the public reads what is published; officers write.
alter table public.calls enable row level security;
create policy published on public.calls for select to fund_public, fund_applying using (state <> 'preparing');
create policy managing on public.calls to fund_managing using ((select fund.wears('programme_officer')));
create policy reading on public.calls for select to fund_views, fund_auditing, fund_finance using (true);
grant select on public.calls to fund_public, fund_applying, fund_managing, fund_auditing, fund_finance;
grant insert, update on public.calls to fund_managing;
grant select on public.settings to fund_public, fund_sessions, fund_applying, fund_managing;

-- Applicants write their own proposals. Submitted versions and receipts are added, never changed.
create policy starting on public.proposals for insert to fund_applying with check (fund.person_at_work() is not null);
create policy starting on public.proposal_members for insert to fund_applying
  with check (person = fund.person_at_work() and role = 'principal_investigator'
    and not fund.has_members(proposal_id));
grant insert, update on public.proposals, public.answers to fund_applying;
grant insert on public.proposal_members, public.answer_saves, public.proposal_versions, public.receipts to fund_applying;
grant insert, update, delete on public.answer_history to fund_applying;
grant insert, update on public.documents to fund_applying;

-- Officers: states of proposals and the records of what they decide.
grant update (state) on public.proposals to fund_managing;
grant insert on public.eligibility_decisions, public.packets to fund_managing;
grant update (state, pages, refused_because) on public.documents to fund_managing;
grant insert, update on public.conflicts, public.assignments, public.recommendations, public.decisions to fund_managing;
grant insert on public.awards to fund_managing;
grant usage on all sequences in schema public to fund_applying, fund_managing;

-- Group, release and announcement belong to a call, not to one proposal.
do $$
declare
  guarded text;
begin
  foreach guarded in array array['advisory_memberships', 'releases', 'announcements', 'announced_grantees']
  loop
    execute format('alter table public.%I enable row level security', guarded);
    execute format('create policy views on public.%I for select to fund_views using (true)', guarded);
    execute format('create policy managing on public.%I to fund_managing using ((select fund.wears(''programme_officer'')))', guarded);
    execute format('create policy auditing on public.%I for select to fund_auditing using ((select fund.wears(''auditor'')))', guarded);
    execute format('grant select on public.%I to fund_managing, fund_auditing', guarded);
  end loop;
end
$$;
grant insert, update on public.releases to fund_managing;
grant insert on public.announcements, public.advisory_memberships to fund_managing;
grant select on public.awards to fund_finance;
create policy finance on public.awards for select to fund_finance using ((select fund.wears('finance_officer')));
