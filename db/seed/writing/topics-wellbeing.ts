import { topicsOf } from "./topic";

export const wellbeingTopics = topicsOf("wellbeing", [
  {
    titles: [
      "Carrying the content: long-term well-being of moderators in {area}",
      "Five years on: a longitudinal study of content moderators",
      "Those who stayed and those who left: moderators at outsourced sites in {area}",
      "Conditions of work and recovery: moderators in {area} over two years",
    ],
    object: "the long-term well-being of content moderators",
    problem:
      "Studies of moderators last weeks and see those who stayed. Those who left, the contractors and those in regions to which the work was moved are missing, as is any view of recovery.",
    questions: [
      "How does well-being change over two years of work and after leaving?",
      "Which conditions of work explain differences between sites?",
      "Which forms of support are used, and do they help?",
    ],
    approach: "survey",
    users: "employers of moderators and their contractors",
    action: "change the conditions that matter most, at their own and at outsourced sites",
  },
  {
    titles: [
      "Once online, always online? Survivors' experience of repeated sharing",
      "Living with the circulation of images: what survivors in {area} ask of services",
      "Told or not told? Notice and removal in the lives of survivors",
      "When images return: building a service with survivors in {area}",
    ],
    object: "the experience of survivors whose images keep circulating",
    problem:
      "For many survivors harm does not end when abuse ends, since images return. What notice, removal and silence mean to them is known from few accounts, nearly all from two countries.",
    questions: [
      "What do survivors want to know about the circulation of images, and what not?",
      "How do removal and notice procedures help or hurt?",
      "What would a service built with survivors look like?",
    ],
    approach: "interviews",
    users: "removal services, hotlines and victim support",
    action: "give survivors a say in what they are told and when",
  },
  {
    titles: [
      "Grey, blurred, small: exposure-reducing tools in the daily work of analysts",
      "Do blurring and grey scale protect analysts? A trial in {area}",
      "Less to see, as much to find: exposure and accuracy in review work",
      "Switched off again: why analysts do without protective tools",
    ],
    object: "tools that reduce exposure of analysts to distressing content",
    problem:
      "Blurring, grey scale and muting are recommended everywhere and rarely tested at work. Some analysts switch them off to decide faster. Effects on distress, accuracy and speed are unclear.",
    questions: [
      "Do exposure-reducing tools lower distress over three months?",
      "What do they cost in accuracy and speed?",
      "When and why are they switched off?",
    ],
    approach: "trial",
    users: "hotlines, police units and moderation teams",
    action: "set tools by default in the way that protects without blinding",
  },
  {
    titles: [
      "Peer support among hotline staff in {area}",
      "Colleagues who understand: peer support across small hotlines",
      "Two analysts and no psychologist: peer support for small hotlines",
      "Support across borders: a trial with hotline staff in {area}",
    ],
    object: "peer support between staff of small hotlines",
    problem:
      "Small hotlines have two or three analysts and no psychologist. Peer support across hotlines is an affordable idea with little evidence and open questions about confidentiality.",
    questions: [
      "Does structured peer support across hotlines lower isolation and distress?",
      "Which formats are kept up after six months?",
      "How is confidentiality assured across borders?",
    ],
    approach: "trial",
    users: "hotline networks",
    action: "offer peer support to every analyst, however small the hotline",
  },
  {
    titles: [
      "Therapy that reaches: care for children after online abuse in {area}",
      "After online abuse: adapting trauma care in {setting}",
      "Who has seen it? Adapting therapy to the worries of children harmed online",
      "Care by non-specialists after online abuse in {area}",
    ],
    object: "care for children after online sexual abuse",
    problem:
      "Trauma care was developed for abuse in person. Children harmed online bring other worries: who has seen it, when will it return, was it my fault for sending. Therapists ask for guidance.",
    questions: [
      "What do children and carers bring to care after online abuse?",
      "Is an adapted module acceptable, and do symptoms fall?",
      "Can it be delivered by non-specialists under supervision?",
    ],
    approach: "trial",
    users: "child mental health services",
    action: "adapt care they already offer to what children harmed online need",
  },
  {
    titles: [
      "Brothers, mothers, friends: support for families after a search of the home",
      "The other side of an investigation: families of suspects in {area}",
      "The first days after the search: safety for children and partners in {area}",
      "Handing over with care: police, families and support services",
    ],
    object: "support for families of people investigated for online offences",
    problem:
      "When a home is searched, children and partners of the suspect lose safety, income and friends within a day. They are witnesses, and at risk themselves, and few services are meant for them.",
    questions: [
      "What do families need in the first days and the first year?",
      "Which support lowers harm to children in the family?",
      "How can police and support services hand over well?",
    ],
    approach: "interviews",
    users: "police units and family services",
    action: "make a handover to support part of every search",
  },
  {
    titles: [
      "Working together under pressure: exchange between moderators, hotlines and police in {area}",
      "Trust across desks: cooperation between industry and child protection",
      "Where cases wait: delays between industry, hotlines and police in {area}",
      "Exchange of staff as prevention of delay: an evaluation",
    ],
    object: "cooperation between industry, hotlines and police",
    problem:
      "Cases pass through several desks that seldom meet. Misunderstanding about law and need costs time that children do not have. Exchange programmes exist and have not been evaluated.",
    questions: [
      "Where do cases wait, and for what?",
      "Does an exchange of staff improve reports and response times?",
      "What must be agreed before people can speak openly?",
    ],
    approach: "records",
    users: "trust and safety teams, hotlines and police",
    action: "spend less time waiting for each other",
  },
  {
    titles: [
      "Survivor advisers: fair terms for those who advise industry",
      "Advice with dignity: survivor engagement by services in {area}",
      "Paid, heard, protected: terms for survivor advisers in {area}",
      "What changed because of advice? Survivors and product decisions",
    ],
    object: "the engagement of survivors as advisers to industry",
    problem:
      "Services ask survivors for advice more often. Terms vary from fair contracts to unpaid appearances. Guidance rests on good will rather than on what advisers say afterwards.",
    questions: [
      "What do survivor advisers gain and lose from engagement?",
      "Which terms of engagement are felt as fair?",
      "What changes in products followed from advice?",
    ],
    approach: "interviews",
    users: "companies that work with survivor advisers",
    action: "agree on terms that survivors helped to write",
  },
  {
    titles: [
      "Investigators at home: spill-over of exposure to family life in {area}",
      "Closing the door: recovery after work in child exploitation units",
      "Coming home from the case: recovery among investigators in {area}",
      "Recovery as part of the job: a programme for investigation teams",
    ],
    object: "recovery from work among investigators of online abuse",
    problem:
      "Investigators describe changes in how they see their own children. Recovery after work protects health in other trades; in this one it is preached and not studied.",
    questions: [
      "Which habits of recovery go with stable well-being?",
      "Does a short programme for teams improve recovery?",
      "What do families notice and need?",
    ],
    approach: "survey",
    users: "police units and their occupational health services",
    action: "make recovery part of the organisation of work",
  },
  {
    titles: [
      "Speaking the unspeakable: interpreters in online abuse cases in {area}",
      "In between languages: well-being and accuracy of interpreters",
      "Heard in between: briefing and debriefing for interpreters in {area}",
      "The third person in the room: interpreters in cases of online abuse",
    ],
    object: "the work of interpreters in cases of online abuse",
    problem:
      "Interpreters hear and say what others only read, without preparation or debriefing. Their accuracy matters to children's testimony, and their well-being to nobody's budget.",
    questions: [
      "What do interpreters meet in such cases, and how are they prepared?",
      "Does briefing and debriefing improve accuracy and well-being?",
      "Who could carry the cost?",
    ],
    approach: "interviews",
    users: "police, courts and agencies that provide interpreters",
    action: "brief and debrief interpreters as members of the team",
  },
]);
