-- Why: verdicts on comments, checks of eligibility, awards and announcements were kept in their order by pages alone, and a
-- release could be written down in another officer's name. The database keeps what is told, and who tells it, in these tables
-- as it does for decisions; grantees of a call are public once it is released, whatever was announced.
create policy "what was told stays as it was" on public.comment_verdicts as restrictive for update to fund_managing
  using (not exists (select from public.assignments join public.releases on releases.call_id = assignments.call_id
    where assignments.id = comment_verdicts.assignment_id and releases.released_at is not null));
--> statement-breakpoint
create policy "nothing joins what was told" on public.comment_verdicts as restrictive for insert to fund_managing
  with check (not exists (select from public.assignments join public.releases on releases.call_id = assignments.call_id
    where assignments.id = comment_verdicts.assignment_id and releases.released_at is not null));
--> statement-breakpoint
create policy "nothing joins what was told" on public.eligibility_decisions as restrictive for insert to fund_managing
  with check (not exists (select from public.proposals join public.releases on releases.call_id = proposals.call_id
    where proposals.id = eligibility_decisions.proposal_id and releases.released_at is not null));
--> statement-breakpoint
create policy "released first" on public.awards as restrictive for insert to fund_managing
  with check (exists (select from public.releases where releases.call_id = awards.call_id and releases.released_at is not null));
--> statement-breakpoint
create policy "released first, and in her own name" on public.announcements as restrictive for insert to fund_managing
  with check (announced_by = fund.person_at_work() and exists (select from public.releases
    where releases.call_id = announcements.call_id and releases.released_at is not null));
--> statement-breakpoint
create policy "prepared in her own name" on public.releases as restrictive for insert to fund_managing
  with check (prepared_by = fund.person_at_work() and released_by is null);
--> statement-breakpoint
create policy "released in her own name" on public.releases as restrictive for update to fund_managing
  using (true) with check (released_by = fund.person_at_work());
--> statement-breakpoint
-- Who prepared stays who prepared: the one who did could else name another, and release by herself.
revoke update on public.releases from fund_managing;
--> statement-breakpoint
grant update (released_by, released_at) on public.releases to fund_managing;
--> statement-breakpoint
grant create on schema visiting to fund_views;
--> statement-breakpoint
set local role fund_views;
--> statement-breakpoint
create or replace view visiting.grantees with (security_barrier) as
  select awards.reference, calls.slug as call_slug, calls.texts as call_texts, calls.opens_at as call_opens_at,
         grantees.title, grantees.summary, grantees.theme, grantees.institution_name, grantees.institution_country,
         grantees.institution_ror, grantees.requested_minor, awards.amount_minor, awards.currency, awards.months,
         awards.starts_on, awards.awarded_at, announcements.announced_at, calls.kind as call_kind
  from public.announced_grantees grantees
  join public.awards on awards.id = grantees.award_id
  join public.calls on calls.id = grantees.call_id
  join public.announcements on announcements.call_id = grantees.call_id
  join public.releases on releases.call_id = grantees.call_id and releases.released_at is not null;
--> statement-breakpoint
reset role;
--> statement-breakpoint
revoke create on schema visiting from fund_views;
