-- Why: a long text that was emptied step by step within five minutes stayed one version, and was gone; only what leaves nearly
-- all of it takes the place of what was kept. And what the history keeps may be changed by nobody but its author, and only
-- where it was saved by itself: a text that was brought back, or that lost a race, stays as it was, whatever a page would ask.
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
  -- or it leaves less than nine tenths of the characters.
  update identity.answer_history set text = answer, version = base + 1
    where id = (select max(id) from identity.answer_history where proposal_id = proposal and question = asked)
      and author = me and kept = 'autosave' and kept_as = 'autosave'
      and answer_history.at > save_answer.at - interval '5 minutes'
      and 9 * length(answer_history.text) <= 10 * length(answer);
  if found then return true; end if;
  insert into identity.answer_history (proposal_id, question, version, text, author, at, kept)
    values (proposal, asked, base + 1, answer, me, at, kept_as);
  return true;
end $$;
--> statement-breakpoint
create policy "what was kept stays" on public.answer_history as restrictive for update to fund_applying
  using (kept = 'autosave' and author = fund.person_at_work()) with check (kept = 'autosave' and author = fund.person_at_work());
