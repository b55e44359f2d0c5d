import type { Beats } from "./compose";

export const consentBeats: Beats = [
  [
    "Children are asked in words and pictures they understand, after their carers have agreed. A child's no is final, and a yes is asked for again at each meeting.",
    "Consent of carers and assent of children are both needed. Where asking carers would put a child at risk, the ethics body decides on a waiver and an independent advocate takes their place.",
  ],
  [
    "The information sheet was written with young people. It says what we ask, what we must pass on by law, who sees what, and how to stop.",
    "A short film and a sheet in easy language explain the study. Children explain it back in their own words before they decide.",
  ],
  [
    "Nobody is asked about their own experience of abuse. Whoever wishes to speak of it is heard, supported, and told beforehand what we would have to pass on.",
    "Questions about harm are indirect and can be skipped one by one. Interviewers stop when a child's body says no, even if the words say yes.",
  ],
  [
    "Taking part brings a small thank-you that is chosen with local partners and is the same for those who stop early.",
    "Withdrawal is possible without a reason until the data are anonymised; the date is on the sheet that every family keeps.",
  ],
];

export const noChildrenBeats: Beats = [
  [
    "The questions concern systems and professionals. Asking children would add risk and little knowledge, since what they experience in this matter is documented in other studies that we use.",
    "The research deals with texts, tools and institutions. Neither children nor data about them are needed to answer its questions, and the design rules out that such data are seen by chance.",
    "Participants are adults in their professional role. Data about children are removed by partners before anything reaches us; an exercise with test data has shown that this works.",
  ],
];

export const safeguardingBeats: Beats = [
  [
    "A safeguarding policy covers everybody who works on the project, partners included. All staff are vetted as the law of their country provides, trained before fieldwork, and bound by a code of conduct that they sign.",
    "The host's safeguarding policy applies to all partners, and was compared with each partner's own; the stricter rule counts. References and criminal records are checked before anybody meets a participant.",
    "Safeguarding is planned with local child protection services rather than for them. Policy, code of conduct and training were reviewed by two of these services during preparation.",
  ],
  [
    "A named safeguarding lead with clinical training can be reached by telephone whenever fieldwork is under way. The lead does not report to the principal investigator and can halt the work.",
    "The safeguarding lead and a deputy share duty by rota. Both have authority to stop an interview, a site or the study, and each such decision is reported to the ethics body.",
    "A safeguarding lead, experienced in social work with children, decides within the hour on every concern, together with a second person who does not know the family.",
  ],
  [
    "When a participant discloses harm, the interviewer listens, does not investigate, explains what happens next, and calls the safeguarding lead the same day. Steps are agreed with the participant as far as law and safety allow.",
    "The disclosure protocol has four steps: make safe, tell the truth about what we must pass on, refer to a service that has agreed to take referrals, and follow up after a week.",
    "Disclosures are met by a written protocol, rehearsed in role play. A referral list was checked by calling each service; those that did not answer are not on it.",
  ],
  [
    "Law in the regions of the fieldwork requires professionals to report suspected abuse of a child; for some of them this extends to any adult. We explain this before consent, and report through the channel that local services advise.",
    "Duties to report differ between our sites. A legal note sets out what must be reported, by whom and to whom; participants hear it in plain words before they decide to take part.",
    "Mandatory reporting has been reviewed with a local lawyer. Where a report could endanger a child, the law leaves room for the advice of child protection services, and we ask for it at once.",
  ],
  [
    "No member of the team searches for, opens or keeps illegal material. If somebody comes upon it, work stops, nothing is copied, and the hotline or police unit named in the protocol is informed.",
    "Researchers never ask for images or messages as evidence. Should such material be shown to them, they follow a written procedure agreed with the national hotline.",
    "Devices used in fieldwork cannot take pictures and hold no messaging services. Chance encounters with illegal material have a procedure that was cleared by counsel.",
  ],
  [
    "Concerns about our own conduct can be raised with an outside ombudsperson, by telephone and without a name. Each family keeps the number.",
    "Complaints go to a body outside the project, and are answered within ten days. Numbers and kinds of complaints are part of our reports.",
    "Safeguarding is a standing item of each monthly meeting. After six months an outside reviewer checks whether practice follows the plan.",
  ],
];

export const materialBeats: Beats = [
  [
    "The work happens inside an authorised partner with a statutory mandate, on its premises and by its staff. We never see the material and receive only counts and error rates that the partner has cleared.",
    "Processing is done solely by an authorised hotline under its agreement with the police. Our part is the protocol and the analysis of figures; no file, hash or thumbnail leaves the partner.",
  ],
];

export const dataBeats: Beats = [
  [
    "We collect as little as the questions need. Names and contact details are kept apart from answers, under a key that only the data manager holds, and are deleted when fieldwork ends.",
    "Data minimisation comes first: no dates of birth, no precise places, no device identifiers. Recordings are transcribed within two weeks, checked, and then deleted.",
    "A data protection impact assessment was made and will be repeated before fieldwork. It led us to give up two variables that were interesting and not needed.",
  ],
  [
    "Some answers touch on health and sexual life and are special categories. The legal basis is explicit consent, with the safeguards that law provides for research.",
    "Special categories of data are processed on the basis of explicit consent, and of research in the public interest where law provides for it. A data protection officer has approved the basis for each site.",
    "Where answers could reveal health, origin or experience of crime, they are treated as special category data throughout, whatever the law at the site would allow.",
  ],
  [
    "Data are stored encrypted on servers of the host, in a jurisdiction with a data protection law of its own; no consumer cloud service is used. Access is by two factors, is logged, and ends with the contract.",
    "Storage is encrypted at rest and in transit, in a certified data centre within the region. Local teams upload the same day and delete from devices; a lost device holds nothing that can be read.",
    "All data remain in one certified data centre. Transfers from sites use end-to-end encryption; partners see their own data only.",
  ],
  [
    "Anonymised data are kept for ten years for verification; everything else is deleted at the end of the project, with a written record. Retention is written into each agreement.",
    "Retention is five years for anonymised data and six months after the end for pseudonymised data. Deletion is witnessed by the data protection officer.",
    "Personal data are deleted at the latest three months after the final report. What is archived has passed a disclosure check by a person who tried to identify participants.",
  ],
  [
    "Sharing is limited to what cannot harm: tables, code and synthetic data are open; anonymised transcripts are shared by agreement and only where participants said yes.",
    "We share code and aggregated tables openly. Individual data can be used on a secure workstation after review of the purpose.",
    "Data sharing follows participants' choice, asked separately for each kind of data. Nothing is given to companies or authorities beyond what is published.",
  ],
  [
    "Dual use has been considered: methods that could help to evade detection are described in general terms, with details for verified practitioners on request.",
    "Before publication two practitioners read for anything that would help an offender. Their advice is followed, and the fact that something was left out is stated.",
    "Results on weaknesses are disclosed to those who can mend them, with a fixed period before publication.",
  ],
];

export const welfareBeats: Beats = [
  [
    "Nobody on the team works with distressing content alone or for more than two hours a day. Rotation is planned rather than offered.",
    "Exposure is reduced first: text instead of sound, summaries instead of full accounts, and no images at all. What remains is shared between colleagues.",
    "All staff are told before hiring what the work contains, and may decline tasks at any time without a reason and without loss.",
  ],
  [
    "Monthly group supervision by an outside psychologist is compulsory for leads as well, and individual sessions are paid for without limit or explanation.",
    "Each person has access to confidential counselling of their own choice. Supervision happens in working time, every three weeks.",
    "Peer debriefing follows each day of fieldwork; a psychologist with experience of this field supervises the team each month.",
  ],
  [
    "We ask about strain every quarter by a short anonymous questionnaire, and act when its mean rises. Local interviewers have the same rights as staff of the host.",
    "Workload is reviewed each month with the safeguarding lead. Partners' staff and transcribers are included in all of this, as they are often forgotten.",
    "Support goes on for six months after the project. Time for recovery is part of the work plan and of the budget.",
  ],
];

export const budgetBeats: Beats = [
  [
    "Most of the request pays for people: {peopleshare} % for researchers, fieldworkers and the safeguarding lead at the host's published rates.",
    "Staff are the main cost ({peopleshare} %), since trust takes time. Rates follow the salary scales of the host and are fair for {area}.",
    "{peopleshare} % go to salaries. The principal investigator's time is paid by the host as its own contribution.",
  ],
  [
    "Fieldwork covers travel by land, interpreters and venues; there is one flight for each of two people, for the fund's convening.",
    "Costs of fieldwork are low because local teams carry it; travel between sites is by public transport wherever it is safe.",
    "Fieldwork costs include interpreters, transcription and a reserve of 5 % for security.",
  ],
  [
    "Local partners receive their share in advance each quarter, and participants are reimbursed on the day.",
    "Partners hold their own budgets. Payments to participants and survivor advisers follow a published scale.",
    "A fair share goes to partners and participants; advisers with lived experience are paid like other experts.",
  ],
  [
    "Indirect costs stay within the limit of the call. No equipment is bought that could be borrowed, and software is free where it is as good.",
    "Equipment is limited to encrypted devices that stay with the partners. Indirect costs follow the host's audited rate, capped as the call asks.",
    "We compared costs with two earlier studies of similar size and came out slightly below them for each participant.",
  ],
];
