-- Why: a text of which half was deleted, or that another one replaced, within five minutes stayed one version, and what had
-- stood there was gone; only what goes on from it, with nearly all of it left, takes the place of what was kept. And what the history keeps may be changed by nobody but its author, and only
-- where it was saved by itself: a text that was brought back, or that lost a race, stays as it was, whatever a page would ask.
-- With how many characters two texts begin in common.
create function fund.common_start(one text, other text) returns integer language plpgsql immutable
  set search_path = pg_catalog as $$
declare
  least_known integer := 0;
  most_possible integer := least(length(one), length(other));
  tried integer;
begin
  while least_known < most_possible loop
    tried := (least_known + most_possible + 1) / 2;
    if left(one, tried) = left(other, tried) then least_known := tried; else most_possible := tried - 1; end if;
  end loop;
  return least_known;
end $$;
--> statement-breakpoint
-- Whether a text goes on from an earlier one: at one place of it something was written or taken away, and of what stood before
-- at least nine tenths are left around that place.
create function fund.goes_on(earlier text, later text) returns boolean language plpgsql immutable
  set search_path = pg_catalog as $$
declare
  ahead integer := fund.common_start(earlier, later);
  behind integer := fund.common_start(reverse(substr(earlier, ahead + 1)), reverse(substr(later, ahead + 1)));
begin
  return 10 * (ahead + behind) >= 9 * length(earlier);
end $$;
--> statement-breakpoint
revoke execute on function fund.common_start, fund.goes_on from public;
--> statement-breakpoint
grant execute on function fund.common_start, fund.goes_on to fund_applying;
--> statement-breakpoint
create or replace function identity.save_answer(proposal uuid, asked text, base integer, answer text, kept_as text, at timestamptz)
  returns boolean language plpgsql security definer set search_path = pg_catalog as $$
declare
  me uuid := fund.person_at_work();
begin
  if proposal not in (select fund.my_proposals()) then perform fund.refuse('not_found'); end if;
  if base = 0 then
    insert into identity.answers (proposal_id, question, text, version, author, updated_at)
      values (proposal, asked, answer, 1, me, at) on conflict do nothing;
  else
    update identity.answers set text = answer, version = base + 1, author = me, updated_at = at
      where proposal_id = proposal and question = asked and version = base;
  end if;
  if not found then return false; end if;
  -- What one author saves by itself within five minutes of the first save is one version, unless another text came between
  -- or it does not go on from what was kept.
  update identity.answer_history set text = answer, version = base + 1
    where id = (select max(id) from identity.answer_history where proposal_id = proposal and question = asked)
      and author = me and kept = 'autosave' and kept_as = 'autosave'
      and answer_history.at > save_answer.at - interval '5 minutes'
      and fund.goes_on(answer_history.text, answer);
  if found then return true; end if;
  insert into identity.answer_history (proposal_id, question, version, text, author, at, kept)
    values (proposal, asked, base + 1, answer, me, at, kept_as);
  return true;
end $$;
--> statement-breakpoint
create policy "what was kept stays" on public.answer_history as restrictive for update to fund_applying
  using (kept = 'autosave' and author = fund.person_at_work()) with check (kept = 'autosave' and author = fund.person_at_work());
