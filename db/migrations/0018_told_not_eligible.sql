-- Why: who was found not eligible was told so by nobody. From the release of its call on, and not before, applicants see
-- the finding and the words that were written for them; the officers' own reason is in no view and in no letter.
ALTER TABLE "notifications"."letters" DROP CONSTRAINT "a letter has a template";--> statement-breakpoint
ALTER TABLE "eligibility_decisions" ADD COLUMN "to_applicant" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "notifications"."letters" ADD CONSTRAINT "a letter has a template" CHECK ("template" in ('verify_address', 'reset_password', 'submission_receipt', 'withdrawal_confirmed', 'decision_award', 'decision_reserve', 'decision_decline', 'decision_ineligible', 'invitation_reviewer', 'assignment', 'reminder', 'officer_invitation'));--> statement-breakpoint
grant select (id, proposal_id, outcome, to_applicant) on public.eligibility_decisions to fund_views;
--> statement-breakpoint
grant create on schema applying to fund_views;
--> statement-breakpoint
create view applying.ineligibility with (security_barrier) as
  select proposals.id as proposal_id, coalesce(finding.to_applicant, '') as to_applicant, releases.released_at
  from public.proposals
  join public.releases on releases.call_id = proposals.call_id
  left join lateral (
    select checks.to_applicant from public.eligibility_decisions checks
    where checks.proposal_id = proposals.id and checks.outcome = 'ineligible' order by checks.id desc limit 1
  ) finding on true
  where releases.released_at is not null
    and proposals.state = 'ineligible'
    and proposals.id in (select fund.my_proposals());
--> statement-breakpoint
grant select on applying.ineligibility to fund_applying;
--> statement-breakpoint
alter view applying.ineligibility owner to fund_views;
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
        and exists (select from public.releases where releases.call_id = of_call and releases.released_at is not null)),
    -- What was written for applicants whose proposal is not eligible, told under the same conditions as comments are.
    'words', coalesce((select checks.to_applicant from public.eligibility_decisions checks
      where checks.proposal_id = about and checks.outcome = 'ineligible' and letter.template = 'decision_ineligible'
        and exists (select from public.releases where releases.call_id = of_call and releases.released_at is not null)
      order by checks.id desc limit 1), ''));
end $$;
