import { topicsOf } from "./topic";

export const technologyTopics = topicsOf("technology", [
  {
    titles: [
      "Safety in end-to-end encrypted messaging: what works without reading messages",
      "Protecting children in encrypted messaging in {area}: an evaluation of on-device prompts",
      "Limits, prompts and reports: comparing safety measures for private messaging in {area}",
    ],
    object: "safety measures in encrypted messaging that do not read messages",
    problem:
      "Encrypted messaging protects children and those who harm them alike. Measures that work without reading content, such as prompts, contact limits and reports by users, are used widely and evaluated hardly at all.",
    questions: [
      "Which measures reduce unwanted contact without access to content?",
      "What do users understand and accept of such measures?",
      "Which signals would help most for the least intrusion?",
    ],
    approach: "measurement",
    users: "makers of messaging services",
    action: "choose measures by effect and intrusion, both measured",
  },
  {
    titles: [
      "Measuring the measure: error rates of classifiers across skin tones and ages in {area}",
      "Fair detection: error rates of age estimation in safety tools",
      "Whose mistakes? Uneven error rates in tools that estimate age",
    ],
    object: "error rates of age estimation in safety tools",
    problem:
      "Safety tools estimate age from images and text. Published error rates come from collections that under-represent most of the world, so that mistakes fall on some children far more often than on others.",
    questions: [
      "How do error rates differ by skin tone, age and quality of the picture?",
      "How much do errors cost in wrong reports and missed children?",
      "Which lawful test collections can be built and shared?",
    ],
    approach: "measurement",
    users: "developers of safety classifiers and those who buy them",
    action: "ask for error rates by group and act upon them",
  },
  {
    titles: [
      "Small services, large risks: open tools for detection in {area}",
      "Known material on small services: making hash matching work for teams of three",
      "Detection for the long tail: affordable tools for services in {area}",
    ],
    object: "the use of hash matching by small online services",
    problem:
      "Large services match uploads against lists of known material. Small ones, where much of the material moves, do not: lists are hard to get, tools hard to run, and duties hard to understand.",
    questions: [
      "What stops small services from matching uploads with known material?",
      "Does a hosted, privacy-preserving tool with legal guidance raise adoption?",
      "What does running it cost in money and in exposure of staff?",
    ],
    approach: "design",
    users: "operators of small services and hotlines",
    action: "adopt detection that a team of three can run",
  },
  {
    titles: [
      "Live video and the limits of moderation: early signals of harm",
      "Seconds that count: early signals in live video without storing it",
      "Around the stream: account, payment and audience signals of harm in live video",
    ],
    object: "early signals of harm in live video",
    problem:
      "Live video is gone before anybody can review it. Proposals to record everything fail in law and in trust. Signals around a stream, such as account age, payment or viewer patterns, are little studied.",
    questions: [
      "Which signals around a stream precede confirmed reports?",
      "How early can they be seen, with how many false alarms?",
      "How can they be used without storing the stream?",
    ],
    approach: "measurement",
    users: "live video services",
    action: "slow down or review risky streams earlier, without recording everybody",
  },
  {
    titles: [
      "Grooming language beyond English: resources for languages of {area}",
      "Few words, many meanings: recognising grooming in under-resourced languages",
      "Mixed languages, mixed scripts: testing grooming detection in {area}",
    ],
    object: "the recognition of grooming in languages with few digital resources",
    problem:
      "Tools that recognise grooming were trained on a few English collections, some of them twenty years old. In languages of millions, mixed with others and written in several scripts, they fail silently.",
    questions: [
      "How do approaches unfold in the languages of the region?",
      "How well do current tools work on lawful, synthetic and role-played conversations?",
      "Which resources can be shared without exposing anybody?",
    ],
    approach: "measurement",
    users: "developers of language tools and moderators",
    action: "test tools in the languages their users write",
  },
  {
    titles: [
      "Virtual worlds and young bodies: boundaries in immersive spaces",
      "Personal space in virtual reality: do boundaries protect children in {area}?",
      "Boundaries that children choose: safety by default in immersive worlds",
    ],
    object: "personal boundaries in immersive virtual spaces",
    problem:
      "Immersive spaces bring voice, gesture and touch-like contact to children's play. Personal boundaries exist as options that few switch on. How children experience violations, and what helps, is known from anecdotes.",
    questions: [
      "Which encounters do children experience as violations?",
      "Do default boundaries change encounters without spoiling play?",
      "What records of an encounter would help moderators and protect privacy?",
    ],
    approach: "design",
    users: "makers of immersive services",
    action: "set boundaries by default in the way children prefer",
  },
  {
    titles: [
      "Duplicates, variants and victims: triage of reports with perceptual hashing",
      "Fewer looks, faster help: grouping related reports before people see them",
      "Triage without blind spots: similarity and the search for new victims",
    ],
    object: "the grouping of related reports before analysts look at them",
    problem:
      "Hotlines receive the same material many times over. Each look costs an analyst something and delays another child. Grouping by similarity is possible; how far it can be trusted is not established.",
    questions: [
      "How many looks can be spared by grouping related reports?",
      "Which errors hide a new victim among old material?",
      "How do analysts work with groups rather than single items?",
    ],
    approach: "measurement",
    users: "hotlines and victim identification units",
    action: "reduce exposure of analysts while finding new victims sooner",
  },
  {
    titles: [
      "Nudges in the camera: can a device help children pause?",
      "A pause before sending: on-device prompts and self-generated images in {area}",
      "Under pressure to send: do prompts on the device reach children in {area}?",
    ],
    object: "on-device prompts before intimate images are taken or sent",
    problem:
      "Several makers of devices blur nudity and ask children to pause. The prompts were tested for recognition rather than for what children do next, and almost never outside two regions.",
    questions: [
      "What do children do after a prompt, at once and over weeks?",
      "Which wording helps children under pressure from another person?",
      "How do prompts fare on cheap devices and slow lines?",
    ],
    approach: "trial",
    users: "makers of devices and operating systems",
    action: "word and place prompts so that a child under pressure gets help",
  },
  {
    titles: [
      "App stores as gatekeepers: age ratings and risky functions in {area}",
      "What an age rating does not say: contact functions in popular apps",
      "Rated for children, open to strangers: an audit of apps in {area}",
    ],
    object: "age ratings of apps and the contact functions behind them",
    problem:
      "Parents and schools rely on age ratings of app stores. Ratings describe content and say little about contact with strangers, location or payments. No independent measure of the gap exists.",
    questions: [
      "Which contact functions are found in apps rated for children?",
      "How often do ratings change when functions are added?",
      "What labels do parents and children understand?",
    ],
    approach: "measurement",
    users: "app stores, regulators and consumer organisations",
    action: "rate what an app lets strangers do, and not only what it shows",
  },
  {
    titles: [
      "Privacy-preserving sharing of risk signals between services",
      "Signals without names: cross-service cooperation under data protection law of {area}",
      "Warning each other lawfully: risk signals between services in {area}",
    ],
    object: "the sharing of risk signals between services without personal data",
    problem:
      "A person banned from one service opens an account on the next. Services could warn each other, but fear liability and false positives. Cryptographic protocols exist on paper and lack trials.",
    questions: [
      "Which signals are useful to others, for how long?",
      "Which protocols meet data protection law and work at scale?",
      "How can a person wrongly listed be heard?",
    ],
    approach: "design",
    users: "services that exchange signals and data protection authorities",
    action: "share less, and what helps",
  },
  {
    titles: [
      "Recommendation and risk: how children's videos reach the wrong audience",
      "When an algorithm gathers an audience: family videos and recommender systems in {area}",
      "Innocent videos, harmful audiences: what limits on recommendation achieve",
    ],
    object: "the spread of innocent videos of children to harmful audiences",
    problem:
      "Recommenders gather audiences for videos of children in play or sport that nobody meant for such audiences. Services report fixes; independent measurement with lawful means is rare.",
    questions: [
      "Which features of a video and its viewers precede a harmful audience?",
      "Do limits on comments and suggestions disperse such audiences?",
      "What can be measured from outside with public data?",
    ],
    approach: "measurement",
    users: "video services and their regulators",
    action: "notice and disperse such audiences early",
  },
  {
    titles: [
      "Connected toys and cameras: exposure of children through home devices in {area}",
      "The listening doll: security of connected toys sold in {setting}",
      "Cameras in the nursery: known weaknesses in devices sold in {area}",
    ],
    object: "the security of connected toys and home cameras",
    problem:
      "Toys with microphones and cheap cameras for nurseries are sold without updates or support. Intrusions are reported by the press, and no one counts what is sold and how it fails in lower-income markets.",
    questions: [
      "Which devices are sold, and which known weaknesses do they carry?",
      "How do families learn of a weakness, and what can they do?",
      "Which import or labelling rules would change the market?",
    ],
    approach: "measurement",
    users: "importers, standards bodies and consumer protection",
    action: "keep the weakest devices from the market",
  },
  {
    titles: [
      "From report to rescue: quality of industry reports received in {area}",
      "Reports that can be acted upon: a standard for their content",
      "What investigators need: the contents of useful reports in {area}",
    ],
    object: "the usefulness of industry reports for investigators",
    problem:
      "Investigators receive ever more reports and can act upon a small share. Missing data, missing context and duplicates are named as reasons, but the share of each has not been measured across countries.",
    questions: [
      "Which contents distinguish reports that led to an action?",
      "How much time is spent on reports that could never be acted upon?",
      "Which minimal content would help most, at what cost to services?",
    ],
    approach: "records",
    users: "reporting services, clearing houses and police units",
    action: "agree on contents of a report that make action likely",
  },
  {
    titles: [
      "Low bandwidth, high stakes: safety tools on basic phones in {area}",
      "Safety on a basic phone: helplines over text and voice menus",
      "Help on every phone: testing text and voice services for children in {area}",
    ],
    object: "safety services for users of basic phones",
    problem:
      "Most safety tools assume a recent phone and a good line. Children with basic phones meet harm by text and voice, and find help by chance. Tools over text and voice menus are cheap and unstudied.",
    questions: [
      "Through which channels do children with basic phones meet harm and seek help?",
      "Does a helpline over text and voice menus reach them?",
      "What does each contact cost, and who could pay for it?",
    ],
    approach: "trial",
    users: "network operators and national helplines",
    action: "offer help on every phone",
  },
]);
