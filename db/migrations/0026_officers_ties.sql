-- Why: an officer, a finance officer or an auditor who works where an applicant works is as conflicted as a reviewer would
-- be, and nobody compared them with proposals. Now every look does: whoever works for the fund is in conflict with what her
-- own institution hosts, and with what a team of her own house's address applies for, in every list, count and act.
-- These four name nothing but what PostgreSQL brings, and have no path of their own, so that the planner sees through them.
create function identity.words_of(name text) returns text language sql immutable
  as $$ select btrim(regexp_replace(name, '[[:space:][:punct:]–—‐‑“”‘’«»،؛·]+', ' ', 'g')) $$;
--> statement-breakpoint
create function identity.ror_id(ror text) returns text language sql immutable
  as $$ select regexp_replace(rtrim(lower(btrim(ror)), '/'), '^.*/', '') $$;
--> statement-breakpoint
-- The domain of an address from its end, so that those of departments begin with that of their house.
create function identity.house_of(email text) returns text language sql immutable
  as $$ select reverse(lower(substring(email from '[^@]*$'))) $$;
--> statement-breakpoint
-- Providers with which anybody has an address; the same as in app/conflicts/free-mail.ts.
create function identity.is_free_mail(domain text) returns boolean language sql immutable
  as $$ select domain in ('gmail.com', 'googlemail.com', 'outlook.com', 'hotmail.com', 'live.com', 'msn.com', 'yahoo.com',
      'ymail.com', 'rediffmail.com', 'aol.com', 'icloud.com', 'me.com', 'proton.me', 'protonmail.com', 'gmx.net', 'gmx.de',
      'web.de', 'orange.fr', 'yandex.ru', 'mail.ru', 'zoho.com', 'qq.com', '163.com', '126.com', 'naver.com', 'freemail.example')
    or domain ~ '^(yahoo|hotmail|outlook|live)(\.[a-z]{2,3}){1,2}$' $$;
--> statement-breakpoint
create index hosts_words on identity.hosts (identity.words_of(normalised_name));
--> statement-breakpoint
create index hosts_ror_id on identity.hosts (identity.ror_id(ror));
--> statement-breakpoint
create index persons_house on identity.persons ((identity.house_of(email) collate "C"));
--> statement-breakpoint
-- Ties that are found: proposals hosted where somebody works, or worked within three years before they were handed in, and
-- those with a member whose address is of the same house.
create function identity.ties_of(who uuid) returns table (proposal_id uuid, kind text) language sql stable security definer
  set search_path = pg_catalog
  as $$
    with places as (
      select institutions.normalised_name, institutions.ror, null::date as until
        from identity.persons join identity.institutions on institutions.id = persons.institution where persons.ref = who
      union all
      select institutions.normalised_name, institutions.ror, affiliations.until
        from identity.affiliations join identity.institutions on institutions.id = affiliations.institution
        where affiliations.person = who
    ), hosted as (
      select hosts.proposal_id, places.until from places
        join identity.hosts on identity.words_of(hosts.normalised_name) = identity.words_of(places.normalised_name)
        where identity.words_of(places.normalised_name) <> ''
      union
      select hosts.proposal_id, places.until from places
        join identity.hosts on identity.ror_id(hosts.ror) = identity.ror_id(places.ror)
    ), home as (
      select identity.house_of(persons.email) as house from identity.persons
        where persons.ref = who and not identity.is_free_mail(reverse(identity.house_of(persons.email)))
    ), parents as (
      select left(home.house, place) as house from home, generate_series(1, length(home.house)) place
        where place = length(home.house) or substr(home.house, place + 1, 1) = '.'
    ), colleagues as (
      select persons.ref from parents join identity.persons
        on identity.house_of(persons.email) collate "C" = parents.house collate "C"
      union
      select persons.ref from home join identity.persons
        on identity.house_of(persons.email) collate "C" > (home.house || '.') collate "C"
        and identity.house_of(persons.email) collate "C" < (home.house || '/') collate "C"
    )
    select hosted.proposal_id, 'same_institution' from hosted
      join public.proposals on proposals.id = hosted.proposal_id
      where hosted.until is null or hosted.until >= coalesce(proposals.submitted_at, now()) - interval '3 years'
    union
    select members.proposal_id, 'same_email_domain' from colleagues
      join public.proposal_members members on members.person = colleagues.ref
  $$;
--> statement-breakpoint
revoke execute on function identity.words_of, identity.ror_id, identity.house_of, identity.is_free_mail,
  identity.ties_of from public;
--> statement-breakpoint
-- A conflicted person has fewer rights than a stranger, in every hat at once; her own proposals count as conflicts. Who
-- reviews is compared when she is asked; who works for the fund meets every proposal, and is compared at every look.
create or replace function fund.conflicted_proposals() returns setof uuid language sql stable security definer
  set search_path = pg_catalog
  as $$
    select proposal_id from public.conflicts where person = fund.person_at_work() and state = 'confirmed'
    union
    select proposal_id from public.proposal_members where person = fund.person_at_work()
    union
    select ties.proposal_id from access.people, identity.ties_of(people.id) as ties
      where people.id = fund.person_at_work() and people.hats && array['programme_officer', 'finance_officer', 'auditor']
        -- A tie that was dismissed with a reason is none.
        and not exists (select from public.conflicts where conflicts.proposal_id = ties.proposal_id
          and conflicts.person = people.id and conflicts.kind = ties.kind and conflicts.state = 'dismissed')
  $$;
--> statement-breakpoint
-- The ties between a proposal and who works for the fund, for the officer who settles them; no names.
create function identity.ties_with(proposal uuid) returns table (person uuid, kind text) language plpgsql stable security definer
  set search_path = pg_catalog as $$
begin
  perform fund.must_wear('programme_officer');
  if proposal in (select fund.conflicted_proposals()) then return; end if;
  return query select people.id, ties.kind from access.people, identity.ties_of(people.id) as ties
    where people.hats && array['programme_officer', 'finance_officer', 'auditor'] and ties.proposal_id = proposal;
end $$;
--> statement-breakpoint
revoke execute on function identity.ties_with from public;
--> statement-breakpoint
grant execute on function identity.ties_with to fund_managing;
