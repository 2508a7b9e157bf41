/** The closed classes of words in names, folded: the one list of each for the reader and the library. */

/** Words that belong to a surname and may be written in lower case: `Ursula von der Leyen`. */
export const particles: ReadonlySet<string> = new Set(
  (
    'de da do dos das del della delle dei degli di du des la le les lo los las van von vom zum zur der den het ' +
    "'t ‘t ter ten te zu af av bin bint binti bte ibn abu al el ul ud ur y e st. st san santa dal dalla op aan dela delos"
  ).split(' '),
);

/** Particles only in lower case between two names: `Oren ben Horin`, but `Ben Wallis`. */
export const innerParticles: ReadonlySet<string> = new Set([
  'ap',
  'wa',
  'ben',
  'bat',
  'bar',
  'e',
  'y',
  'i',
  'und',
  'zu',
  'ag',
  'ould',
  'wuld',
  'mint',
  'ng',
  'arap',
  'ole',
]);

/** What follows a surname and distinguishes generations, each by the form in which names are compared. */
export const generationSuffixes: ReadonlyMap<string, string> = new Map([
  ['jr', 'jr'],
  ['jnr', 'jr'],
  ['sr', 'sr'],
  ['snr', 'sr'],
]);

/** The same in Portuguese, behind a surname only: `Prado Filho`, but `Agostinho Neto`. */
export const portugueseSuffixes: ReadonlySet<string> = new Set(['filho', 'neto', 'sobrinho', 'junior']);

/** The numeral of a namesake, in capitals: `Henry VIII`, `John Paul II`. */
export const regnalNumeral = /^(?:I{1,3}|IV|VI{0,3}|IX|X(?:I{1,3}|IV|VI{0,3}|IX)|XX[IV]{0,4})$/;

/** Degrees and ranks of an order after a name, written in capitals or with stops. */
export const postNominals: ReadonlySet<string> = new Set(
  (
    'phd md esq mp mep msp mla kc qc cj om ch frs frse fba ao oam bem qpm dso dsc cb kcb dcb gcb mbe obe cbe kbe dbe gbe ' +
    'cmg kcmg dcmg gcmg mvo lvo cvo kcvo dcvo gcvo gcfr gcon sj osb ofm osa csc sdb'
  ).split(' '),
);

/** Forms of address and ranks before a name that has no other context, as in a question of a user. */
export const titles: ReadonlySet<string> = new Set(
  (
    'mr mrs ms miss mx dr prof professor sir dame lord lady sen rep gov gen col lt capt sgt maj adm cmdr president ' +
    'premier minister senator governor secretary chancellor pope king queen prince princess patriarch judge ' +
    'general colonel captain mayor sheikh ayatollah cardinal archbishop bishop rabbi imam emir sultan sheikha datuk dato daw'
  ).split(' '),
);

/** Words that make the name before them a patronymic: `Vusal Said oglu`. */
export const patronymicMarkers: ReadonlySet<string> = new Set(
  'oglu ogly oghlu oglou qizi qyzy kyzy gizi kizi uulu uly uli'.split(' '),
);

/** An East Slavic patronymic: `Mykolaiovych`, `Petrovna`. */
export const patronymic = /(?:[ei]v|ov|yov|iov)(?:ich|ych|yč|ic|na)$|(?:il|k|m)ich$|inichna$|ivna$/;

/** The Arabic article written together with the name: it comes and goes between spellings. */
export const arabicArticle = /^(?:al|el|ul|an|ar|as|ash|at|az|ad|ed)[-'’](?=\p{L}{3})/iu;
