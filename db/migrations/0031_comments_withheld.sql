-- Why: a comment that tells who a reviewer is left with the decision letter, although officers had read it before: nothing
-- could be done about it. An officer withholds it from its applicant, with a reason, or says that it may be told.
CREATE TABLE "comment_verdicts" (
	"assignment_id" uuid PRIMARY KEY NOT NULL,
	"outcome" text NOT NULL,
	"because" text NOT NULL,
	"resolved_by" uuid NOT NULL,
	"resolved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "a comment is withheld or told" CHECK ("comment_verdicts"."outcome" in ('withheld', 'told'))
);
--> statement-breakpoint
ALTER TABLE "comment_verdicts" ADD CONSTRAINT "comment_verdicts_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
alter table public.comment_verdicts enable row level security;
--> statement-breakpoint
create policy views on public.comment_verdicts for select to fund_views using (true);
--> statement-breakpoint
-- Who sees the assignment, which nobody in conflict does, sees and says what was resolved about its comment.
create policy managing on public.comment_verdicts to fund_managing
  using (assignment_id in (select id from public.assignments))
  with check (assignment_id in (select id from public.assignments) and resolved_by = fund.person_at_work());
--> statement-breakpoint
create policy auditing on public.comment_verdicts for select to fund_auditing
  using (assignment_id in (select id from public.assignments));
--> statement-breakpoint
grant select on public.comment_verdicts to fund_managing, fund_auditing;
--> statement-breakpoint
grant insert, update on public.comment_verdicts to fund_managing;
--> statement-breakpoint
grant select (assignment_id, outcome) on public.comment_verdicts to fund_views;
--> statement-breakpoint
grant create on schema applying to fund_views;
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
    and not exists (select from public.comment_verdicts withheld
      where withheld.assignment_id = assignments.id and withheld.outcome = 'withheld')
    and assignments.proposal_id in (select fund.my_proposals());
--> statement-breakpoint
reset role;
--> statement-breakpoint
revoke create on schema applying from fund_views;
--> statement-breakpoint
create or replace function notifications.facts_for(letter_key text) returns jsonb
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
        and not exists (select from public.comment_verdicts withheld
          where withheld.assignment_id = assignments.id and withheld.outcome = 'withheld')
        and exists (select from public.releases where releases.call_id = of_call and releases.released_at is not null)),
    -- What was written for applicants whose proposal is not eligible, told under the same conditions as comments are.
    'words', coalesce((select checks.to_applicant from public.eligibility_decisions checks
      where checks.proposal_id = about and checks.outcome = 'ineligible' and letter.template = 'decision_ineligible'
        and exists (select from public.releases where releases.call_id = of_call and releases.released_at is not null)
      order by checks.id desc limit 1), ''));
end $$;
