import { topicsOf } from "./topic";

export const preventionTopics = topicsOf("deterrence", [
  {
    titles: [
      "After the warning letter: does contact by the police change behaviour in {area}?",
      "Early contact with people at risk of offending online: an outcome study",
      "A visit, a letter, an offer of help: early police contact and what follows",
    ],
    object: "early police contact with people whose online conduct raises concern",
    problem:
      "Some police forces write to or visit people whose conduct raises concern but does not yet allow charges. The practice spreads without knowledge of what it prevents and whom it harms.",
    questions: [
      "Do people who were contacted appear in later investigations less often than comparable people who were not?",
      "What support is offered at contact, and who takes it up?",
      "Which harms to families follow from contact, and how can they be reduced?",
    ],
    approach: "records",
    users: "specialised police units and prevention services",
    action: "decide when contact helps, and never make it without support",
  },
  {
    titles: [
      "Moving house, moving risk: online exploitation of children on the move in {area}",
      "Connectivity and risk on migration routes: children's phones as lifeline and exposure",
      "A lifeline that exposes: messaging, offers and exploitation on routes through {area}",
    ],
    object: "online approaches to children on migration routes",
    problem:
      "For children on the move a phone is lifeline and exposure at once. Offers of transport, work or shelter arrive through the same channels as exploitation. Services know this from cases, and have no figures.",
    questions: [
      "Which offers reach children on the move, and how do they judge them?",
      "Which services do children trust with a doubtful offer?",
      "What could messaging services do without putting children at risk of being traced?",
    ],
    approach: "interviews",
    users: "humanitarian agencies and messaging services",
    action: "put verified help into the channels that children already use",
  },
  {
    titles: [
      "Bystanders in group chats: from silence to action in {area}",
      "When an image is passed on: bystander action in class chats",
      "The silent majority: strengthening bystanders in chats of pupils in {area}",
    ],
    object: "what bystanders do when intimate images are passed on in group chats",
    problem:
      "Images made by young people themselves spread in group chats in which most members neither ask for them nor object. Interventions aim at senders; the silent majority that could stop the spread is left out.",
    questions: [
      "What makes a bystander object, delete, tell or stay silent?",
      "Does a short exercise in class change intentions and acts after six months?",
      "Which functions of a chat make it easier to object?",
    ],
    approach: "trial",
    users: "schools and messaging services",
    action: "strengthen those who would object if it cost them less",
  },
  {
    titles: [
      "Prevention in the language of home: adapting deterrence for {area}",
      "Lost in translation: deterrence campaigns beyond the languages of their authors",
      "Words for what has no words: co-writing deterrence messages in languages of {area}",
    ],
    object: "the adaptation of deterrence campaigns to other languages and cultures",
    problem:
      "Campaigns are made in a few languages and translated for the rest. Terms for abuse, shame and help do not travel. Where adapted campaigns were tested at all, the test was whether people understood the words.",
    questions: [
      "Which terms do people in the region use for the acts a campaign speaks of?",
      "Does co-written wording raise help-seeking over translated wording?",
      "What does a sound adaptation cost, and can its steps be shared?",
    ],
    approach: "design",
    users: "campaign teams of industry and helplines",
    action: "adapt campaigns with a tested, affordable procedure",
  },
  {
    titles: [
      "Leisure time, influencers and risk: commercial pressure on child creators in {area}",
      "Children who earn: audiences, payments and protection of young creators",
      "Gifts, fans and family income: protecting children who publish videos",
    ],
    object: "approaches to children who publish videos for an audience and for income",
    problem:
      "Children who publish videos receive gifts, subscriptions and requests. Families depend on the income in some cases. Rules for child performers stop at the studio door, and services see only single comments.",
    questions: [
      "Which requests do young creators receive, and through which functions?",
      "How do families weigh income against risk?",
      "Which limits on gifts and messages do creators themselves support?",
    ],
    approach: "survey",
    users: "video services and regulators of children's work",
    action: "limit the functions through which pressure is exerted",
  },
  {
    titles: [
      "Self-help that reaches: a digital programme for people who want to stop viewing",
      "Stopping for good: a randomised study of guided self-help in {area}",
      "Guided self-help for people who want to stop: safety and effect in {area}",
    ],
    object: "guided digital self-help for people who want to stop viewing abuse material",
    problem:
      "Waiting lists for treatment are long, and in most regions there is none. Guided self-help has shown promise in first trials with few participants, high dropout and short follow-up.",
    questions: [
      "Does guided self-help reduce self-reported viewing over six months?",
      "Which contacts with a guide keep participants in the programme?",
      "Can the programme be offered safely where no treatment service exists?",
    ],
    approach: "trial",
    users: "health services and prevention organisations",
    action: "offer a tested first step where treatment is missing",
  },
  {
    titles: [
      "Disability and online protection: accessible prevention in {area}",
      "Nothing about us: prevention of online harm with deaf and disabled young people",
      "Barriers between harm and help: disabled young people and reporting in {area}",
    ],
    object: "prevention of online sexual harm with disabled young people",
    problem:
      "Disabled young people meet more sexual harm online than their peers and are found in fewer studies. Materials are seldom in sign language or easy language, and reporting tools fail with assistive technology.",
    questions: [
      "Which barriers do disabled young people meet between harm and help?",
      "Which reporting tools work with assistive technology, and where do they break?",
      "What do disabled young people put first when they design prevention themselves?",
    ],
    approach: "design",
    users: "service designers and helplines",
    action: "remove barriers in reporting tools that can be found by testing with their users",
  },
  {
    titles: [
      "Trusted flaggers in {area}: the role of community reporters in prevention",
      "Village, mosque, clinic: community reporters and early prevention in {setting}",
      "Early signs, fair reports: working with community reporters in {area}",
    ],
    object: "community reporters who pass on early signs of online exploitation",
    problem:
      "Where hotlines are far away, signs of exploitation are first seen by shopkeepers, nurses and faith leaders. Networks of community reporters have grown without knowing which reports help and which do harm.",
    questions: [
      "Which signs do community reporters pass on, and what becomes of them?",
      "How are families protected from false suspicion?",
      "What training and feedback improve reports?",
    ],
    approach: "interviews",
    users: "child protection authorities and local organisations",
    action: "work with community reporters in a way that protects families as well",
  },
  {
    titles: [
      "Age and contact: does age assurance reduce unwanted contact in {area}?",
      "Age assurance and its side effects: a natural experiment",
      "Proof of age, proof of safety? Unwanted contact before and after age assurance",
    ],
    object: "the effects of age assurance on unwanted contact",
    problem:
      "Laws in several regions now ask for age assurance. Its promise is fewer contacts between adults and children; its price is data about everyone. Both are asserted more often than measured.",
    questions: [
      "Does unwanted contact change after age assurance is introduced?",
      "Which young people lose access to help and community?",
      "How do effects differ between methods of assurance?",
    ],
    approach: "measurement",
    users: "regulators and services subject to age assurance",
    action: "weigh methods of age assurance by measured effects",
  },
  {
    titles: [
      "Sport, coaches and messages: safe communication rules in youth sport in {area}",
      "Direct messages between coaches and children: rules that clubs keep",
      "Training talk: digital communication between coaches and children in {area}",
    ],
    object: "rules for digital communication between coaches and children",
    problem:
      "Clubs have rules for changing rooms and few for phones. Where grooming began in sport, it began in messages about training. Clubs ask which rules volunteers can keep.",
    questions: [
      "Which channels are used between coaches, children and parents?",
      "Do clear channel rules reduce private contact, and are they kept?",
      "How do children see such rules?",
    ],
    approach: "survey",
    users: "sport federations and makers of club software",
    action: "adopt channel rules that are kept because the software supports them",
  },
]);
