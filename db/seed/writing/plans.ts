import type { Beats } from "./compose";

export const workPlanBeats: Beats = [
  [
    "Phase 1 (months 1 to {phase1}): agreements, ethics review where it is still open, recruitment and training of staff, final instruments. Milestone: protocol registered and published.",
    "Months 1 to {phase1}, preparation: contracts with local partners, staff training including safeguarding, tests of instruments. Milestone: readiness review with the advisory circle.",
    "Set-up (months 1 to {phase1}): data agreements, staff, training, piloting of every instrument in every language. Milestone: pilot report and decision to proceed.",
  ],
  [
    "Phase 2 (months {phase1} to {phase2}): fieldwork in {setting}, in two blocks with a pause for review between them. Milestone: half of the planned data, quality report, first note to practitioners.",
    "Months {phase1} to {phase2}, fieldwork: data collection in {setting}, with weekly team meetings and monthly checks of data quality. Milestone: interim findings shared with {users}.",
    "Fieldwork (months {phase1} to {phase2}): collection by local teams, with a second visit to a tenth of all sites. Milestone: data set closed and documented.",
  ],
  [
    "Phase 3 (months {phase2} to {phase3}): analysis by the registered plan, meetings with participants on early results. Milestone: draft findings discussed with those concerned.",
    "Months {phase2} to {phase3}, analysis: both strands, joint sessions in which practitioners question the results. Milestone: working paper and tables.",
    "Analysis (months {phase2} to {phase3}): models, coding, comparison of strands, external check of code. Milestone: results reproduced by a person outside the team.",
  ],
  [
    "Phase 4 (months {phase3} to {months}): guides, workshops and open data. Milestone: final report, and one-page notes in the languages of the participants.",
    "Months {phase3} to {months}, use: training sessions, publication, hand-over of materials to partners who will keep them. Milestone: three organisations that have tried the findings.",
    "Hand-over (months {phase3} to {months}): publications, toolkit, visits to practitioners, deletion of data as planned. Milestone: final report accepted.",
  ],
  [
    "The principal investigator gives a fifth of her or his time. A full-time researcher leads the fieldwork, a part-time data manager and a safeguarding lead serve throughout, and local coordinators are hired for the fieldwork.",
    "The team has five roles: principal investigator (15 %), project manager (50 %), two researchers (80 % each), safeguarding lead (20 %). Local partners name a coordinator each.",
    "Responsibilities are fixed by role: lead, methods, fieldwork, data, safeguarding. Each has a deputy, so that illness or leave stops nothing.",
  ],
  [
    "Decisions are taken in a monthly meeting with written minutes. Where a milestone slips by more than six weeks, the fund is told and a revised plan follows.",
    "A Gantt chart is part of the annex. Critical is the date of the first data agreement; a reserve of two months has been planned for it.",
    "Dependencies are few: fieldwork waits for the ethics review, and analysis for the closing of the data. Reserve time has been set aside at both points.",
  ],
];

export const useBeats: Beats = [
  [
    "The first users are {users}. They helped to word the questions, and have agreed to try what comes out.",
    "We name the users beforehand: {users}. With them we listed the decisions that our findings could change.",
    "Findings are made for {users}, who face the question now and told us what form of answer they can use.",
  ],
  [
    "What they would do differently is concrete: {action}.",
    "The change we aim at can be said in a sentence: they {action}.",
    "If our expectations hold, they could {action}; if not, they will know what to stop doing, which is worth as much.",
  ],
  [
    "Results reach them in the form of their work: a decision guide of four pages, a checklist that fits a ticket system, and sessions in which teams apply both to a case of their own.",
    "We bring results to where decisions are made: two closed workshops with product teams, a briefing for smaller services, and office hours during the half year after publication.",
    "Three products are planned: a guide for practice, an open tool with documentation, and a training module of two hours that partners can give themselves.",
    "For each finding there will be a note of one page with the evidence, its strength, the cost of acting upon it, and a person to call.",
  ],
  [
    "Interim notes appear every six months. Nothing that protects children waits for a journal.",
    "We publish openly and early, with the scientific paper after the practical note and not before it.",
    "Findings that concern a weakness in a service are first told to that service, with a date for publication that it cannot move.",
  ],
  [
    "Use is followed up: after six and twelve months we ask which organisations tried something, what they changed, and what came of it, and we publish the answer whatever it is.",
    "Uptake is one of our outcomes. We count organisations that changed something, ask what it cost, and visit two of them.",
    "A small circle of early users reports back each quarter. Their changes to the guide become its second edition.",
  ],
  [
    "Beyond {area} the findings can be used wherever languages, incomes and devices resemble those of {setting}; the guide says how to check this before copying anything.",
    "Materials are licensed for free use and adaptation, and partners in two other regions have asked to test them.",
    "Results will be brought to the fund's convenings and to networks of hotlines and helplines, which can carry them further than we could alone.",
  ],
];

export const inclusionBeats: Beats = [
  [
    "People with lived experience shape the study from the start: two survivor advisers are paid members of the team, with a say on questions, wording and publication.",
    "A group of eight young people advises the project. They meet without researchers first, and bring their agenda to us.",
    "Local partners share in the lead: they co-wrote this proposal, hold their own budget, and decide with us what is published about their communities.",
  ],
  [
    "We plan for those who are usually left out: girls and boys who are out of school, disabled young people, speakers of minority languages, and those without a phone of their own.",
    "Instruments exist in the languages of {setting}, in easy language and in audio. Venues are accessible, and times suit people who work or care for others.",
    "Participation costs nothing: travel, childcare and data volume are paid for. Interviews are offered by interviewers of the participant's choice of gender and language.",
  ],
  [
    "Findings go back to participants first, in meetings and in recordings, before they go anywhere else.",
    "Participants see how their words are used, and may withdraw them until the analysis is closed.",
    "We report results for groups as well as on average, where numbers allow it without identifying anyone.",
  ],
  [
    "Two partners in other contexts read along, to tell us what would not hold with them. Their notes are part of the final report.",
    "Transfer is tested rather than claimed: a site unlike the others is kept aside to see whether conclusions drawn without it still hold there.",
    "Materials are written so that they can be adapted: plain sentences, no idioms, pictures that were tested in three cultures.",
  ],
];

export const riskBeats: Beats = [
  [
    "Recruitment may be slower than planned (likely, moderate effect). We have a second region ready, and a rule for when to turn to it.",
    "Access to data may be refused or delayed (possible, large effect). Two of three sources suffice for the main questions; the third is already agreed.",
    "Participants may be distressed (possible). Interviews follow a distress protocol, support is at hand on the day and a week later, and any interview can end without a reason.",
  ],
  [
    "Findings could be misused to evade detection (unlikely, large effect). A dual-use review by practitioners precedes each publication, and details that help offenders are left out.",
    "Results may be taken up as a reason to watch young people rather than to protect them. We write recommendations with children's rights organisations, and say what does not follow from the data.",
    "A service may change its product during the study (likely). Measurements are dated, repeated, and compared with control sites that saw the same change.",
  ],
  [
    "Staff may leave (possible, moderate effect). Roles have deputies, protocols are written for a successor, and contracts run to the end of the project.",
    "Political or public health restrictions may stop travel (possible). All instruments have a remote version that was part of the pilot.",
    "Exchange rates and inflation may reduce the budget (likely in {area}, small effect). Salaries are planned with a reserve, and the smallest site can be dropped without loss to the design.",
  ],
  [
    "Risks are reviewed every quarter, with the safeguarding lead present. The list is shared with the fund.",
    "A register of risks names an owner for each, and the sign by which we would notice it early.",
    "If two of these occurred together we would shorten the study rather than thin it, and tell the fund before doing so.",
  ],
];
