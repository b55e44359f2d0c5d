import { topicsOf } from "./topic";

export const deterrenceTopics = topicsOf("deterrence", [
  {
    titles: [
      "What makes a warning work? Deterrence messages at the moment of search in {area}",
      "Warnings at the moment of search: wording, timing and referral",
      "From a search to a helpline: the effect of warnings in {area}",
    ],
    object: "warning messages shown when somebody searches for prohibited material",
    problem:
      "Several search services show warnings, yet nearly all evidence comes from English-language services and from click counts alone. Whether a warning turns people towards help, or only towards another service, is not known.",
    questions: [
      "Which wording and which sender of a warning reduce further searches within the same session?",
      "Does an offer of anonymous help raise contact with helplines, and for how long?",
      "Do effects hold in languages other than the one the warning was written for?",
    ],
    approach: "trial",
    users: "search and video services",
    action: "choose wording, sender and moment of their warnings by evidence rather than by habit",
  },
  {
    titles: [
      "Before the first offence: help-seeking by people worried about their own thoughts in {area}",
      "Anonymous help before harm: who asks, who stays and why",
      "Reaching people at risk of offending before they offend: barriers to anonymous help",
    ],
    object: "anonymous prevention services for people worried about their own sexual thoughts about children",
    problem:
      "Prevention services exist in a handful of countries and reach a small share of those who look for them. Shame, fear of reporting duties and the cost of care keep people away, but the weight of each is unknown.",
    questions: [
      "What do people expect to happen when they contact a prevention service?",
      "Which promise of confidentiality is both true in law and understood?",
      "What keeps callers in contact beyond the first conversation?",
    ],
    approach: "interviews",
    users: "prevention helplines and the services that refer to them",
    action: "word their offers so that those at risk of offending ask for help earlier",
  },
  {
    titles: [
      "Friend requests from strangers: protective defaults for young people in {area}",
      "Private by default? Contact settings and unwanted approaches to teenagers",
      "Closed doors, open friendships: how teenagers in {area} use protective defaults",
    ],
    object: "default contact settings on accounts of teenagers",
    problem:
      "Services have begun to close direct messages to teenagers by default. How many young people reopen them, for whom, and whether unwanted approaches fall or merely move elsewhere has hardly been studied.",
    questions: [
      "How often, when and why do young people change protective defaults?",
      "Do unwanted approaches fall where defaults are strict?",
      "Which explanations of a default do young people find fair?",
    ],
    approach: "survey",
    users: "product teams of social and gaming services",
    action: "set defaults that young people keep because they make sense to them",
  },
  {
    titles: [
      "Financial sextortion of boys: from first contact to payment in {area}",
      "Paying to make it stop: the course of financial sextortion and points of interruption",
      "Boys, shame and money: interrupting sextortion in {area}",
    ],
    object: "financially motivated sextortion of teenage boys",
    problem:
      "Reports of financially motivated sextortion have multiplied, and boys make up most of those targeted. The sequence from first contact to payment is known from single cases; where a service, a bank or a friend could interrupt it is not.",
    questions: [
      "Which steps recur between first contact, demand and payment?",
      "At which step do boys tell somebody, and what happens then?",
      "Which payment and messaging controls would have interrupted the course?",
    ],
    approach: "records",
    users: "payment services, messaging services and helplines",
    action: "place friction and help where the course can still be interrupted",
  },
  {
    titles: [
      "Teachers as first listeners: a blended course on online harm for schools in {area}",
      "A first conversation that helps: training teachers in {area} to hear disclosures of online harm",
      "What teachers do when a child speaks: testing a course in {setting}",
    ],
    object: "a blended course that prepares teachers for disclosures of online sexual harm",
    problem:
      "Teachers are often the first adults to hear of online harm, and often the least prepared. Courses exist, but few have been tested for what matters: what teachers do when a child speaks.",
    questions: [
      "Does the course change what teachers say and do in simulated disclosures?",
      "Do referrals to child protection services change in number and in quality?",
      "What does the course cost for each school, and can school authorities carry it on?",
    ],
    approach: "trial",
    users: "ministries of education and school networks",
    action: "add tested preparation to the training of teachers they already pay for",
  },
  {
    titles: [
      "Peers first: young people's own strategies against grooming in {setting}",
      "How young people in {area} notice, name and stop grooming among themselves",
      "Signs that friends see first: grooming and peer protection in {area}",
    ],
    object: "the ways in which young people notice and stop grooming among their peers",
    problem:
      "Prevention is mostly designed by adults who warn of strangers. Young people describe something else: known people, gradual requests, jokes as tests. Their own ways of noticing are a resource that prevention has scarcely used.",
    questions: [
      "What signs do young people take seriously, and which do they set aside?",
      "What do friends do when they suspect that somebody is being groomed?",
      "How could reporting tools take up these ways of acting?",
    ],
    approach: "interviews",
    users: "youth organisations and the designers of reporting tools",
    action: "build on what young people already do instead of teaching around it",
  },
  {
    titles: [
      "Live-streamed abuse for payment: deterring those who pay",
      "Following the payer: deterrence of live-streamed abuse through payment friction in {area}",
      "Small sums, grave harm: deterring paid live-streamed abuse from {area}",
    ],
    object: "small cross-border payments linked to live-streamed abuse",
    problem:
      "Those who pay for live-streamed abuse leave traces in small payments that repeat. Payment providers see patterns, child protection sees children, and the two seldom meet in research.",
    questions: [
      "Which patterns of small payments were seen before known cases came to light?",
      "How do buyers react to a refused payment or a call from the provider?",
      "What can be shared between providers and authorities within the law?",
    ],
    approach: "records",
    users: "money transfer operators and financial intelligence units",
    action: "recognise patterns earlier and answer them in the same way",
  },
  {
    titles: [
      "Reporting that feels worth it: why young people in {area} do not use report buttons",
      "The report button nobody presses: trust in reporting among teenagers in {area}",
      "What happens after a report? Feedback and trust among young people",
    ],
    object: "young people's use of reporting tools",
    problem:
      "Surveys find that most young people who meet sexual harm online never report it to the service. They say that nothing happens. What happens is rarely visible to them, and never compared between services.",
    questions: [
      "What do young people expect after a report, and what do they learn of its outcome?",
      "Which acknowledgements raise the intention to report again?",
      "Do tools in local languages change who reports?",
    ],
    approach: "survey",
    users: "trust and safety teams and national hotlines",
    action: "give feedback after a report that makes the next one more likely",
  },
  {
    titles: [
      "Parents, shared phones and privacy: prevention where a family owns one device",
      "One phone, many users: online safety in households with a shared device in {area}",
      "Shared devices, separate lives: safety features for families in {area}",
    ],
    object: "online safety in households that share one device",
    problem:
      "Advice for parents assumes that each child has a device and each parent a password. Where a family shares one phone, parental controls, age signals and recommendations all fail in ways nobody has described.",
    questions: [
      "How do families divide the use of a shared device between children and adults?",
      "Which safety features work against children when accounts are shared?",
      "What would a safety feature made for shared devices look like?",
    ],
    approach: "interviews",
    users: "makers of handsets, network operators and family services",
    action: "design safety features for shared phones",
  },
  {
    titles: [
      "Gaming with strangers: protective design in voice chat",
      "Voice chat in games and approaches to children: what moderation in {area} misses",
      "Listening without recording: protective measures for voice chat in games",
    ],
    object: "approaches to children in the voice chat of online games",
    problem:
      "Text in games is filtered; voice is not. Children meet adults in voice channels that leave no trace, and moderation relies on recordings that nobody asked for. Evidence on how approaches begin there is thin.",
    questions: [
      "How do approaches in voice chat begin, and how do players answer them?",
      "Do visible moderators, delays or closed lobbies change what happens?",
      "What do players accept as fair moderation of voice?",
    ],
    approach: "design",
    users: "makers of online games",
    action: "choose measures for voice chat that players accept and that protect children",
  },
]);
