-- Why: a reviewer who steps aside after a release took a comment off a page whose letter had told it. What was told stays.
grant create on schema applying to fund_views;
--> statement-breakpoint
grant select (recused_at) on public.assignments to fund_views;
--> statement-breakpoint
set local role fund_views;
--> statement-breakpoint
create or replace view applying.comments with (security_barrier) as
  select assignments.proposal_id, assignments.pseudonym, reviews.to_applicant
  from public.reviews
  join public.assignments on assignments.id = reviews.assignment_id
  join public.releases on releases.call_id = assignments.call_id
  join public.proposals on proposals.id = assignments.proposal_id
  where releases.released_at is not null
    and (proposals.withdrawn_at is null or proposals.withdrawn_at > releases.released_at)
    and reviews.locked_at is not null
    and (assignments.state = 'locked' or (assignments.state = 'recused' and assignments.recused_at > releases.released_at))
    and reviews.to_applicant <> ''
    and assignments.proposal_id in (select fund.my_proposals());
--> statement-breakpoint
reset role;
--> statement-breakpoint
revoke create on schema applying from fund_views;
