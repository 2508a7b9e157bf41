/**
 * The closed classes of English words that the grammar and the attribution of quotes go by, lower case. Open
 * classes (reporting verbs, offices, honorifics) are lists in `data/knowledge/`.
 */
const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

export const subjectPronouns = set('he she they it we i you');
export const objectPronouns = set('him her them me us');
export const thirdPersonObjects = set('him her them');
export const possessives = set('his her their its our my your');
export const thirdPersonPossessives = set('his her their');
export const weekdays = set('monday tuesday wednesday thursday friday saturday sunday');
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
  contention perception belief`,
);
/** Nouns for what someone says, with the speaker as their possessor: “his appeal for a “…””. */
export const speechNouns = set(
  `claim claims assertion assertions remark remarks comment comments statement statements suggestion allegation
  allegations description call calls pledge pledges promise promises vow vows warning warnings accusation
  accusations contention declaration insistence admission reference references quip joke complaint complaints
  appeal appeals demand demands plea request argument words phrase slogan motto mantra prediction threat threats
  apology confession boast verdict assessment characterization speech letter tweet message`,
);
/** Verbs that contradict their object. */
export const contradictingVerbs = set(
  `deny reject dismiss dispute refute rebut disavow repudiate contest contradict discount downplay disprove debunk
  doubt challenge question`,
);
/** Verbs that answer their object or the object of their preposition. */
export const answeringVerbs = set(
  'respond answer react reply counter address laugh object comment counter condemn',
);
/** Verbs that give their object a name. */
export const namingVerbs = set('call label brand dub deem term describe characterize');

export const evidenceNouns = set(
  'evidence proof record records sign signs indication transcript trace recording footage source reason',
);
/** What is said of a statement that was not made. */
export const untrueWords = set(
  `false untrue myth lie hoax wrong inaccurate incorrect unlikely doubtful doubt doubts doubted impossible unclear
  unproven unconfirmed unverified unthinkable`,
);
export const fakeWords = set(
  `deepfake deepfakes deep-fake fake faked fabricated doctored hoax spoof parody satirical bogus forged
  impersonator impostor imposter ai-generated computer-generated manipulated mocked-up photoshopped misquoted
  misattributed mistranslated apocryphal`,
);
export const wronglyWords = set(
  'falsely wrongly erroneously incorrectly inaccurately mistakenly misleadingly',
);
/** Works in which those who speak are characters. */
export const fictions = set(
  `novel novels film movie play sitcom sketch sketches drama musical opera fable comic cartoon scene episode
  screenplay script skit thriller parody satire fairy-tale dream nightmare trilogy`,
);
/** Works of these kinds quote what was said. */
export const factualWorks = set(
  'documentary interview biography memoir report newsreel debate talk broadcast',
);
export const characterWords = set('character fictional fictitious imaginary');
export const suppositions = set(
  'imagine picture suppose imagining picturing supposing if unless nor whether lest as-if',
);
