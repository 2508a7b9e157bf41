import { foldedWords } from '../text/fold.ts';

const empty = new Set([
  'the',
  'a',
  'an',
  'of',
  'for',
  'to',
  'in',
  'at',
  'and',
  'on',
  'his',
  'her',
  'their',
  'its',
  'former',
  'then',
  'current',
  'new',
  'acting',
  'outgoing',
  'incoming',
  'ex',
  'affairs',
  'mr',
]);

/** The key of a wording: the same for the same words, whatever their case and articles. */
export function roleKey(text: string): string {
  return foldedWords(text)
    .filter(word => word !== 'the' && word !== 'a' && word !== 'an')
    .join(' ');
}

/** Whether two wordings can be one office: the longer has nearly all the words of the shorter. */
export function rolesAgree(a: string, b: string): boolean {
  const [x, y] = [stems(a), stems(b)];
  const smaller = Math.min(x.size, y.size);
  if (smaller === 0) return false;
  return [...x].filter(stem => y.has(stem)).length / smaller >= 0.7;
}

/** First five letters: Russia and Russian, minister and ministry, which have different stems, must agree here. */
export function stems(text: string): Set<string> {
  return new Set(
    foldedWords(text)
      .filter(word => !empty.has(word))
      .map(word => (word === 'us' || word === 'american' || word === 'america' ? 'unite' : word.slice(0, 5))),
  );
}

const rank = new Set([
  'deputy',
  'vice',
  'assistant',
  'associate',
  'under',
  'former',
  'ex',
  'acting',
  'then',
  'shadow',
  'outgoing',
  'incoming',
  'designate',
  'elect',
]);

/** Words that say in front of an office that it is no longer held; the first may stand anywhere in it. */
const past = ['former', 'ex', 'erstwhile', 'onetime', 'then', 'late'] as const;
const formerly: ReadonlySet<string> = new Set(past.filter(word => word !== 'late'));
const beginsAsFormer = new RegExp(`^(?:the )?(?:${past.join('|')})\\b|\\b${past[0]}\\b`, 'i');
const pastWords = new RegExp(`\\b(?:${past.join('|')})\\b-?`, 'gi');

/** Whether two wordings are alike in `deputy`, `former` and the like. */
function haveSameRank(a: string, b: string): boolean {
  const isOver = (text: string) => foldedWords(text).some(word => formerly.has(word));
  return grade(a) === grade(b) && isOver(a) === isOver(b);
}

/** `deputy`, `vice` and the like, without those for `former`. */
function grade(text: string): string {
  return foldedWords(text)
    .filter(word => rank.has(word) && !formerly.has(word))
    .sort()
    .join(' ');
}

/**
 * Whether a wording adds nothing to another one: `President` next to `President of Vale`.
 * @param isSpelledOut whether words that the other has a short form for count as its own
 */
export function addsNothing(role: string, other: string, isSpelledOut = false): boolean {
  const [x, y] = [stems(role), stems(other)];
  if (!haveSameRank(role, other)) return false;
  const spelledOut = isSpelledOut ? shortenedIn(role, y) : new Set<string>();
  return [...x].every(
    stem => y.has(stem) || isInitials(stem, other) || spelledOut.has(stem) || isShortCountry(stem, y),
  );
}

/** The stems of the words that the short forms among other stems stand for: those of `United Nations` where the others have `UN`. */
function shortenedIn(role: string, others: ReadonlySet<string>): Set<string> {
  const words = foldedWords(role);
  const initials = words.map(word => word[0]).join('');
  const found = new Set<string>();
  for (const short of others) {
    const at = short.length > 1 && short.length < 5 ? initials.indexOf(short) : -1;
    if (at >= 0) for (const word of words.slice(at, at + short.length)) found.add([...stems(word)][0] ?? '');
  }
  return found;
}

/** `Iran` next to `Iranian`: the adjective of a country with a four-letter name has a longer stem. */
function isShortCountry(stem: string, others: ReadonlySet<string>): boolean {
  return [...others].some(other => {
    const [short, long] = stem.length < other.length ? [stem, other] : [other, stem];
    return short.length === 4 && long.length === 5 && long.startsWith(short) && /[ins]$/.test(long);
  });
}

/** `UN` for `United Nations`. */
function isInitials(stem: string, text: string): boolean {
  const initials = foldedWords(text).map(word => word[0]);
  return stem.length > 1 && stem.length < 5 && initials.join('').includes(stem);
}

/** Whether a wording says that the office is no longer held: `former mayor`, `ex-minister`, `then the finance minister`. */
export function isFormer(text: string): boolean {
  return beginsAsFormer.test(text);
}

/** Whether a wording says that the office is no longer held, or not for long: `outgoing mayor`. */
export function isFormerOrOutgoing(text: string): boolean {
  return isFormer(text) || /\boutgoing\b/i.test(text);
}

/** An office without the words that say it is no longer held. */
export function withoutFormer(text: string): string {
  return text.replace(pastWords, ' ');
}

/** What someone is called by a role: an office that the article says is over is a former one. */
export function wordingOf({
  text,
  called = text,
  ended,
}: {
  text: string;
  called?: string | undefined;
  ended?: true | undefined;
}): string {
  return !ended || isFormerOrOutgoing(called) ? called : `former ${called}`;
}

/** Whether two wordings are one office but for whether it is still held. */
export function sameOffice(a: string, b: string): boolean {
  const [x, y] = [officeStems(a), officeStems(b)];
  const [fewer, more] = x.size <= y.size ? [x, y] : [y, x];
  return fewer.size > 0 && grade(a) === grade(b) && [...fewer].every(stem => more.has(stem));
}

const officeStems = (text: string) => stems(withoutFormer(text));

/** The noun of an office, folded: `mayor` of `mayor of Tarn`, `chief` of `Harbour Authority chief`. */
export function officeNoun(text: string): string | undefined {
  return foldedWords(text.split(/\b(?:of|for|at|in)\b/i)[0]!).at(-1);
}

/** The words of an office that say which it is: without `the` and `of`. */
export function officeWords(text: string): string[] {
  return foldedWords(text).filter(word => !empty.has(word) || rank.has(word));
}

/**
 * The words of an office that was asked for which a role doesn't have, `tarn` of `mayor of Tarn` for `Mayor`; none if
 * the role has them all, null if it is another office.
 */
export function officeWordsBeyond(asked: string, role: string): string[] | null {
  const [wanted, own] = [stems(asked), stems(role)];
  const noun = officeNoun(role);
  if (noun === undefined || !foldedWords(asked).includes(noun) || !haveSameRank(asked, role)) return null;
  if ([...wanted].every(stem => own.has(stem))) return [];
  if (![...own].every(stem => wanted.has(stem))) return null;
  return foldedWords(asked).filter(word => !empty.has(word) && !own.has(word.slice(0, 5)));
}
