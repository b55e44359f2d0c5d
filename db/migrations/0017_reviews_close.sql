-- Why: officers prepare a release by the reviews they have read. A score or a comment that came later would change the
-- ranking under decisions already taken, and go to an applicant unread; a review is open until its release is prepared.
create or replace function reviewing.hold(packet_code text) returns uuid
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  held uuid;
  held_state text;
  held_call uuid;
  locked timestamptz;
begin
  select assignments.id, assignments.state, assignments.call_id into held, held_state, held_call
    from public.assignments join public.packets on packets.id = assignments.packet_id
    join public.advisory_memberships memberships
      on memberships.call_id = assignments.call_id and memberships.person = assignments.reviewer
    where packets.code = packet_code and assignments.reviewer = fund.person_at_work() and fund.wears('reviewer')
      and memberships.agreed_at is not null
      and assignments.proposal_id not in (select fund.conflicted_proposals())
    for update of assignments;
  if held is null or held_state in ('recused', 'closed') then
    raise exception using errcode = 'FU404', message = 'not_found';
  end if;
  -- Held against a release that is being prepared at this moment: the review is in before it, or comes too late.
  perform from public.calls where id = held_call for key share;
  insert into public.reviews (assignment_id) values (held) on conflict do nothing;
  select locked_at into locked from public.reviews where assignment_id = held for update;
  if locked is not null or held_state = 'locked' then perform fund.refuse('review_is_locked'); end if;
  if exists (select from public.releases where releases.call_id = held_call) then
    perform fund.refuse('reviews_are_closed');
  end if;
  return held;
end $$;
--> statement-breakpoint
-- The view belongs to fund_views, which may make one only here.
grant create on schema reviewing to fund_views;
--> statement-breakpoint
set local role fund_views;
--> statement-breakpoint
create or replace view reviewing.calls with (security_barrier) as
  select id, slug, currency, closes_at, scoring_closes_at, zone, form, rubric, texts,
    exists (select from public.releases where releases.call_id = calls.id) as reviews_closed
  from public.calls
  where id in (select call_id from public.advisory_memberships where person = fund.person_at_work())
    and (select fund.wears('reviewer'));
--> statement-breakpoint
reset role;
--> statement-breakpoint
revoke create on schema reviewing from fund_views;
