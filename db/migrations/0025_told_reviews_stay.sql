-- Why: a review that was told still left the ranking, and the letters not yet written, when its reviewer stepped aside after
-- the release: what was decided by it then had another reason than the one on record. She loses access as ever, by the
-- conflict that is written down; her review stays locked, as it was told.
create or replace function reviewing.recuse(packet_code text, because text, at timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  mine record;
  told boolean;
begin
  -- A release that is under way is waited for: the review is told by it, or recused before it.
  perform from public.releases where releases.call_id = (select packets.call_id from public.packets where code = packet_code)
    for share;
  select assignments.id, assignments.call_id, assignments.proposal_id, assignments.reviewer, assignments.state into mine
    from public.assignments join public.packets on packets.id = assignments.packet_id
    where packets.code = packet_code and assignments.reviewer = fund.person_at_work() and fund.wears('reviewer')
      and assignments.state not in ('recused', 'closed') and assignments.recused_at is null
    for update of assignments;
  if mine.id is null then raise exception using errcode = 'FU404', message = 'not_found'; end if;
  told := mine.state = 'locked' and exists (select from public.releases
    where releases.call_id = mine.call_id and releases.released_at is not null);
  update public.assignments set state = case when told then state else 'recused' end, recused_at = at, recused_because = because
    where id = mine.id;
  insert into public.conflicts (proposal_id, person, kind, state, found_at, settled_at, settled_because)
    values (mine.proposal_id, mine.reviewer, 'recusal', 'confirmed', at, at, because) on conflict do nothing;
end $$;
