-- Why: a proposal may be changed after it was submitted without being submitted again. What counts is the version that
-- was frozen: names that stand only there must be found as well, and what is announced is what was submitted.

-- What was said about the team, in the version that counts and in what stands now.
create function identity.said(proposal uuid) returns table (question text, words text)
  language sql stable security definer set search_path = pg_catalog as $$
  select answers.question, answers.text from identity.answers where answers.proposal_id = said.proposal
  union
  select frozen.key, frozen.value from public.proposals
    join public.proposal_versions versions
      on versions.proposal_id = proposals.id and versions.number = proposals.version_number
    join identity.versions kept on kept.version_id = versions.id
    cross join jsonb_each_text(kept.answers) frozen
    where proposals.id = said.proposal $$;
--> statement-breakpoint
revoke execute on function identity.said(uuid) from public;
--> statement-breakpoint
create or replace function identity.conflict_facts(people uuid[], proposals uuid[])
  returns table (person uuid, proposal uuid, person_name text, person_email text, person_institutions jsonb,
                 is_member boolean, host_name text, host_normalised text, host_ror text, team_emails text[], named_people text)
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
        where said.question in ('co_investigators', 'partners', 'principal_investigator'))
    from unnest(conflict_facts.people) as asked (ref)
    join identity.persons on persons.ref = asked.ref
    cross join (select id from unnest(conflict_facts.proposals) as ids (id)
      where id not in (select fund.conflicted_proposals())) wanted
    left join identity.hosts on hosts.proposal_id = wanted.id;
end $$;
--> statement-breakpoint
create or replace function identity.terms_to_clear(proposal uuid, at timestamptz) returns table (kind text, term text)
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform fund.must_wear('programme_officer');
  if proposal in (select fund.conflicted_proposals()) then return; end if;
  insert into identity.disclosures (viewer, side, refs, because, at)
    values (fund.person_at_work(), 'managing', array[proposal], 'anonymity_check', terms_to_clear.at);
  return query
    select 'name', persons.name from public.proposal_members members join identity.persons on persons.ref = members.person
      where members.proposal_id = proposal
    union select 'email', persons.email from public.proposal_members members join identity.persons on persons.ref = members.person
      where members.proposal_id = proposal
    union select 'institution', hosts.name from identity.hosts where hosts.proposal_id = proposal
    union select case said.question when 'orcid' then 'number' when 'host_institution' then 'institution'
        when 'principal_investigator' then 'name' when 'safeguarding_lead' then 'name' when 'co_investigators' then 'people'
        else 'places' end, said.words
      from identity.said(proposal) where said.question in ('orcid', 'host_institution',
        'principal_investigator', 'safeguarding_lead', 'co_investigators', 'partners', 'ethics_body');
end $$;
--> statement-breakpoint
create or replace function identity.announce(call uuid, at timestamptz) returns integer
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  announced integer;
begin
  perform fund.must_wear('programme_officer');
  insert into public.announced_grantees (award_id, call_id, title, summary, theme, institution_name, institution_country,
                                         institution_ror, requested_minor)
    select awards.id, awards.call_id, coalesce(versions.blind ->> 'title', proposals.title),
           coalesce(versions.blind ->> 'summary', ''), coalesce(versions.blind ->> 'theme', proposals.theme),
           hosts.name, hosts.country, hosts.ror, proposals.requested_minor
    from public.awards
    join public.proposals on proposals.id = awards.proposal_id
    join identity.hosts on hosts.proposal_id = awards.proposal_id
    join public.proposal_versions versions
      on versions.proposal_id = proposals.id and versions.number = proposals.version_number
    where awards.call_id = call and proposals.state = 'awarded';
  get diagnostics announced = row_count;
  insert into identity.disclosures (viewer, side, refs, because, at)
    select fund.person_at_work(), 'managing', coalesce(array_agg(proposal_id), '{}'), 'announcement', announce.at
    from public.awards where call_id = call
      and id in (select award_id from public.announced_grantees where call_id = call);
  return announced;
end $$;
