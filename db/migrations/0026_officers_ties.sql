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
-- Worked out once, when it is written: it is compared at every look.
ALTER TABLE "identity"."hosts" ADD COLUMN "words" text GENERATED ALWAYS AS (identity.words_of(normalised_name)) STORED;
--> statement-breakpoint
ALTER TABLE "identity"."hosts" ADD COLUMN "ror_id" text GENERATED ALWAYS AS (identity.ror_id(ror)) STORED;
--> statement-breakpoint
ALTER TABLE "identity"."institutions" ADD COLUMN "words" text GENERATED ALWAYS AS (identity.words_of(normalised_name)) STORED;
--> statement-breakpoint
ALTER TABLE "identity"."institutions" ADD COLUMN "ror_id" text GENERATED ALWAYS AS (identity.ror_id(ror)) STORED;
--> statement-breakpoint
ALTER TABLE "identity"."persons" ADD COLUMN "house" text GENERATED ALWAYS AS (identity.house_of(email)) STORED;
--> statement-breakpoint
create index hosts_words on identity.hosts (words);
--> statement-breakpoint
create index hosts_ror_id on identity.hosts (ror_id);
--> statement-breakpoint
create index persons_house on identity.persons (house collate "C");
--> statement-breakpoint
-- Ties that are found: proposals hosted where somebody works, or worked within three years before they were handed in, and
-- those with a member whose address is of the same house.
-- Asked at every look, so in the language that keeps its plans.
create function identity.ties_of(who uuid) returns table (proposal_id uuid, kind text) language plpgsql stable security definer
  set search_path = pg_catalog set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  place record;
  home text;
  houses text[];
  colleagues uuid[];
begin
  -- Place by place and with what was found before, so that each step is a look into an index, however large the fund is.
  for place in
    select institutions.words, institutions.ror_id, null::date as until
      from identity.persons join identity.institutions on institutions.id = persons.institution where persons.ref = who
    union all
    select institutions.words, institutions.ror_id, affiliations.until
      from identity.affiliations join identity.institutions on institutions.id = affiliations.institution
      where affiliations.person = who
  loop
    return query select proposals.id, 'same_institution' from identity.hosts
      join public.proposals on proposals.id = hosts.proposal_id
      where ((hosts.words = place.words and place.words <> '') or hosts.ror_id = place.ror_id)
        and (place.until is null or place.until >= coalesce(proposals.submitted_at, now()) - interval '3 years');
  end loop;
  select persons.house into home from identity.persons where persons.ref = who;
  if home is null or identity.is_free_mail(reverse(home)) then return; end if;
  -- Her own house, and those it is a part of.
  houses := array(select left(home, at) from generate_series(1, length(home)) at
    where at = length(home) or substr(home, at + 1, 1) = '.');
  colleagues := array(
    select persons.ref from identity.persons where persons.house collate "C" = any (houses)
    union all
    -- Those that are a part of hers: "." comes right before "/".
    select persons.ref from identity.persons
      where persons.house collate "C" > (home || '.') and persons.house collate "C" < (home || '/'));
  return query select members.proposal_id, 'same_email_domain' from public.proposal_members members
    where members.person = any (colleagues);
end $$;
--> statement-breakpoint
revoke execute on function identity.words_of, identity.ror_id, identity.house_of, identity.is_free_mail,
  identity.ties_of from public;
--> statement-breakpoint
-- A conflicted person has fewer rights than a stranger, in every hat at once; her own proposals count as conflicts. Who
-- reviews is compared when she is asked; who works for the fund meets every proposal, and is compared at every look.
create or replace function fund.conflicted_proposals() returns setof uuid language plpgsql stable security definer
  set search_path = pg_catalog as $$
declare
  me uuid := fund.person_at_work();
begin
  return query
    select conflicts.proposal_id from public.conflicts where conflicts.person = me and conflicts.state = 'confirmed'
    union all
    select members.proposal_id from public.proposal_members members where members.person = me;
  if exists (select from access.people where people.id = me
      and people.hats && array['programme_officer', 'finance_officer', 'auditor']) then
    -- A tie that was dismissed with a reason is none.
    return query select ties.proposal_id from identity.ties_of(me) as ties
      where not exists (select from public.conflicts where conflicts.proposal_id = ties.proposal_id
        and conflicts.person = me and conflicts.kind = ties.kind and conflicts.state = 'dismissed');
  end if;
end $$;
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
