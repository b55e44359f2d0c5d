/** A sentence that must always hold, and the query that finds who breaks it. */
export type Invariant = { sentence: string; offenders: string };

export const invariants: Invariant[] = [
  {
    sentence: "A proposal has exactly one principal investigator.",
    offenders: `select p.id from proposals p
      left join proposal_members m on m.proposal_id = p.id and m.role = 'principal_investigator'
      group by p.id having count(m.person) <> 1`,
  },
  {
    sentence: "A submitted version has a receipt with the same hash.",
    offenders: `select v.id from proposal_versions v left join receipts r on r.version_id = v.id and r.hash = v.hash
      where r.reference is null`,
  },
  {
    sentence: "The newest version of a proposal is the one its row names.",
    offenders: `select p.id from proposals p
      left join (select proposal_id, max(number) as newest from proposal_versions group by proposal_id) v on v.proposal_id = p.id
      where coalesce(v.newest, 0) <> p.version_number`,
  },
  {
    sentence: "Nobody reviews what she is conflicted with.",
    offenders: `select a.id from assignments a join conflicts c on c.proposal_id = a.proposal_id and c.person = a.reviewer
      where c.state = 'confirmed' and a.state not in ('recused', 'closed') and a.recused_at is null`,
  },
  {
    sentence: "Nobody reviews her own proposal.",
    offenders: `select a.id from assignments a join proposal_members m on m.proposal_id = a.proposal_id and m.person = a.reviewer`,
  },
  {
    sentence: "A locked assignment has a locked review.",
    offenders: `select a.id from assignments a left join reviews r on r.assignment_id = a.id
      where a.state = 'locked' and r.locked_at is null`,
  },
  {
    sentence: "Every score that stands is the newest of its history.",
    offenders: `select s.assignment_id, s.criterion from scores s
      left join lateral (select value, unable_because from score_history h
        where h.assignment_id = s.assignment_id and h.criterion = s.criterion order by version desc limit 1) newest on true
      where (newest.value, newest.unable_because) is distinct from (s.value, s.unable_because)`,
  },
  {
    sentence: "A decision follows the advice of the group or says why not.",
    offenders: `select d.proposal_id from decisions d left join recommendations a on a.proposal_id = d.proposal_id
      where a.proposal_id is null or (a.outcome <> d.outcome and trim(d.reason) = '')`,
  },
  {
    sentence: "Awards of a call stay inside its budget.",
    offenders: `select c.slug from calls c join decisions d on d.call_id = c.id and d.outcome = 'award'
      join proposals p on p.id = d.proposal_id and p.state <> 'withdrawn'
      group by c.id having sum(d.amount_minor) > c.budget_minor`,
  },
  {
    sentence: "An award belongs to a released decision to award, with the same amount.",
    offenders: `select a.reference from awards a
      left join decisions d on d.proposal_id = a.proposal_id and d.outcome = 'award' and d.amount_minor = a.amount_minor
      left join releases r on r.call_id = a.call_id and r.released_at is not null
      where d.proposal_id is null or r.call_id is null`,
  },
  {
    sentence: "Nothing was announced before it was released.",
    offenders: `select a.call_id from announcements a join releases r on r.call_id = a.call_id
      where r.released_at is null or a.announced_at < r.released_at`,
  },
  {
    sentence: "No decision letter exists for a call that is not released.",
    offenders: `select l.key from notifications.letters l
      join proposals p on p.id = (l.data ->> 'proposal')::uuid
      left join releases r on r.call_id = p.call_id and r.released_at is not null
      where l.template like 'decision\\_%' and r.call_id is null`,
  },
  {
    sentence: "A released call has one decision letter for each proposal that was decided and not withdrawn before.",
    offenders: `select d.proposal_id from decisions d
      join releases r on r.call_id = d.call_id and r.released_at is not null
      join proposals p on p.id = d.proposal_id and (p.withdrawn_at is null or p.withdrawn_at > r.released_at)
      join proposal_members m on m.proposal_id = d.proposal_id and m.role = 'principal_investigator'
      left join notifications.letters l on l.recipient = m.person and l.template = 'decision_' || d.outcome
        and l.data ->> 'proposal' = d.proposal_id::text
      group by d.proposal_id having count(l.key) <> 1`,
  },
  {
    sentence: "A released call has one letter for each proposal that was not eligible.",
    offenders: `select p.id from proposals p
      join releases r on r.call_id = p.call_id and r.released_at is not null
      join proposal_members m on m.proposal_id = p.id and m.role = 'principal_investigator'
      left join notifications.letters l on l.recipient = m.person and l.template = 'decision_ineligible'
        and l.data ->> 'proposal' = p.id::text
      where p.state = 'ineligible' group by p.id having count(l.key) <> 1`,
  },
  {
    sentence: "A packet holds no answer of the identity part.",
    offenders: `select k.code from packets k join calls c on c.id = k.call_id,
      lateral jsonb_object_keys(k.content -> 'answers') as asked
      where not exists (select from jsonb_array_elements(c.form -> 'sections') s, jsonb_array_elements(s -> 'questions') q
        where s ->> 'part' = 'blind' and q ->> 'id' = asked)`,
  },
];
