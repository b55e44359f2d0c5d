-- Why: a letter that waited for the mail server left as it was ordered: a reminder of a review that was locked meanwhile, an
-- assignment that was given back, a link that works no longer. It is looked at again when it is about to leave, and what is no
-- longer so stays, with the reason for officers to read.
ALTER TABLE "notifications"."letters" DROP CONSTRAINT "a letter has a state";--> statement-breakpoint
ALTER TABLE "notifications"."letters" ADD CONSTRAINT "a letter has a state" CHECK ("state" in ('queued', 'sending', 'uncertain', 'failed', 'kept', 'unneeded', 'sent'));
--> statement-breakpoint
create function notifications.no_longer_true(letter_key text, link text, at timestamptz) returns text
  language sql stable security definer set search_path = pg_catalog as $$
  select case
    when letters.template = 'reminder' and events.subject_kind = 'call' then case
      when exists (select from public.releases where releases.call_id::text = events.subject_id)
        then 'the reviews of its call are closed'
      when not exists (select from public.assignments where assignments.call_id::text = events.subject_id
          and assignments.reviewer = letters.recipient and assignments.state = 'assigned')
        then 'no review waits for its reader any more' end
    when letters.template = 'assignment' and events.subject_kind = 'assignment' then case
      when not exists (select from public.assignments where assignments.id::text = events.subject_id
          and assignments.state = 'assigned'
          and not exists (select from public.releases where releases.call_id = assignments.call_id and releases.released_at is not null))
        then 'the review it asks for is not open any more' end
    when no_longer_true.link <> '' and not exists (select from access.one_time_links where one_time_links.hash = no_longer_true.link
        and one_time_links.used_at is null and one_time_links.expires_at > no_longer_true.at)
      then 'its link does not work any more' end
  from notifications.letters join audit.events on events.id = letters.event_id where letters.key = letter_key
$$;
--> statement-breakpoint
revoke execute on function notifications.no_longer_true from public;
--> statement-breakpoint
grant execute on function notifications.no_longer_true to fund_delivery;
--> statement-breakpoint
-- A reminder that did not leave reminded nobody.
create or replace function notifications.remind(of_call uuid, at timestamptz) returns integer
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  event bigint;
  waiting record;
  ordered integer := 0;
begin
  perform fund.must_wear('programme_officer');
  for waiting in
    select assignments.reviewer, count(*) as open, min(assignments.due_at) as due_at from public.assignments
    where assignments.call_id = of_call and assignments.state = 'assigned'
      and not exists (select from notifications.letters where letters.template = 'reminder'
        and letters.recipient = assignments.reviewer and letters.created_at > remind.at - interval '1 day'
        and letters.state <> 'unneeded')
    group by assignments.reviewer order by assignments.reviewer
  loop
    event := coalesce(event, audit.record(remind.at, fund.person_at_work(), 'programme_officer', 'reviewers reminded',
      'call', of_call::text, '{}'));
    perform notifications.enqueue(event, waiting.reviewer, 'reminder', jsonb_build_object('open', waiting.open,
      'dueAt', to_char(waiting.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), null);
    ordered := ordered + 1;
  end loop;
  -- How many are reminded tells an officer who sees a part of the call how many review the rest.
  return case when fund.free_of_conflicts(of_call) then ordered end;
end $$;
