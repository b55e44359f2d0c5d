-- Why: an officer could find that a tie counts after all while the reviewer had the proposal in hand, or had scored it. Her
-- review then stood although she is conflicted. Now the tie itself ends it, whoever writes it down. And a recusal that began
-- before a preparation and ended after it was missed by the release, because it bore the earlier instant.
create function fund.end_reviews(of_proposal uuid, of_reviewer uuid, because text, at timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  release record;
begin
  select * into release from public.releases join public.proposals on proposals.call_id = releases.call_id
    where proposals.id = of_proposal;
  update public.assignments
    -- What applicants were told stays as it was told; its reviewer only loses sight of it.
    set state = case when state = 'locked' and release.released_at is not null then state else 'recused' end,
      -- What was prepared did not know of it, whatever the clocks say.
      recused_at = greatest(at, release.prepared_at + interval '1 millisecond'), recused_because = because
    where proposal_id = of_proposal and reviewer = of_reviewer and state not in ('recused', 'closed') and recused_at is null;
end $$;
--> statement-breakpoint
create function fund.conflict_ends_reviews() returns trigger language plpgsql security definer
  set search_path = pg_catalog as $$
begin
  perform fund.end_reviews(new.proposal_id, new.person, new.kind, coalesce(new.settled_at, new.found_at));
  return null;
end $$;
--> statement-breakpoint
revoke execute on function fund.end_reviews, fund.conflict_ends_reviews from public;
--> statement-breakpoint
create trigger "a conflict ends reviews" after insert or update on public.conflicts
  for each row when (new.state = 'confirmed') execute function fund.conflict_ends_reviews();
--> statement-breakpoint
-- Those that stand since before.
select fund.end_reviews(proposal_id, person, kind, coalesce(settled_at, found_at)) from public.conflicts where state = 'confirmed';
--> statement-breakpoint
create or replace function reviewing.recuse(packet_code text, because text, at timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  mine record;
  held uuid := (select packets.call_id from public.packets where code = packet_code);
begin
  -- A preparation or a release that is under way is waited for, in the order in which they hold these rows.
  perform from public.calls where id = held for share;
  perform from public.releases where releases.call_id = held for share;
  select assignments.id, assignments.proposal_id, assignments.reviewer into mine
    from public.assignments join public.packets on packets.id = assignments.packet_id
    where packets.code = packet_code and assignments.reviewer = fund.person_at_work() and fund.wears('reviewer')
      and assignments.state not in ('recused', 'closed') and assignments.recused_at is null
    for update of assignments;
  if mine.id is null then raise exception using errcode = 'FU404', message = 'not_found'; end if;
  perform fund.end_reviews(mine.proposal_id, mine.reviewer, because, at);
  insert into public.conflicts (proposal_id, person, kind, state, found_at, settled_at, settled_because)
    values (mine.proposal_id, mine.reviewer, 'recusal', 'confirmed', at, at, because) on conflict do nothing;
end $$;
--> statement-breakpoint
-- The words of a name were parted at fewer signs than in app/values/normalised-text.ts: one that nobody sees kept two hosts
-- apart. What is a letter or a digit is asked of the Unicode tables that come with PostgreSQL, whatever its locale is.
create or replace function identity.words_of(name text) returns text language sql immutable
  as $$ select btrim(regexp_replace(name collate "und-x-icu", '[^[:alnum:]]+', ' ', 'g')) $$;
--> statement-breakpoint
-- What was worked out with the older words is worked out again.
alter table identity.hosts drop column words;
--> statement-breakpoint
alter table identity.hosts add column words text generated always as (identity.words_of(normalised_name)) stored;
--> statement-breakpoint
create index hosts_words on identity.hosts (words);
--> statement-breakpoint
alter table identity.institutions drop column words;
--> statement-breakpoint
alter table identity.institutions add column words text generated always as (identity.words_of(normalised_name)) stored;
