-- Why: reminders, and the letters that end reviewing, hang off their call. An officer in conflict with a proposal could open one
-- to a reviewer of whom her own page counts no open review, and so learn who reviews it; and what she sent herself was counted
-- by what she sees: too few, too late, or not at all. Now the database counts over the whole call, and who does not see the
-- whole call sees none of these letters, whoever reviews what.
create function notifications.remind(of_call uuid, at timestamptz) returns integer
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
        and letters.recipient = assignments.reviewer and letters.created_at > remind.at - interval '1 day')
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
--> statement-breakpoint
revoke execute on function notifications.remind from public;
--> statement-breakpoint
grant execute on function notifications.remind to fund_managing;
--> statement-breakpoint
-- Who was reminded is no officer's question any more.
drop function notifications.reminded_since(uuid[], timestamptz);
--> statement-breakpoint
drop policy managing on notifications.letters;
--> statement-breakpoint
drop policy auditing on notifications.letters;
--> statement-breakpoint
drop function notifications.off_limits(bigint, uuid);
--> statement-breakpoint
-- Officers and auditors do not see letters of, to or about proposals they are conflicted with, nor those that tell who has
-- reviews in a call with such a proposal.
create function notifications.off_limits(event bigint, recipient uuid, template text) returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
  select exists (
      select from public.proposal_members members
      where members.person = off_limits.recipient and members.proposal_id in (select fund.conflicted_proposals()))
    or exists (
      select from audit.events
      left join public.assignments on events.subject_kind = 'assignment' and assignments.id::text = events.subject_id
      where events.id = off_limits.event
        and case when events.subject_kind = 'proposal' then events.subject_id else assignments.proposal_id::text end
          in (select conflicted::text from fund.conflicted_proposals() as conflicted))
    or (off_limits.template in ('reminder', 'reviewing_ended') and exists (
      select from audit.events join public.calls on events.subject_kind = 'call' and calls.id::text = events.subject_id
      where events.id = off_limits.event and not fund.free_of_conflicts(calls.id)))
$$;
--> statement-breakpoint
revoke execute on function notifications.off_limits from public;
--> statement-breakpoint
grant execute on function notifications.off_limits to fund_managing, fund_auditing;
--> statement-breakpoint
create policy managing on notifications.letters for select to fund_managing
  using ((select fund.wears('programme_officer')) and not notifications.off_limits(event_id, recipient, template));
--> statement-breakpoint
create policy auditing on notifications.letters for select to fund_auditing
  using ((select fund.wears('auditor')) and not notifications.off_limits(event_id, recipient, template));
--> statement-breakpoint
create or replace function notifications.settle(letter_key text, how text, at timestamptz) returns text
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  was record;
begin
  perform fund.must_wear('programme_officer');
  select event_id, recipient, template, state into was from notifications.letters where key = letter_key for update;
  if not found or notifications.off_limits(was.event_id, was.recipient, was.template) then
    raise exception using errcode = 'FU404', message = 'not_found';
  end if;
  if how = 'send_again' and was.state in ('uncertain', 'failed', 'kept') then
    update notifications.letters set state = 'queued', next_attempt_at = at, last_error = null
      where key = letter_key;
    perform pg_notify('letters', '');
  elsif how = 'arrived' and was.state = 'uncertain' then
    update notifications.letters set state = 'sent', sent_at = sending_at, data = data - 'token' where key = letter_key;
  else
    perform fund.refuse('letter_needs_nobody');
  end if;
  return was.state;
end $$;
