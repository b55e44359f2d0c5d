-- Why: reviewers, applicants and the public see sealed things only through views that name every column; a column is
-- absent until someone adds it here by name. The views belong to fund_views, which can log in nowhere.
create schema reviewing;
create schema applying;
create schema visiting;
grant usage, create on schema reviewing, applying, visiting to fund_views;
grant usage on schema reviewing to fund_reviewing;
grant usage on schema applying to fund_applying;
grant usage on schema visiting to fund_public;
grant select on public.calls, public.packets, public.assignments, public.reviews, public.scores, public.decisions,
  public.releases, public.announcements, public.announced_grantees, public.awards, public.advisory_memberships,
  public.proposals to fund_views;

-- The reviewer at work: her memberships, the calls she sits in, her assignments that are open to her.
create view reviewing.memberships with (security_barrier) as
  select call_id, invited_at, agreed_at, agreement
  from public.advisory_memberships
  where person = fund.person_at_work() and (select fund.wears('reviewer'));

create view reviewing.calls with (security_barrier) as
  select id, slug, currency, closes_at, scoring_closes_at, zone, form, rubric, texts
  from public.calls
  where id in (select call_id from public.advisory_memberships where person = fund.person_at_work())
    and (select fund.wears('reviewer'));

-- Recusal, a conflict or a missing agreement close access at the next look.
create view reviewing.assignments with (security_barrier) as
  select assignments.id, assignments.call_id, assignments.packet_id, packets.code, assignments.pseudonym,
         assignments.state, assignments.due_at, md5(assignments.salt) as place
  from public.assignments
  join public.packets on packets.id = assignments.packet_id
  join public.advisory_memberships memberships
    on memberships.call_id = assignments.call_id and memberships.person = assignments.reviewer
  where assignments.reviewer = fund.person_at_work()
    and (select fund.wears('reviewer'))
    and memberships.agreed_at is not null
    and assignments.state not in ('recused', 'closed')
    and assignments.proposal_id not in (select fund.conflicted_proposals());

create view reviewing.packets with (security_barrier) as
  select mine.id as assignment_id, packets.code, packets.call_id, packets.content, packets.documents, packets.hash
  from reviewing.assignments mine
  join public.packets on packets.id = mine.packet_id;

create view reviewing.reviews with (security_barrier) as
  select reviews.assignment_id, reviews.to_advisory_group, reviews.to_applicant, reviews.version, reviews.saved_at, reviews.locked_at
  from public.reviews
  where reviews.assignment_id in (select id from reviewing.assignments);

create view reviewing.scores with (security_barrier) as
  select scores.assignment_id, scores.criterion, scores.value, scores.unable_because, scores.version, scores.at
  from public.scores
  where scores.assignment_id in (select id from reviewing.assignments);

-- Applicants: a decision exists for them from the release of its call on, and not before; never for what they had taken
-- back by then, whose decision and reviews stay sealed.
create view applying.decisions with (security_barrier) as
  select decisions.proposal_id, decisions.outcome, decisions.amount_minor, releases.released_at
  from public.decisions
  join public.releases on releases.call_id = decisions.call_id
  join public.proposals on proposals.id = decisions.proposal_id
  where releases.released_at is not null
    and (proposals.withdrawn_at is null or proposals.withdrawn_at > releases.released_at)
    and decisions.proposal_id in (select fund.my_proposals());

create view applying.comments with (security_barrier) as
  select assignments.proposal_id, assignments.pseudonym, reviews.to_applicant
  from public.reviews
  join public.assignments on assignments.id = reviews.assignment_id
  join public.releases on releases.call_id = assignments.call_id
  join public.proposals on proposals.id = assignments.proposal_id
  where releases.released_at is not null
    and (proposals.withdrawn_at is null or proposals.withdrawn_at > releases.released_at)
    and reviews.locked_at is not null
    and assignments.state = 'locked'
    and reviews.to_applicant <> ''
    and assignments.proposal_id in (select fund.my_proposals());

-- The public: grantees of announced calls.
create view visiting.grantees with (security_barrier) as
  select awards.reference, calls.slug as call_slug, calls.texts as call_texts, calls.opens_at as call_opens_at,
         grantees.title, grantees.summary, grantees.theme, grantees.institution_name, grantees.institution_country,
         grantees.institution_ror, grantees.requested_minor, awards.amount_minor, awards.currency, awards.months,
         awards.starts_on, awards.awarded_at, announcements.announced_at, calls.kind as call_kind
  from public.announced_grantees grantees
  join public.awards on awards.id = grantees.award_id
  join public.calls on calls.id = grantees.call_id
  join public.announcements on announcements.call_id = grantees.call_id;

grant select on all tables in schema reviewing to fund_reviewing;
grant select on all tables in schema applying to fund_applying;
grant select on all tables in schema visiting to fund_public;

-- A withdrawal ends open reviews; an applicant learns nothing of them, not even whether there were any.
create function applying.close_assignments(proposal uuid) returns void
  language sql security definer set search_path = pg_catalog as $$
  update public.assignments set state = 'closed'
  where proposal_id = proposal and state = 'assigned' and proposal in (select fund.my_proposals())
$$;
revoke execute on function applying.close_assignments from public;
grant execute on function applying.close_assignments to fund_applying;

do $$
declare
  item record;
begin
  for item in select schemaname, viewname from pg_views where schemaname in ('reviewing', 'applying', 'visiting')
  loop
    execute format('alter view %I.%I owner to fund_views', item.schemaname, item.viewname);
  end loop;
end
$$;
revoke create on schema reviewing, applying, visiting from fund_views;
