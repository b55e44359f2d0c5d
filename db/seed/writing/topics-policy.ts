import { topicsOf } from "./topic";

export const policyTopics = topicsOf("policy", [
  {
    titles: [
      "Reporting duties compared: what laws in {area} achieve",
      "Mandatory reporting by services: a comparison of law and its effects",
      "Reports that lead somewhere: features of reporting law in {area}",
    ],
    object: "duties of services to report abuse to authorities",
    problem:
      "Duties to report differ in who, what, when and to whom. Legislators copy from each other without evidence on which features bring usable reports and which bring noise.",
    questions: [
      "Which features of reporting duties differ between legal orders?",
      "How do they relate to number and usefulness of reports?",
      "Which features should a model law contain?",
    ],
    approach: "law",
    users: "legislators and services that operate in many countries",
    action: "write and meet reporting duties that lead to action",
  },
  {
    titles: [
      "Data across borders: how long do requests take in {area}?",
      "Waiting for evidence: cross-border data requests in child protection cases",
      "Channels and delays: obtaining evidence from services abroad",
    ],
    object: "cross-border requests for data in child protection cases",
    problem:
      "Evidence sits with services abroad. Treaties, emergency channels and voluntary disclosure coexist. Practitioners know which work; there are no comparable figures.",
    questions: [
      "How long do requests take by channel, and why do they fail?",
      "Which practices shorten them lawfully?",
      "What would a new instrument change for the region?",
    ],
    approach: "records",
    users: "prosecutors and legal teams of services",
    action: "choose channels by evidence and mend those that fail",
  },
  {
    titles: [
      "Transparency reports: from numbers to knowledge",
      "What transparency reports do not tell: a common measure for {area}",
      "Counting what matters: comparable measures of child safety by services",
    ],
    object: "transparency reports of services on child safety",
    problem:
      "Transparency reports give counts that cannot be compared: items, accounts, reports, actions. Regulators ask for more and publish less. Children's safety cannot be read from any of it.",
    questions: [
      "What do reports measure, and what is left out?",
      "Which measures would be comparable, and valid for outcomes?",
      "What do services need to produce them?",
    ],
    approach: "law",
    users: "regulators and services",
    action: "report a small set of measures that mean the same everywhere",
  },
  {
    titles: [
      "Children's rights impact assessment for online services in {area}",
      "From principle to practice: assessing children's rights before launch",
      "Before the launch: what makes a rights assessment change a product in {area}",
    ],
    object: "children's rights impact assessments of online services",
    problem:
      "Impact assessments are asked for by guidance and law. Few are published, and fewer changed a product. What makes an assessment matter inside a company has hardly been observed.",
    questions: [
      "How are assessments made, by whom and when?",
      "Which changes to products followed from them?",
      "Which form of assessment works for small companies?",
    ],
    approach: "interviews",
    users: "product managers and regulators",
    action: "assess early enough for a change",
  },
  {
    titles: [
      "Young people and the law on images: criminalisation and its consequences in {area}",
      "When the law protects and punishes: self-generated images of minors",
      "Protected or prosecuted? Teenagers, images and the law in {area}",
    ],
    object: "the treatment in law of images that young people make themselves",
    problem:
      "In many legal orders a teenager who shares an image of herself commits the offence that should protect her. Fear of this keeps young people from seeking help. Reform is debated with little data.",
    questions: [
      "How are cases between young people treated in law and in practice?",
      "How does fear of prosecution affect help-seeking?",
      "Which reforms kept protection and ended punishment of the protected?",
    ],
    approach: "law",
    users: "legislators, prosecutors and helplines",
    action: "end the punishment of those the law means to protect",
  },
  {
    titles: [
      "Sentencing and deterrence: online offences before courts of {area}",
      "What courts say about online abuse: an analysis of judgments",
      "Harm at a distance: judges, sentences and online abuse in {area}",
    ],
    object: "judgments on online offences against children",
    problem:
      "Courts judge conduct that law did not foresee. Whether judges treat remote abuse as real abuse, and whether sentences follow a pattern, has been studied in few places.",
    questions: [
      "How do courts describe harm done at a distance?",
      "Which factors explain differences between sentences?",
      "What training do judges ask for?",
    ],
    approach: "records",
    users: "judges, prosecutors and their training institutes",
    action: "judge remote abuse by the harm it does",
  },
  {
    titles: [
      "Regulators learning together: enforcement of online safety law in {area}",
      "New duties, new authorities: first years of online safety regulation",
      "Small authorities, large services: enforcing online safety in {area}",
    ],
    object: "the enforcement of online safety law in its first years",
    problem:
      "New authorities enforce new duties, with small staffs and large services opposite. What they learn is not shared in a form that others can use.",
    questions: [
      "What do authorities enforce first, and why?",
      "How do services change conduct in response?",
      "Which tools work for authorities with small staffs?",
    ],
    approach: "interviews",
    users: "regulators and compliance teams",
    action: "enforce and comply where it changes most for children",
  },
  {
    titles: [
      "Terms of service and children: enforcement gaps in {area}",
      "Rules on paper: how services apply their own terms on child safety",
      "The same rule in every language? Enforcement of safety rules across languages",
    ],
    object: "the application of services' own rules on child safety",
    problem:
      "Terms of service forbid much that remains in place. Differences between rule, translation and practice across languages are assumed to be large; they have not been measured.",
    questions: [
      "How do rules differ between services and languages?",
      "How are lawful test reports handled, by language and type?",
      "What explains gaps between rule and practice?",
    ],
    approach: "measurement",
    users: "trust and safety teams and regulators",
    action: "apply rules in every language in which they are written",
  },
]);
