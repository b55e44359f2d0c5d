-- Why: a prepared release that turns out to be early must be taken back, or nothing in its call could be decided any more.
-- What was released stays: the restriction holds whatever a page may ask for.
grant delete on public.releases to fund_managing;
create policy "what was released stays" on public.releases as restrictive for delete to fund_managing
  using (released_at is null);
