-- Why: the login of finance could turn any reference into a name, a reviewer's too, and saw awards a finance officer is
-- conflicted with; and every login could ask whose proposals are whose. Each may ask what its side needs, and no more.
create or replace function identity.disclose(refs uuid[], because text, at timestamptz)
  returns table (ref uuid, name text, email text, institution text)
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  side text := identity.may_look();
begin
  insert into identity.disclosures (viewer, side, refs, because, at)
    values (fund.person_at_work(), side, disclose.refs, disclose.because, disclose.at);
  return query
    select persons.ref, persons.name, persons.email, institutions.name
    from identity.persons left join identity.institutions on institutions.id = persons.institution
    where persons.ref = any (disclose.refs)
      and not exists (select from public.proposal_members members
        where members.person = persons.ref and members.proposal_id in (select fund.conflicted_proposals())
          and members.person <> fund.person_at_work())
      -- Finance pays: it knows who leads what was awarded, and nobody else.
      and (session_user <> 'fund_finance' and side <> 'finance' or exists (select from public.proposal_members members
        join public.awards on awards.proposal_id = members.proposal_id
        where members.person = persons.ref and members.role = 'principal_investigator'));
end $$;
--> statement-breakpoint
drop policy finance on public.awards;
--> statement-breakpoint
create policy finance on public.awards for select to fund_finance
  using ((select fund.wears('finance_officer')) and proposal_id not in (select fund.conflicted_proposals()));
--> statement-breakpoint
revoke execute on function fund.my_proposals, fund.has_members, fund.conflicted_proposals, fund.free_of_conflicts from public;
--> statement-breakpoint
grant execute on function fund.my_proposals, fund.has_members to fund_applying;
--> statement-breakpoint
grant execute on function fund.conflicted_proposals to fund_reviewing, fund_managing, fund_auditing, fund_finance;
--> statement-breakpoint
grant execute on function fund.free_of_conflicts to fund_managing, fund_auditing;
