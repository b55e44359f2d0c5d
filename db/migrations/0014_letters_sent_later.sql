-- Why: a letter that was kept because there was no mail server could never leave, whatever an officer wanted; once there
-- is one, she can send it. What is kept without being asked for stays kept.
create or replace function notifications.settle(letter_key text, how text, at timestamptz) returns text
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  was record;
begin
  perform fund.must_wear('programme_officer');
  select event_id, recipient, state into was from notifications.letters where key = letter_key for update;
  if not found or notifications.off_limits(was.event_id, was.recipient) then
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
