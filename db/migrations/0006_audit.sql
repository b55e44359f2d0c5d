-- Why: what happened is written by everyone and changed by no one. Events enter by one function, in the transaction of
-- their act; one sealer chains them; triggers refuse every change, also to the owner of the tables.
grant usage on schema audit to fund_public, fund_sessions, fund_applying, fund_reviewing, fund_managing, fund_finance,
  fund_auditing, fund_delivery;

-- Somebody at work can only write in her own name.
create function audit.record(at timestamptz, actor uuid, hat text, act text, subject_kind text, subject_id text, details jsonb)
  returns bigint language plpgsql security definer set search_path = pg_catalog as $$
declare
  at_work uuid := fund.person_at_work();
  event bigint;
begin
  if at_work is not null and actor is distinct from at_work then
    raise exception using errcode = 'FU404', message = 'not_found';
  end if;
  insert into audit.events (at, actor, hat, act, subject_kind, subject_id, details)
    values (record.at, record.actor, record.hat, record.act, record.subject_kind, record.subject_id, record.details)
    returning id into event;
  return event;
end $$;

-- Whoever adds events, by whatever way, leaves them for the sealer.
create function audit.await_seal() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into audit.unsealed (event_id) select id from added on conflict do nothing;
  return null;
end $$;
create trigger "events await their seal" after insert on audit.events
  referencing new table as added for each statement execute function audit.await_seal();

create function audit.refuse_change() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  raise exception using errcode = 'FU409', message = 'audit_is_append_only';
end $$;
do $$
declare
  kept text;
begin
  foreach kept in array array['events', 'chain', 'heads']
  loop
    execute format('create trigger "rows are never changed" before update or delete on audit.%I
      for each row execute function audit.refuse_change()', kept);
    execute format('create trigger "rows are never thrown away" before truncate on audit.%I
      for each statement execute function audit.refuse_change()', kept);
  end loop;
end
$$;

-- The end of the chain, for receipts: a number and a hash, nothing of what happened.
create function audit.head() returns table (seq bigint, hash text)
  language sql stable security definer set search_path = pg_catalog as $$
  select chain.seq, chain.hash from audit.chain order by chain.seq desc limit 1
$$;

revoke execute on all functions in schema audit from public;
grant execute on function audit.record(timestamptz, uuid, text, text, text, text, jsonb) to fund_public, fund_sessions,
  fund_applying, fund_reviewing, fund_managing, fund_finance, fund_auditing, fund_delivery;
grant execute on function audit.head() to fund_applying, fund_managing, fund_auditing, fund_delivery;

-- The sealer works on the delivering side: it reads events, adds to the chain, and clears its own desk.
grant select on audit.events, audit.unsealed, audit.chain, audit.heads to fund_delivery;
grant insert on audit.chain, audit.heads to fund_delivery;
grant delete on audit.unsealed to fund_delivery;

-- Auditors read all of it, except what touches their own proposals and conflicts.
grant select on audit.events, audit.chain, audit.heads to fund_auditing;
alter table audit.events enable row level security;
create policy sealing on audit.events for select to fund_delivery using (true);
create policy auditing on audit.events for select to fund_auditing using ((select fund.wears('auditor'))
  and (subject_kind <> 'proposal' or subject_id not in (select conflicted::text from fund.conflicted_proposals() as conflicted)));
