-- Why: any side may put a letter into the outbox, in the transaction of the event it tells; only the delivering side
-- takes letters out and learns an address, one letter at a time.
grant usage on schema notifications to fund_public, fund_sessions, fund_applying, fund_reviewing, fund_managing,
  fund_finance, fund_auditing, fund_delivery;
grant usage on schema identity to fund_delivery;

-- The same event, reader and template make the same letter: asked for twice, it exists once. Its language is the reader's.
create function notifications.enqueue(event bigint, recipient uuid, template text, data jsonb, send_after timestamptz)
  returns text language plpgsql security definer set search_path = pg_catalog as $$
declare
  letter_key text := event || ':' || recipient || ':' || template;
  happened timestamptz;
begin
  select events.at into strict happened from audit.events where events.id = enqueue.event;
  insert into notifications.letters (key, event_id, recipient, template, locale, data, send_after, next_attempt_at, created_at)
    select letter_key, enqueue.event, people.id, enqueue.template, people.locale, enqueue.data, enqueue.send_after,
           greatest(happened, enqueue.send_after), happened
    from access.people where people.id = enqueue.recipient
    on conflict (key) do nothing;
  perform pg_notify('letters', '');
  return letter_key;
end $$;

-- Where a letter goes: told only while that letter is being sent.
create function identity.address_for(letter_key text) returns table (name text, email text, locale text)
  language sql stable security definer set search_path = pg_catalog as $$
  select persons.name, persons.email, letters.locale
  from notifications.letters join identity.persons on persons.ref = letters.recipient
  where letters.key = letter_key and letters.state = 'sending'
$$;

-- What a letter is about, for writing it out. A proposal is told only to its own team, comments only to that team and
-- only once the decisions of the call are released; a reviewer's letter holds the call and nothing else.
create function notifications.facts_for(letter_key text) returns jsonb
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  letter record;
  about uuid;
  of_call uuid;
begin
  select letters.recipient, letters.template, letters.data, events.subject_kind, events.subject_id into strict letter
    from notifications.letters join audit.events on events.id = letters.event_id where letters.key = letter_key;
  select members.proposal_id into about from public.proposal_members members
    where members.person = letter.recipient and members.proposal_id::text = letter.data ->> 'proposal';
  select proposals.call_id into of_call from public.proposals where proposals.id = about;
  if letter.subject_kind = 'assignment' then
    select assignments.call_id into of_call from public.assignments
      where assignments.id::text = letter.subject_id and assignments.reviewer = letter.recipient;
  elsif letter.subject_kind = 'call' then
    select calls.id into of_call from public.calls where calls.id::text = letter.subject_id;
  end if;
  return jsonb_build_object(
    'call', (select jsonb_build_object('zone', calls.zone, 'titles',
        (select coalesce(jsonb_object_agg(spoken.key, spoken.value -> 'title'), '{}') from jsonb_each(calls.texts) spoken))
      from public.calls where calls.id = of_call),
    'proposal', (select jsonb_build_object('title', proposals.title, 'months', proposals.months)
      from public.proposals where proposals.id = about),
    'comments', (select coalesce(jsonb_agg(jsonb_build_object('reviewer', assignments.pseudonym, 'comment', reviews.to_applicant)
        order by assignments.pseudonym), '[]')
      from public.reviews join public.assignments on assignments.id = reviews.assignment_id
      where assignments.proposal_id = about and letter.template like 'decision\_%'
        and reviews.locked_at is not null and reviews.to_applicant <> '' and assignments.state <> 'recused'
        and exists (select from public.releases where releases.call_id = of_call and releases.released_at is not null)));
end $$;

-- Every letter ever sent stays as it was sent.
create function notifications.refuse_change() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  raise exception using errcode = 'FU409', message = 'letter_was_sent';
end $$;
create trigger "a sent letter stays as it was sent" before update on notifications.letters
  for each row when (old.state = 'sent') execute function notifications.refuse_change();
create trigger "letters are not thrown away" before delete on notifications.letters
  for each row execute function notifications.refuse_change();

-- Officers do not see letters of, to or about proposals they are conflicted with.
create function notifications.off_limits(event bigint, recipient uuid) returns boolean
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
$$;

-- An officer settles a letter that waits for a person: it leaves (again), or is known to have arrived.
create function notifications.settle(letter_key text, how text, at timestamptz) returns text
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  was record;
begin
  perform fund.must_wear('programme_officer');
  select event_id, recipient, state into was from notifications.letters where key = letter_key for update;
  if not found or notifications.off_limits(was.event_id, was.recipient) then
    raise exception using errcode = 'FU404', message = 'not_found';
  end if;
  if how = 'send_again' and was.state in ('uncertain', 'failed') then
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

revoke execute on all functions in schema notifications from public;
revoke execute on function identity.address_for(text) from public;
grant execute on function notifications.enqueue(bigint, uuid, text, jsonb, timestamptz) to fund_public, fund_sessions,
  fund_applying, fund_reviewing, fund_managing, fund_finance, fund_delivery;
grant execute on function notifications.facts_for(text) to fund_delivery;
grant execute on function notifications.settle(text, text, timestamptz) to fund_managing;
grant execute on function notifications.off_limits(bigint, uuid) to fund_managing, fund_auditing;
grant execute on function identity.address_for(text) to fund_delivery;

alter table notifications.letters enable row level security;
create policy delivering on notifications.letters to fund_delivery using (true);
create policy managing on notifications.letters for select to fund_managing
  using ((select fund.wears('programme_officer')) and not notifications.off_limits(event_id, recipient));
create policy auditing on notifications.letters for select to fund_auditing
  using ((select fund.wears('auditor')) and not notifications.off_limits(event_id, recipient));
grant select on notifications.letters to fund_delivery;
grant update (data, state, attempts, next_attempt_at, subject, html, body_text, message_id, rendered_at, sending_at,
  sent_at, last_error) on notifications.letters to fund_delivery;
-- What a letter was made from, sealed tokens among it, is no page's business.
grant select (key, event_id, recipient, template, locale, state, attempts, send_after, next_attempt_at, subject, html,
  body_text, rendered_at, sending_at, sent_at, last_error, created_at) on notifications.letters to fund_managing, fund_auditing;
