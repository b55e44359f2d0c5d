-- Why: an officer who was made a reviewer read by her other hat who applies with the packets she scored, and a reviewer who
-- applied herself scored her rivals. One person stands on one side of the veil, and nobody judges in a call she applies in.
ALTER TABLE "access"."people" ADD CONSTRAINT "a reviewer wears no hat that sees names" CHECK (not ('reviewer' = any (hats) and hats && array['programme_officer','finance_officer','auditor']));
--> statement-breakpoint
create or replace function identity.invite(new_ref uuid, wanted_name text, wanted_email text, hat text, locale text, at timestamptz)
  returns uuid language plpgsql security definer set search_path = pg_catalog as $$
declare
  found_ref uuid;
begin
  perform fund.must_wear('programme_officer');
  if hat <> 'reviewer' then perform fund.refuse('hat_not_for_invitations'); end if;
  select ref into found_ref from identity.persons where lower(email) = lower(wanted_email);
  if found_ref is null then
    insert into access.people (id, locale, created_at) values (new_ref, locale, at);
    insert into identity.persons (ref, name, email) values (new_ref, wanted_name, wanted_email)
      on conflict (lower(email)) do nothing returning ref into found_ref;
    if found_ref is null then
      -- Somebody invited the same address at this very moment: it is her account.
      delete from access.people where id = new_ref;
      select ref into found_ref from identity.persons where lower(email) = lower(wanted_email);
    end if;
  end if;
  -- Herself she may not invite; the product says so, and nothing is given here.
  if found_ref = fund.person_at_work() then return found_ref; end if;
  if exists (select from access.people where id = found_ref
    and hats && array['programme_officer', 'finance_officer', 'auditor']) then
    return null;
  end if;
  update access.people set hats = hats || hat where id = found_ref and not hat = any (hats);
  return found_ref;
end $$;
--> statement-breakpoint
drop function identity.conflict_facts(uuid[], uuid[]);
--> statement-breakpoint
create function identity.conflict_facts(people uuid[], proposals uuid[])
  returns table (person uuid, proposal uuid, person_name text, person_email text, person_institutions jsonb,
                 is_member boolean, host_name text, host_normalised text, host_ror text, team_emails text[], named_people text, applies_in_call boolean)
  language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  perform fund.must_wear('programme_officer');
  return query
    select persons.ref, wanted.id, persons.name, persons.email,
      (select coalesce(jsonb_agg(jsonb_build_object('normalisedName', places.normalised_name, 'ror', places.ror, 'until', places.until)), '[]')
        from (
          select institutions.normalised_name, institutions.ror, null::date as until from identity.institutions where institutions.id = persons.institution
          union all
          select institutions.normalised_name, institutions.ror, affiliations.until from identity.affiliations
            join identity.institutions on institutions.id = affiliations.institution where affiliations.person = persons.ref
        ) places),
      exists (select from public.proposal_members members where members.proposal_id = wanted.id and members.person = persons.ref),
      hosts.name, hosts.normalised_name, hosts.ror,
      (select coalesce(array_agg(team.email), '{}') from public.proposal_members members
        join identity.persons team on team.ref = members.person where members.proposal_id = wanted.id),
      (select coalesce(string_agg(said.words, E'\n'), '') from identity.said(wanted.id)
        where said.question in ('co_investigators', 'partners', 'principal_investigator')),
      exists (select from public.proposal_members members
        join public.proposals own on own.id = members.proposal_id
        join public.proposals rival on rival.id = wanted.id and rival.call_id = own.call_id and rival.id <> own.id
        where members.person = persons.ref and own.state not in ('draft', 'withdrawn', 'abandoned'))
    from unnest(conflict_facts.people) as asked (ref)
    join identity.persons on persons.ref = asked.ref
    cross join (select id from unnest(conflict_facts.proposals) as ids (id)
      where id not in (select fund.conflicted_proposals())) wanted
    left join identity.hosts on hosts.proposal_id = wanted.id;
end $$;
--> statement-breakpoint
revoke execute on function identity.conflict_facts(uuid[], uuid[]) from public;
--> statement-breakpoint
grant execute on function identity.conflict_facts(uuid[], uuid[]) to fund_managing;
