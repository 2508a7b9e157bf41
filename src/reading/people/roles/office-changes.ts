import type { NameIndex } from '../../knowledge/name-index.ts';
import type { Word } from '../../tokens/words.ts';
import { officeFrom } from './role-after.ts';
import { headIn, isOfficeWord, type Names, officeAt, type Range } from './role-phrase.ts';

/** An office that a text gives someone or takes away: `ended` if it is no longer held. */
export type OfficeChange = Range & { ended: boolean };

/** Words that may come between a name and its verb; any other leaves open whether it happened. */
const between: ReadonlySet<string> = new Set(
  'who has have had is was were been also formally officially duly then today yesterday earlier'.split(' '),
);
/** Verbs by which someone is put into an office, kept in it, or leaves it. */
const verbs = {
  appointed: 'appointed named elected re-elected reappointed installed confirmed promoted',
  dismissed: 'sacked fired dismissed removed ousted axed deposed suspended',
  relieved: 'relieved',
  followed: 'succeeded succeeds replaced replaces',
  left: 'resigned retired quit resigns quits',
  kept: 'remains remained continues continued',
  becoming: 'becomes',
} as const;
/** Those of two words: `stepped down`. */
const pairs = {
  left: ['stepped stood steps stands', 'down aside'],
  began: ['took takes', 'over'],
  sworn: ['sworn', 'in'],
  kept: ['stays stayed carries carried', 'on'],
} as const;

const anyOf = (words: string) => words.replaceAll(' ', '|');
const only = (words: string) => new RegExp(`^(?:${anyOf(words)})$`);
const both = ([first, second]: readonly [string, string]) =>
  new RegExp(`^(?:${anyOf(first)}) (?:${anyOf(second)})$`);

const appointed = only(verbs.appointed);
const dismissed = only(verbs.dismissed);
const followed = only(verbs.followed);
const left = only(verbs.left);
const kept = only(verbs.kept);
const becoming = only(verbs.becoming);
const leftTwo = both(pairs.left);
const began = [both(pairs.began), both(pairs.sworn), both(pairs.kept)];

const verbStarts: ReadonlySet<string> = new Set([
  ...verbs.kept.split(' '),
  ...pairs.kept[0].split(' '),
  'becomes',
]);

/** The first words of all of them, and the `by` of `replaced by X as mayor`: where none is near a name, no office changes. */
export const changing: ReadonlySet<string> = new Set([
  ...Object.values(verbs).flatMap(words => words.split(' ')),
  ...Object.values(pairs).flatMap(([first]) => first.split(' ')),
  'by',
]);
/** What makes an appointment one that is supposed, denied or asked about. */
const doubts =
  /^(?:if|whether|unless|deny|denied|denies|denying|rumours?|rumors?|speculation|reportedly|allegedly|could|would|might|may|should|falsely)$/;
/** Offices that one is put into and leaves, by their nouns. */
const posts =
  /^(?:president|vice-president|minister|secretary|secretary-general|ambassador|governor|mayor|director|director-general|chief|head|chair|chairman|chairwoman|chairperson|manager|coach|captain|commander|editor|ceo|executive|chancellor|commissioner|leader|speaker|premier|judge|justice|bishop|archbishop|pope|patriarch|king|queen|treasurer|prosecutor|general|spokesman|spokeswoman|spokesperson|dean|rector|principal|superintendent|councillor|senator|deputy|envoy|representative|administrator|provost|conductor|trustee|auditor|prefect|coordinator|whip|registrar|ombudsman|mediator|negotiator|akim|hakim|wali|member)$/;

/**
 * The offices that a sentence says someone was put into or has left, by the verb behind or before the name:
 * `X has resigned as mayor of Tarn`, `X was sworn in as premier`, `named X as the new energy minister`. An appointment
 * in a sentence with a year is history, and none.
 * @param from where the name begins; `to`: where it ends, exclusive
 */
export function officeChanges(
  words: Word[],
  { from, to }: Range,
  names: Names,
  index: NameIndex,
): OfficeChange[] {
  const { sentence } = words[from]!;
  const found = [
    changeBehind(words, to, sentence, names, index),
    changeBefore(words, from, to, names, index),
  ];
  return found.filter(change => change !== null && !isDoubtful(words, from, change)) as OfficeChange[];
}

/** `X, the mayor, resigned on Monday`: whether the sentence that calls someone something says that it is over. */
export function hasLeft(words: Word[], to: number): boolean {
  const at = verbBehind(words, to);
  const end = at === null ? null : leavingEnd(words, at);
  if (end === null || isDoubtful(words, to - 1, { ended: true })) return false;
  const next = words[end]?.sentence === words[to - 1]!.sentence ? words[end]!.lower : '';
  if (next === 'from')
    return /^(?:office|his|her|the|their)$/.test(words[end + 1]?.lower ?? '') && isPost(words, end + 1);
  return /^(?:|[.,;]|on|after|over|amid|following|yesterday|today|last|this|in|late|early|and|when|because|at|under|citing|hours|days)$/.test(
    next,
  );
}

/** `the ousted president X`: an adjective right before an office that says that it is over. */
export const over = /^(?:ousted|sacked|deposed|dismissed|fired|axed|toppled|resigned|overthrown)$/;

function isPost(words: Word[], at: number): boolean {
  return words
    .slice(at, at + 3)
    .some(({ lower }) => /^(?:office|post|job|position|role|cabinet|government)$/.test(lower));
}

/** The verb behind a name, behind an apposition and auxiliaries; null if something else follows. */
function verbBehind(words: Word[], to: number): number | null {
  const { sentence } = words[to - 1]!;
  let at = to;
  // `His daughter, X, was elected`, `X, who has resigned`, `X, the mayor, resigned`
  const behindComma = words[at + 1]?.lower ?? '';
  if (words[at]?.text === ',' && !between.has(behindComma) && !verbStarts.has(behindComma)) {
    at++;
    while (at < to + longestApposition && words[at]?.sentence === sentence && words[at]!.text !== ',') at++;
    if (words[at]?.text !== ',') return null;
  }
  if (words[at]?.text === ',') at++;
  while (words[at]?.sentence === sentence && between.has(words[at]!.lower)) at++;
  return words[at]?.sentence === sentence ? at : null;
}

const longestApposition = 12;

function pair(words: Word[], at: number): string {
  return `${words[at]!.lower} ${words[at + 1]?.lower ?? ''}`;
}

/** Where the words for leaving an office end, exclusive; null if there are none at `at`. */
function leavingEnd(words: Word[], at: number): number | null {
  const { lower } = words[at]!;
  if (leftTwo.test(pair(words, at))) return at + 2;
  const isPassive = /^(?:was|were|been)$/.test(words[at - 1]?.lower ?? '');
  return left.test(lower) || (isPassive && dismissed.test(lower)) ? at + 1 : null;
}

function changeBehind(
  words: Word[],
  to: number,
  sentence: number,
  names: Names,
  index: NameIndex,
): OfficeChange | null {
  const at = verbBehind(words, to);
  if (at === null) return null;
  const leaving = leavingEnd(words, at);
  if (leaving !== null)
    return words[leaving]?.lower === 'as' ? postFrom(words, leaving + 1, sentence, true, names, index) : null;
  if (began.some(verb => verb.test(pair(words, at))))
    return words[at + 2]?.lower === 'as' ? postFrom(words, at + 3, sentence, false, names, index) : null;
  if (kept.test(words[at]!.lower))
    return words[at + 1]?.lower === 'as' ? postFrom(words, at + 2, sentence, false, names, index) : null;
  if (becoming.test(words[at]!.lower)) return postFrom(words, at + 1, sentence, false, names, index);
  const isPassive = /^(?:was|were|been)$/.test(words[at - 1]!.lower);
  // `X succeeded Y as mayor`, `X was replaced by Y as mayor`
  const isBy = isPassive && words[at]!.lower === 'replaced' && words[at + 1]?.lower === 'by';
  const other = isBy || followed.test(words[at]!.lower) ? names.get(isBy ? at + 2 : at + 1) : undefined;
  if (other !== undefined)
    return words[other]?.lower === 'as' ? postFrom(words, other + 1, sentence, isBy, names, index) : null;
  const post = postOfPassive(words, at);
  return post === null
    ? null
    : postFrom(words, post, sentence, words[at]!.lower === 'relieved', names, index);
}

/** Where the office begins that someone was appointed to or relieved of; null if the verb at `at` says neither. */
function postOfPassive(words: Word[], at: number): number | null {
  const [auxiliary, { lower }] = [words[at - 1]!.lower, words[at]!];
  // `if X is elected president` has not happened.
  const isPassive =
    /^(?:was|were|been)$/.test(auxiliary) || (auxiliary === 'is' && /^(?:appointed|relieved)$/.test(lower));
  if (!isPassive) return null;
  if (lower === 'relieved') return behindPost(words, at + 1);
  if (!appointed.test(lower)) return null;
  return words[at + 1]?.lower === 'as' ? at + 2 : at + 1;
}

/** Where the office begins behind `of his duties as`, `of the post of`; null if it does not. */
function behindPost(words: Word[], at: number): number | null {
  const text = words
    .slice(at, at + 4)
    .map(({ lower }) => lower)
    .join(' ');
  return /^of (?:the|his|her|their) (?:posts?|duties|position|office|responsibilities) (?:of|as)$/.test(text)
    ? at + 4
    : null;
}

/** `appointed X as the new minister` */
function changeBefore(
  words: Word[],
  from: number,
  to: number,
  names: Names,
  index: NameIndex,
): OfficeChange | null {
  const { sentence } = words[from]!;
  let verbAt = from - 1;
  // `appointed Sheikha X as oil minister`
  while (words[verbAt]?.sentence === sentence && index.honorifics.has(words[verbAt]!.lower)) verbAt--;
  const bare = verbAt;
  const isCalled = (word: Word) => index.honorifics.has(word.lower) || isOfficeWord(word, index);
  // `appointed former senator X as chairperson`
  while (words[verbAt]?.sentence === sentence && verbAt > from - longestBefore && isCalled(words[verbAt]!))
    verbAt--;
  // `dismissed the mayor X as a joke`
  if (verbAt < bare && !appointed.test(words[verbAt]?.lower ?? '')) return null;
  const verb = words[verbAt];
  const isAs = words[to]?.lower === 'as';
  // `has named X chief executive`, `named X its chairman`
  const isNamed =
    !isAs && verb !== undefined && appointed.test(verb.lower) && opensPost(words, to, sentence, index);
  if (verb?.sentence !== sentence || !(isAs || isNamed)) return null;
  const isSuccessor = verb.lower === 'by' && words[verbAt - 1]?.lower === 'replaced';
  const isDismissal = dismissed.test(verb.lower) || followed.test(verb.lower);
  if (!isSuccessor && !isDismissal && !appointed.test(verb.lower)) return null;
  if (/^(?:to|not|never|will|be)$/.test(words[verbAt - 1]?.lower ?? '')) return null;
  return postFrom(words, isAs ? to + 1 : to, sentence, isDismissal, names, index);
}

const longestBefore = 6;

/** Whether an office in small letters is right behind a name, without a mark. */
function opensPost(words: Word[], to: number, sentence: number, index: NameIndex): boolean {
  const at = /^(?:its|their|the)$/.test(words[to]?.lower ?? '') ? to + 1 : to;
  const word = words[at];
  if (word?.sentence !== sentence || word.isCapitalized) return false;
  for (let next = at; next < at + 3 && words[next] && !words[next]!.isCapitalized; next++) {
    if (officeAt(words, next, words.length, index) > 0) return true;
    if (!index.modifiers.has(words[next]!.lower)) return false;
  }
  return false;
}

/** The office at a word, if it is one that people are put into. */
function postFrom(
  words: Word[],
  at: number,
  sentence: number,
  ended: boolean,
  names: Names,
  index: NameIndex,
): OfficeChange | null {
  let from = at;
  while (
    words[from]?.sentence === sentence &&
    /^(?:the|a|an|its|his|her|their|new)$/.test(words[from]!.lower)
  )
    from++;
  const office = words[from]?.sentence === sentence ? officeFrom(words, from, names, index) : null;
  const head = office && headIn(words, office.from, office.to, index);
  if (!office || !head || !posts.test(words[head.to - 1]!.lower)) return null;
  // `coach of the year`
  const isAward = words
    .slice(head.to, office.to + 3)
    .some(({ lower }) => /^(?:year|month|match|tournament|season|week|decade)$/.test(lower));
  return isAward ? null : { ...office, ended };
}

function isDoubtful(words: Word[], at: number, { ended }: { ended: boolean }): boolean {
  const { sentence } = words[at]!;
  let start = at;
  while (words[start - 1]?.sentence === sentence) start--;
  for (let next = start; words[next]?.sentence === sentence; next++) {
    const { lower } = words[next]!;
    if (doubts.test(lower) && words[next]!.text !== 'May') return true;
    if (!ended && (/^(?:1[89]|20)\d\d$/.test(lower) || lower === 'ago')) return true;
  }
  return (
    words[at]!.sentence === sentence &&
    words.slice(start, at + 30).some(({ text, sentence: other }) => other === sentence && text === '?')
  );
}
