import { monthNames, weekdayNames } from '../text/calendar.ts';

/**
 * The closed classes of English words that the grammar and the attribution of quotes go by, lower case. Open
 * classes (reporting verbs, offices, honorifics) are lists in `data/knowledge/`.
 */
const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

export {
  pluralPronouns,
  subjectPronouns,
  thirdPersonObjects,
  thirdPersonPossessives,
} from '../text/pronouns.ts';

export const negations = set("not n't never nobody neither hardly scarcely no");
/** Conjunctions that begin a clause which is not the main one. */
export const subordinators = set(
  'while as when whenever although though after before because if unless since despite until once whereas',
);
/** Forms that say that something can, may or ought to happen. */
export const weakModals = set('might may could can cannot should must ought');
export const strongModals = set("will would 'll 'd wo shall");
export const hedges = set(
  'perhaps maybe possibly conceivably probably presumably likely surely doubtless never one',
);
/** Auxiliaries that a question, or an unreal condition, begins with. */
export const questionAuxiliaries = set(
  "did does do has have had is was are were would will could can should might may didn't doesn't hasn't",
);

/** What someone says about another or about an affair, so that its words are not those of who answers it. */
export const claimNouns = set(
  `accusation accusations allegation allegations claim claims reports rumour rumours rumor rumors suggestion
  suggestions charge charges assertion assertions notion idea complaint complaints insinuation insinuations
  speculation criticism criticisms theory theories myth narrative argument arguments talk question questions
  contention perception belief warning warnings concern concerns fear fears report story stories gossip legend hoax`,
);
/** Nouns for what someone says, with the speaker as their possessor: “his appeal for a “…””. */
export const speechNouns = set(
  `claim claims assertion assertions remark remarks comment comments statement statements suggestion allegation
  allegations description call calls pledge pledges promise promises vow vows warning warnings accusation
  accusations contention declaration insistence admission reference references quip joke complaint complaints
  appeal appeals demand demands plea request argument words phrase slogan motto mantra prediction threat threats
  apology confession boast verdict assessment characterization speech letter tweet message`,
);
/** More nouns for what someone says: “Her answer was short:”. */
export const answerNouns = set('answer reply response retort opinion advice explanation message plea');
/** Verbs that contradict their object. */
export const contradictingVerbs = set(
  `deny reject dismiss dispute refute rebut disavow repudiate contest contradict discount downplay disprove debunk
  doubt challenge question`,
);
/** Verbs that answer their object or the object of their preposition. */
export const answeringVerbs = set(
  'respond answer react reply counter address laugh shrug scoff object comment counter condemn',
);

export const evidenceNouns = set(
  'evidence proof record records sign signs indication transcript trace recording footage source reason',
);
/** What evidence does, behind “nothing” or “nothing to”. */
export const provingVerbs = set(
  `support supports suggest suggests show shows indicate indicates prove proves confirm confirms back backs
  substantiate substantiates corroborate corroborates`,
);
/** Participles that open a sentence about someone who answers: “Asked about the bridge, X …” */
export const askedParticiples = set('asked pressed questioned quizzed challenged prompted');
/** What those who ask the questions of a transcript are called instead of by name. */
export const askerLabels = set('interviewer reporter journalist host question questioner q');
/** What those who answer them are called. */
export const answerLabels = set('a answer interviewee respondent');
/** What others who speak in a transcript are called by what they do there. */
export const roleLabels = set(
  `chair chairman chairwoman chairperson moderator presenter anchor speaker court judge clerk counsel prosecutor witness
  caller operator panellist panelist`,
);
/** What a text that leads to an interview says of it. */
export const interviewWords = set(
  'met spoke talked talks speaks interview interviewed asked asks sat chatted conversation explains explained questions',
);
/** What is said of a statement that was not made. */
export const untrueWords = set(
  `false untrue myth lie hoax wrong inaccurate incorrect unlikely doubtful doubt doubts doubted impossible unclear
  unproven unconfirmed unverified unthinkable`,
);
export const fakeWords = set(
  `deepfake deepfakes deep-fake fake faked fabricated doctored hoax spoof parody satire satirical bogus forged
  impersonator impostor imposter ai-generated computer-generated manipulated mocked-up photoshopped misquoted
  misattributed mistranslated misreported mistranslation misquotation apocryphal forgery forgeries made-up invented`,
);
/** What is done to someone who is quoted wrongly. */
export const misquotations = set('misquoted misattributed mistranslated misreported misheard impersonated');
export const wronglyWords = set(
  'falsely wrongly erroneously incorrectly inaccurately mistakenly misleadingly',
);
/** Works in which those who speak are characters. */
export const fictions = set(
  `novel novels film movie play sitcom sketch sketches drama musical opera fable comic cartoon soap scene episode
  screenplay script skit thriller parody satire fairy-tale dream nightmare trilogy series`,
);
/** Works of these kinds quote what was said. */
export const factualWorks = set(
  'documentary interview biography memoir report newsreel debate talk broadcast',
);
export const characterWords = set('character fictional fictitious imaginary');
export const suppositions = set(
  'imagine picture suppose imagining picturing supposing if unless nor whether lest as-if rather',
);

/** Nouns for people that are no offices, singular and plural. */
export const personNouns = set(
  `man men woman women boy boys girl girls person people persons child children kid kids youth youths adult adults
  student students resident residents citizen citizens local locals neighbor neighbors neighbour neighbours
  mum mums mom moms dad dads mam gran granny grandma grandad granddad grandpa stepfather stepmother lad lads lass bloke
  father fathers mother mothers parent parents son sons daughter daughters wife wives husband husbands widow
  widower brother brothers sister sisters uncle aunt cousin cousins niece nephew grandfather grandmother
  grandson granddaughter grandparents relative relatives friend friends partner partners couple couples family families
  fiance fiancee girlfriend boyfriend colleague colleagues ally allies aide aides rival rivals critic critics
  opponent opponents victim victims witness witnesses patient patients expert experts scholar scholars scientist
  academic academics official officials source sources insider insiders guest guests host hosts author authors
  poet poets king queen prince princess pope bishop priest monk nun rabbi imam saint guru guide chef cook
  guard guards police cop cops troops rebel rebels insurgent insurgents militant militants terrorist thief thieves
  immigrant immigrants migrant migrants refugee refugees tenant tenants participant participants applicant
  attendant assistant assistants inhabitant inhabitants consultant consultants accountant
  correspondent correspondents respondent respondents superintendent dissident dissidents agent agents
  president presidents client clients recipient parishioner delegate delegates advocate advocates candidate
  candidates graduate graduates associate associates surrogate surrogates magistrate advocate
  individual individuals conservative conservatives liberal liberals republican republicans democrat democrats
  progressive progressives moderate moderates radical radicals independent independents native natives
  faithful elderly poor public one crowd crowds mob audience masses nation others another someone somebody anyone
  anybody everyone everybody some many most several few both two three four five dozens hundreds thousands those
  fan fans volunteer volunteers executive executives representative representatives operative operatives
  detective detectives relative captive captives fugitive fugitives hostage hostages celebrity celebrities
  billionaire millionaire entrepreneur hacker heir staff staffers crew crews duo trio pair spouse
  pilot pilots nurse nurses doctor doctors medic medics soldier soldiers judge judges jury juror
  professor professors lawyer lawyers attorney attorneys activist analyst star stars legend hero veteran veterans
  guy guys lady ladies dude dudes chap chaps fella fellas pal pals mate mates gal gals teen teens infant infants orphan orphans
  bride brides groom grooms bridesmaid bridesmaids twin twins sibling siblings shepherd shepherds maid maids nanny nannies vet
  vets inmate inmates convict convicts pilgrim pilgrims undergraduate undergraduates schoolboy schoolboys schoolgirl
  schoolgirls schoolchildren teammate teammates team-mate team-mates rookie rookies hostess comic comics recruit recruits
  conscript conscripts sentry sentries sleuth sleuths burglar burglars beggar beggars tramp tramps drunk addict addicts
  apprentice apprentices intern interns barista baristas barmaid newborn blonde redhead diabetic diabetics deacon deacons
  chief chiefs user users commenter commenters viewer viewers reader readers survivor survivors enemy enemies genius boss bosses leader leaders ex-wife ex-husband mastermind`,
);
/** Nouns in -er, -or, -ist and the like that are no people. */
export const thingsLikePeople = set(
  `answer answers number numbers matter matters power powers order orders paper papers letter letters winter water
  waters server servers border borders corner center centre chapter offer offers manner weather river rivers summer
  error errors factor factors motor sector sectors terror horror mirror color colour flavor labor labour harbor
  harbour humor rumor fervor vigor honor favor behavior door doors floor floors shoulder shoulders finger fingers
  danger anger hunger trigger layer player-count cover computer computers printer disaster dinner banner banners
  barrier barriers career careers carrier quarter quarters meter filter poster posters register tower towers trailer
  shelter slaughter laughter thunder wonder murder murders gender tender surrender calendar dollar dollars war wars
  year years shower flower flowers character transfer buffer newspaper newspapers chamber chambers timber number
  member-list list lists twist mist fist waist wrist tourist-trap christian-era checklist wishlist playlist theater
  theatre container charter tumor vapor supper pepper butter leather feather sister-city thriller order-book tractor
  reactor reactors vector elevator generator corridor interior exterior minor major super ladder bladder powder
  hour hours tour tours flour four sour your our their her never ever over under after rather other whether either
  together however later earlier better greater fewer larger higher lower former`,
);
/** Nouns for what is written or recorded. */
export const documentNouns = set(
  `report reports statement statements letter letters document documents memo memorandum paper papers study studies
  survey surveys poll polls article articles editorial editorials column essay book books biography memoir manifesto
  declaration communique communiqué press-release release email emails e-mail message messages post posts tweet
  tweets blog website page text texts transcript transcripts filing filings lawsuit suit complaint indictment
  affidavit ruling judgment judgement verdict decision opinion decree law bill act resolution treaty agreement
  contract constitution charter plan proposal proposals bulletin notice note notes advisory warning obituary
  review analysis commentary commentaries op-ed op-eds dispatch dossier file files record records minutes petition pamphlet leaflet brochure ad advert
  advertisement commercial video audio recording tape clip footage caption headline headlines sign signs banner
  banners placard placards poster plaque inscription guidelines guidance rules instructions summary abstract
  newsletter newspaper newspapers magazine magazines daily weekly application form remarks speech testimony
  piece pieces circular circulars directive directives amendment amendments census audit audits log logs manual handbook
  textbook textbooks lyrics motto slogan announcement documentary podcast voicemail telegram cable cables agenda budget
  forecast preamble clause footnote annex appendix accord motion petition screenplay song hymn anthem poem
  ad ads dedication epitaph diary diaries account accounts data research findings index label obituary invitation proclamation order warrant script`,
);
/** Nouns for bodies that speak, besides the words that organisations are named by. */
export const bodyNouns = set(
  `government governments company companies firm firms team teams campaign group groups side sides opposition
  regime regimes state states country countries city cities town towns military army navy airline airlines network
  networks station channel outlet outlets media press firm charity charities nonprofit think-tank thinktank
  watchdog regulator lender brand maker carrier retailer supplier automaker carmaker publisher club clubs court
  courts embassy consulate parliament congress senate cabinet panel board task-force operation coalition alliance
  bloc lobby movement militia faction mission delegation leadership presidency palace kremlin pentagon white-house
  capital capitals organisers organizers prosecution defence defense management tribunal jury synod vatican
  administration authorities authority service services site corporation giant startup start-up bank exchange
  hospital school university college institute museum church mosque society forum union unions party parties
  department ministry agency bureau office commission committee council foundation association federation
  consortium consortiums conglomerate subsidiary brokerage studio studios portal platform faculty laboratory theatre
  theater band bands guild inquiry junta ngo ngos cooperative collective parish municipality municipalities village
  villages county province region kingdom emirate airport utility brewery distillery restaurant hotel gang gangs cartel
  sect congregation tribe clan household manufacturer operator insurer broadcaster bookmaker pollster`,
);
/** What companies, shops, newspapers and bands are called, and no one alone. */
export const businessNouns = set(
  `company firm chain bank lender insurer label brand retailer wholesaler airline carmaker automaker chipmaker drugmaker
  housebuilder bookmaker supermarket store stores shop shops studio studios agency consultancy brewery distillery winery
  shipyard house group conglomerate startup start-up newspaper magazine broadcaster tabloid weekly charity foundation
  band duo trio quartet orchestra restaurant hotel brokerage consortium manufacturer subsidiary multinational`,
);
/** Words that begin or fill a phrase but never head the name of a speaker. */
export const neverSpeakers: ReadonlySet<string> = new Set([
  ...monthNames,
  ...weekdayNames,
  ...set(`today yesterday tomorrow morning evening night week month year time day days thing things way it this that
  which what there here now then about by on in at of meanwhile`),
]);
/** Nouns for the words of another that someone cites. */
export const citedNouns = set(
  'quote quotation line lines words verse verses passage proverb saying motto lyric lyrics excerpt stanza maxim dictum',
);
/** Nouns for a word or two that something is called by. */
export const phraseNouns = set('phrase word words label term tag description nickname');
/** Sayings that no one is known to have made. */
export const sayings = set('proverb saying adage maxim dictum psalm verse axiom aphorism');
/** Works whose words are cited, besides documents. */
export const citedWorks = set(
  `bible scripture scriptures gospel psalm psalms koran quran qur'an torah talmud verse poem poems poetry song songs
  anthem hymn hymns lyrics lullaby ballad novel prayer oath psalter epic sonnet fable catechism nursery-rhyme`,
);
export const citingParticiples = set(
  'quoting reciting paraphrasing borrowing reading singing invoking citing',
);
export const citingVerbs = set(
  'recite recites recited sang sings quote quotes quoted paraphrases paraphrased read reads cites cited',
);
/** Verbs that give their object a name. */
export const namingVerbs = set('call label brand dub deem term describe characterize');
/** Nouns for words that are used again and again. */
export const slogans = set('slogan slogans motto mottos mantra catchphrase tagline battle-cry refrain');
/** What words are written on that need not be those of who holds it. */
export const signs = set(
  'sign signs placard placards banner banners poster posters plaque t-shirt t-shirts sticker stickers flag flags billboard',
);
/** Words for what a crowd calls out. */
export const cries = set(
  'chant chants chanted chanting shout shouts shouted shouting yell yells yelled yelling scream screams screamed screaming cries cried',
);

/** What someone does not believe or hope is in their words all the same. */
export const attitudes = set('believe think hope speculate wonder');
