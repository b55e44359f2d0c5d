-- Why: the search for reviewers' names in comments asked as its officer does, who is shown no name of whoever works on a
-- proposal she is conflicted with, in another call too: such a member of the group was not looked for. The search meets all.
create function identity.names_to_look_for(of_call uuid, at timestamptz)
  returns table (ref uuid, name text, email text, institution text)
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  members uuid[] := array(select memberships.person from public.advisory_memberships memberships
    where memberships.call_id = of_call);
begin
  perform fund.must_wear('programme_officer');
  insert into identity.disclosures (viewer, side, refs, because, at)
    values (fund.person_at_work(), identity.may_look(), members, 'advisory_group', names_to_look_for.at);
  return query select persons.ref, persons.name, persons.email, institutions.name
    from identity.persons left join identity.institutions on institutions.id = persons.institution
    where persons.ref = any (members);
end $$;
--> statement-breakpoint
revoke execute on function identity.names_to_look_for from public;
--> statement-breakpoint
grant execute on function identity.names_to_look_for to fund_managing;
