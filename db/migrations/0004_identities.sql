-- Why: the door. Names, addresses and institutions live in the schema identity, where no login has a right; these
-- functions are the only way in, each for the sides that need it, each in the caller's own transaction.
grant usage on schema identity to fund_sessions, fund_applying, fund_managing, fund_finance, fund_auditing, fund_delivery;
grant usage on schema access to fund_sessions, fund_managing, fund_auditing;
grant select, insert, update, delete on access.sessions, access.one_time_links, access.attempts to fund_sessions;
grant select on access.people to fund_sessions, fund_managing, fund_auditing;
grant update (locale) on access.people to fund_sessions;

-- Accounts. The answer is null where the address is taken; only the letter that follows knows the difference.
create function identity.sign_up(ref uuid, name text, email text, password_hash text, locale text, at timestamptz)
  returns boolean language plpgsql security definer set search_path = pg_catalog as $$
begin
  if exists (select from identity.persons where lower(persons.email) = lower(sign_up.email)) then return false; end if;
  insert into access.people (id, locale, created_at) values (ref, locale, at);
  insert into identity.persons (ref, name, email, password_hash) values (ref, name, email, password_hash);
  return true;
exception when unique_violation then
  return false;
end $$;

create function identity.credentials(wanted text)
  returns table (ref uuid, password_hash text, email_verified_at timestamptz)
  language sql stable security definer set search_path = pg_catalog as $$
  select ref, password_hash, email_verified_at from identity.persons where lower(email) = lower(wanted)
$$;

create function identity.set_password(person uuid, hash text) returns void
  language sql security definer set search_path = pg_catalog as $$
  update identity.persons set password_hash = hash where ref = person
$$;

create function identity.verify_email(person uuid, at timestamptz) returns void
  language sql security definer set search_path = pg_catalog as $$
  update identity.persons set email_verified_at = coalesce(email_verified_at, at) where ref = person
$$;

-- A person may see her own name and address; that is no disclosure.
create function identity.myself() returns table (ref uuid, name text, email text, country text, institution text)
  language sql stable security definer set search_path = pg_catalog as $$
  select persons.ref, persons.name, persons.email, persons.country, institutions.name
  from identity.persons left join identity.institutions on institutions.id = persons.institution
  where persons.ref = fund.person_at_work()
$$;

-- An invitation finds the account of an address or makes one without a password.
create function identity.invite(new_ref uuid, wanted_name text, wanted_email text, hat text, locale text, at timestamptz)
  returns uuid language plpgsql security definer set search_path = pg_catalog as $$
declare
  found_ref uuid;
begin
  perform fund.must_wear('programme_officer');
  if hat <> 'reviewer' then perform fund.refuse('hat_not_for_invitations'); end if;
  select ref into found_ref from identity.persons where lower(email) = lower(wanted_email);
  if found_ref is null then
    found_ref := new_ref;
    insert into access.people (id, locale, created_at) values (new_ref, locale, at);
    insert into identity.persons (ref, name, email) values (new_ref, wanted_name, wanted_email);
  end if;
  update access.people set hats = hats || hat where id = found_ref and not hat = any (hats);
  return found_ref;
end $$;

-- The link of an invitation; officers can make no other kind.
create function access.offer_invitation(invited uuid, link_hash text, valid_until timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform fund.must_wear('programme_officer');
  insert into access.one_time_links (hash, person, purpose, expires_at) values (link_hash, invited, 'invitation', valid_until);
end $$;
revoke execute on function access.offer_invitation from public;
grant execute on function access.offer_invitation to fund_managing;

-- The identity part of a proposal, for its own team.
create function identity.my_answers(proposal uuid)
  returns table (question text, answer text, version integer, author uuid, updated_at timestamptz)
  language sql stable security definer set search_path = pg_catalog as $$
  select question, text, version, author, updated_at from identity.answers
  where proposal_id = proposal and proposal in (select fund.my_proposals())
$$;

-- Writes an answer if it still stands at the version it was based on; false when somebody was faster.
create function identity.save_answer(proposal uuid, asked text, base integer, answer text, kept_as text, at timestamptz)
  returns boolean language plpgsql security definer set search_path = pg_catalog as $$
declare
  me uuid := fund.person_at_work();
begin
  if proposal not in (select fund.my_proposals()) then perform fund.refuse('not_found'); end if;
  if base = 0 then
    insert into identity.answers (proposal_id, question, text, version, author, updated_at)
      values (proposal, asked, answer, 1, me, at) on conflict do nothing;
  else
    update identity.answers set text = answer, version = base + 1, author = me, updated_at = at
      where proposal_id = proposal and question = asked and version = base;
  end if;
  if not found then return false; end if;
  -- What one author saves within five minutes of the first save is one version, unless another text came between.
  update identity.answer_history set text = answer, version = base + 1
    where id = (select max(id) from identity.answer_history where proposal_id = proposal and question = asked)
      and author = me and kept = kept_as and answer_history.at > save_answer.at - interval '5 minutes';
  if found then return true; end if;
  insert into identity.answer_history (proposal_id, question, version, text, author, at, kept)
    values (proposal, asked, base + 1, answer, me, at, kept_as);
  return true;
end $$;

-- Keeps a text that lost a race, so that no word is lost.
create function identity.keep_text(proposal uuid, asked text, base integer, answer text, kept_as text, at timestamptz)
  returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  if proposal not in (select fund.my_proposals()) then perform fund.refuse('not_found'); end if;
  insert into identity.answer_history (proposal_id, question, version, text, author, at, kept)
    values (proposal, asked, base, answer, fund.person_at_work(), at, kept_as);
end $$;

-- Freezes the identity part beside the version that is being submitted, and the host institution for matching.
create function identity.freeze(version uuid, proposal uuid, host_name text, host_normalised text, host_ror text,
                                host_country text, host_sector text)
  returns jsonb language plpgsql security definer set search_path = pg_catalog as $$
declare
  frozen jsonb;
begin
  if proposal not in (select fund.my_proposals()) then perform fund.refuse('not_found'); end if;
  select coalesce(jsonb_object_agg(question, text), '{}') into frozen from identity.answers where proposal_id = proposal;
  insert into identity.versions (version_id, answers) values (version, frozen);
  insert into identity.hosts (proposal_id, name, normalised_name, ror, country, sector)
    values (proposal, host_name, host_normalised, host_ror, host_country, host_sector)
    on conflict (proposal_id) do update set name = excluded.name, normalised_name = excluded.normalised_name,
      ror = excluded.ror, country = excluded.country, sector = excluded.sector;
  return frozen;
end $$;

create function identity.save_document_name(document uuid, original text) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not exists (select from public.documents where id = document and proposal_id in (select fund.my_proposals())) then
    perform fund.refuse('not_found');
  end if;
  insert into identity.document_names (document_id, name) values (document, original) on conflict do nothing;
end $$;

create function identity.document_names(proposal uuid) returns table (document_id uuid, name text)
  language sql stable security definer set search_path = pg_catalog as $$
  select names.document_id, names.name from identity.document_names names
  join public.documents on documents.id = names.document_id
  where documents.proposal_id = proposal and proposal in (select fund.my_proposals())
$$;

create function identity.my_team(proposal uuid) returns table (ref uuid, name text, email text, role text)
  language sql stable security definer set search_path = pg_catalog as $$
  select persons.ref, persons.name, persons.email, members.role
  from public.proposal_members members join identity.persons on persons.ref = members.person
  where members.proposal_id = proposal and proposal in (select fund.my_proposals())
$$;

-- Disclosures: one row per act, written by the function that returns the names, for a reason of the privacy notice.
alter table identity.disclosures add constraint "a look has a reason of the privacy notice" check (because in (
  'list_of_proposals', 'eligibility_check', 'anonymity_check', 'assigning_reviewers', 'advisory_group', 'decision',
  'letters', 'announcement', 'audit'));
create function identity.may_look() returns text language plpgsql stable security definer
  set search_path = pg_catalog as $$
begin
  if fund.wears('programme_officer') then return 'managing'; end if;
  if fund.wears('auditor') then return 'auditing'; end if;
  if fund.wears('finance_officer') then return 'finance'; end if;
  raise exception using errcode = 'FU404', message = 'not_found';
end $$;

create function identity.disclose(refs uuid[], because text, at timestamptz)
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
          and members.person <> fund.person_at_work());
end $$;

-- Who applies: principal investigator and host institution of proposals; the refs written down are the proposals'.
create function identity.disclose_applicants(proposals uuid[], because text, at timestamptz)
  returns table (proposal uuid, investigator text, email text, institution text, country text, sector text)
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  side text := identity.may_look();
begin
  insert into identity.disclosures (viewer, side, refs, because, at)
    values (fund.person_at_work(), side, proposals, disclose_applicants.because, disclose_applicants.at);
  return query
    select members.proposal_id, persons.name, persons.email, hosts.name, hosts.country, hosts.sector
    from public.proposal_members members
    join identity.persons on persons.ref = members.person
    left join identity.hosts on hosts.proposal_id = members.proposal_id
    where members.role = 'principal_investigator' and members.proposal_id = any (proposals)
      and members.proposal_id not in (select fund.conflicted_proposals());
end $$;

-- The frozen identity part of one proposal, for the eligibility check.
create function identity.disclose_part(proposal uuid, because text, at timestamptz) returns jsonb
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  side text := identity.may_look();
  part jsonb;
begin
  if proposal in (select fund.conflicted_proposals()) then return null; end if;
  insert into identity.disclosures (viewer, side, refs, because, at)
    values (fund.person_at_work(), side, array[proposal], disclose_part.because, disclose_part.at);
  select versions.answers into part from identity.versions
    join public.proposal_versions on proposal_versions.id = versions.version_id
    where proposal_versions.proposal_id = proposal order by proposal_versions.number desc limit 1;
  return part;
end $$;

-- What has to be compared to find conflicts between people and proposals; only app/identities calls it.
create function identity.conflict_facts(people uuid[], proposals uuid[])
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
      (select coalesce(string_agg(answers.text, E'\n'), '') from identity.answers
        where answers.proposal_id = wanted.id and answers.question in ('co_investigators', 'partners', 'principal_investigator'))
    from unnest(conflict_facts.people) as asked (ref)
    join identity.persons on persons.ref = asked.ref
    cross join (select id from unnest(conflict_facts.proposals) as ids (id)
      where id not in (select fund.conflicted_proposals())) wanted
    left join identity.hosts on hosts.proposal_id = wanted.id;
end $$;

-- Words that must not be left in a blind packet, with what each is; the check is a disclosure.
create function identity.terms_to_clear(proposal uuid, at timestamptz) returns table (kind text, term text)
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
    union select case answers.question when 'orcid' then 'number' when 'host_institution' then 'institution'
        when 'principal_investigator' then 'name' when 'safeguarding_lead' then 'name' when 'co_investigators' then 'people'
        else 'places' end, answers.text
      from identity.answers where answers.proposal_id = proposal and answers.question in ('orcid', 'host_institution',
        'principal_investigator', 'safeguarding_lead', 'co_investigators', 'partners', 'ethics_body');
end $$;

-- The announcement: who becomes public, frozen from what was submitted; a grantee who stepped back does not.
create function identity.announce(call uuid, at timestamptz) returns integer
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  announced integer;
begin
  perform fund.must_wear('programme_officer');
  insert into public.announced_grantees (award_id, call_id, title, summary, theme, institution_name, institution_country,
                                         institution_ror, requested_minor)
    select awards.id, awards.call_id, proposals.title, coalesce(versions.blind ->> 'summary', ''), proposals.theme,
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

-- Nobody may call a function of the door unless it is named here.
do $$
declare
  rule record;
begin
  execute 'revoke execute on all functions in schema identity from public';
  for rule in select * from (values
    ('sign_up', 'fund_sessions'), ('credentials', 'fund_sessions'), ('set_password', 'fund_sessions'),
    ('verify_email', 'fund_sessions'), ('myself', 'fund_sessions'),
    ('my_answers', 'fund_applying'), ('save_answer', 'fund_applying'), ('keep_text', 'fund_applying'),
    ('freeze', 'fund_applying'), ('save_document_name', 'fund_applying'), ('document_names', 'fund_applying'),
    ('my_team', 'fund_applying'),
    ('invite', 'fund_managing'), ('disclose', 'fund_managing'), ('disclose', 'fund_auditing'), ('disclose', 'fund_finance'),
    ('disclose_applicants', 'fund_managing'), ('disclose_applicants', 'fund_auditing'),
    ('disclose_part', 'fund_managing'), ('conflict_facts', 'fund_managing'), ('terms_to_clear', 'fund_managing'),
    ('announce', 'fund_managing')
  ) as list (name, login)
  loop
    execute format('grant execute on function identity.%I to %I', rule.name, rule.login);
  end loop;
end
$$;
