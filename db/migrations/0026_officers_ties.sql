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
-- Proposals hosted where somebody works, or worked within three years before they were handed in, and those with a member
-- whose address is of the same house. A tie that was dismissed with a reason is none.
create function identity.tied_proposals(who uuid) returns setof uuid language sql stable security definer
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
    ), ties as (
      select hosted.proposal_id, 'same_institution' as kind from hosted
        join public.proposals on proposals.id = hosted.proposal_id
        where hosted.until is null or hosted.until >= coalesce(proposals.submitted_at, now()) - interval '3 years'
      union
      select members.proposal_id, 'same_email_domain' from colleagues
        join public.proposal_members members on members.person = colleagues.ref
    )
    select proposal_id from ties where not exists (select from public.conflicts
      where conflicts.proposal_id = ties.proposal_id and conflicts.person = who and conflicts.kind = ties.kind
        and conflicts.state = 'dismissed')
  $$;
--> statement-breakpoint
revoke execute on function identity.words_of, identity.ror_id, identity.house_of, identity.is_free_mail,
  identity.tied_proposals from public;
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
    select tied from identity.tied_proposals(fund.person_at_work()) as tied
      where (select exists (select from access.people where id = fund.person_at_work()
        and hats && array['programme_officer', 'finance_officer', 'auditor']))
  $$;
