-- Why: the reviewing login may write nothing by itself; each of its acts is a function that looks again whether the
-- assignment is hers, open and not locked.
create function reviewing.agree(call uuid, agreement_version text, at timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  update public.advisory_memberships set agreed_at = coalesce(agreed_at, at), agreement = coalesce(agreement, agreement_version)
    where call_id = call and person = fund.person_at_work() and fund.wears('reviewer');
  if not found then raise exception using errcode = 'FU404', message = 'not_found'; end if;
end $$;

-- Holds the review of an open assignment until the end of the transaction, so that saving and locking do not cross.
-- Once applicants were told, reviews stay as they were told.
create function reviewing.hold(packet_code text) returns uuid
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  held uuid;
  held_state text;
  locked timestamptz;
begin
  select assignments.id, assignments.state into held, held_state
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
  insert into public.reviews (assignment_id) values (held) on conflict do nothing;
  select locked_at into locked from public.reviews where assignment_id = held for update;
  if locked is not null or held_state = 'locked' then perform fund.refuse('review_is_locked'); end if;
  if exists (select from public.releases join public.assignments on assignments.call_id = releases.call_id
    where assignments.id = held and releases.released_at is not null) then
    perform fund.refuse('decisions_are_released');
  end if;
  return held;
end $$;

-- Saves a score as a new version; earlier values stay in the history.
create function reviewing.save_score(packet_code text, asked text, given integer, unable text, at timestamptz) returns integer
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  held uuid := reviewing.hold(packet_code);
  next_version integer;
begin
  select coalesce(max(version), 0) + 1 into next_version from public.score_history where assignment_id = held and criterion = asked;
  insert into public.score_history (assignment_id, criterion, value, unable_because, version, at)
    values (held, asked, given, unable, next_version, save_score.at);
  if given is null and unable is null then
    delete from public.scores where assignment_id = held and criterion = asked;
  else
    insert into public.scores (assignment_id, criterion, value, unable_because, version, at)
      values (held, asked, given, unable, next_version, save_score.at)
      on conflict (assignment_id, criterion) do update
        set value = excluded.value, unable_because = excluded.unable_because, version = excluded.version, at = excluded.at;
  end if;
  update public.reviews set saved_at = save_score.at where assignment_id = held;
  return next_version;
end $$;

create function reviewing.save_comments(packet_code text, advisory_group text, applicant text, at timestamptz) returns integer
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  held uuid := reviewing.hold(packet_code);
  next_version integer;
begin
  update public.reviews set to_advisory_group = advisory_group, to_applicant = applicant, version = version + 1, saved_at = save_comments.at
    where assignment_id = held returning version into next_version;
  return next_version;
end $$;

create function reviewing.lock_review(packet_code text, at timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  held uuid := reviewing.hold(packet_code);
begin
  update public.reviews set locked_at = at where assignment_id = held;
  update public.assignments set state = 'locked' where id = held;
end $$;

-- A reviewer may step aside at any time before the lock is opened for the meeting; access ends in that moment.
create function reviewing.recuse(packet_code text, because text, at timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  mine record;
begin
  select assignments.id, assignments.proposal_id, assignments.reviewer into mine
    from public.assignments join public.packets on packets.id = assignments.packet_id
    where packets.code = packet_code and assignments.reviewer = fund.person_at_work() and fund.wears('reviewer')
      and assignments.state not in ('recused', 'closed')
    for update of assignments;
  if mine.id is null then raise exception using errcode = 'FU404', message = 'not_found'; end if;
  update public.assignments set state = 'recused', recused_at = at, recused_because = because where id = mine.id;
  insert into public.conflicts (proposal_id, person, kind, state, found_at, settled_at, settled_because)
    values (mine.proposal_id, mine.reviewer, 'recusal', 'confirmed', at, at, because) on conflict do nothing;
end $$;

revoke execute on all functions in schema reviewing from public;
grant execute on all functions in schema reviewing to fund_reviewing;
