import type { NameIndex } from '../../knowledge/name-index.ts';
import { isYearInFigures } from '../../text/calendar.ts';
import type { Word } from '../../tokens/words.ts';
import { officeFrom } from './apposition.ts';
import { headIn, type Names, type Range } from './role-phrase.ts';

/**
 * An office that a text gives someone or takes away: `ended` if it is no longer held, `called` as in a `ReadRole`.
 */
export type OfficeChange = Range & { ended: boolean; called?: string };

/** Verbs by which someone is put into an office, kept in it, or leaves it. */
const verbs = {
  appointed: 'appointed named elected re-elected reappointed installed confirmed promoted hired recruited',
  dismissed: 'sacked fired dismissed removed ousted axed deposed suspended',
  relieved: 'relieved',
  followed: 'succeeded succeeds replaced replaces',
  left: 'resigned retired quit resigns quits',
  kept: 'remains remained continues continued',
  becoming: 'becomes became',
  joining: 'joins joined rejoins rejoined moves moved returns returned switches switched',
} as const;
/** Those of two words: `stepped down`. */
const pairs = {
  left: ['stepped stood steps stands', 'down aside'],
  began: ['took takes', 'over charge office'],
  sworn: ['sworn', 'in'],
  kept: ['stays stayed carries carried', 'on'],
} as const;

const anyOf = (words: string) => words.replaceAll(' ', '|');
const only = (words: string) => new RegExp(`^(?:${anyOf(words)})$`);
const both = ([first, second]: readonly [string, string]) =>
  new RegExp(`^(?:${anyOf(first)}) (?:${anyOf(second)})$`);

export const appointed = only(verbs.appointed);
export const dismissed = only(verbs.dismissed);
export const followed = only(verbs.followed);
export const left = only(verbs.left);
export const kept = only(verbs.kept);
export const becoming = only(verbs.becoming);
export const joining = only(verbs.joining);
export const leftTwo = both(pairs.left);
export const began = [both(pairs.began), both(pairs.sworn), both(pairs.kept)];

/** Nouns of changes: `the appointment of X as minister`, `the resignation of X as mayor`. */
const nouns = {
  begun: 'appointment election selection promotion confirmation',
  ended: 'resignation dismissal removal sacking departure retirement ousting',
} as const;
export const naming = only(nouns.begun);
export const dismissal = only(nouns.ended);

export const verbStarts: ReadonlySet<string> = new Set([
  ...verbs.kept.split(' '),
  ...pairs.kept[0].split(' '),
  'becomes',
]);

/** The first words of all of them, and the `by` of `replaced by X as mayor`: where none is near a name, no office changes. */
export const changing: ReadonlySet<string> = new Set([
  ...Object.values(verbs).flatMap(words => words.split(' ')),
  ...Object.values(pairs).flatMap(([first]) => first.split(' ')),
  ...Object.values(nouns).flatMap(words => words.split(' ')),
  'by',
]);
/** What makes an appointment one that is supposed, denied or asked about. */
const doubts =
  /^(?:if|whether|unless|deny|denied|denies|denying|rumours?|rumors?|speculation|reportedly|allegedly|could|would|might|may|should|falsely)$/;
/** Offices that one is put into and leaves, by their nouns. */
const posts =
  /^(?:president|vice-president|minister|secretary|secretary-general|ambassador|governor|mayor|director|director-general|chief|head|chair|chairman|chairwoman|chairperson|manager|coach|captain|commander|editor|ceo|executive|officer|chancellor|commissioner|leader|speaker|premier|judge|justice|bishop|archbishop|pope|patriarch|king|queen|treasurer|prosecutor|general|spokesman|spokeswoman|spokesperson|dean|rector|principal|superintendent|councillor|senator|deputy|envoy|representative|administrator|provost|conductor|trustee|auditor|prefect|coordinator|whip|registrar|ombudsman|mediator|negotiator|akim|hakim|wali|member|adviser|advisor|assistant|counsel|professor|headmaster|headteacher|rapporteur|vice-chancellor)$/;

/** Whether a noun heads an office that one is put into. */
export const isPostNoun = (lower: string) => posts.test(lower);

/** The office at a word, if it is one that people are put into. */
export function postFrom(
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
  return isAward(words, head.to, sentence) ? null : { ...office, ended };
}

/** `coach of the year`, `senator of the month` */
function isAward(words: Word[], at: number, sentence: number): boolean {
  const [link, the, period] = words.slice(at, at + 3).map(({ lower }) => lower);
  return (
    words[at]?.sentence === sentence &&
    link === 'of' &&
    /^(?:year|month|match|tournament|season|week|decade)$/.test((the === 'the' ? period : the) ?? '')
  );
}

/** Whether a sentence supposes, denies or asks what it says of an office. */
export function isDoubtful(words: Word[], at: number, { ended }: { ended: boolean }): boolean {
  const { sentence } = words[at]!;
  let start = at;
  while (words[start - 1]?.sentence === sentence) start--;
  for (let next = start; words[next]?.sentence === sentence; next++) {
    const { lower } = words[next]!;
    if (doubts.test(lower) && words[next]!.text !== 'May') return true;
    // `effective January 13, 2020` is no history.
    if (lower === 'effective' && words[next - 1]?.text === ',') return false;
    if (!ended && (isYearInFigures(lower) || lower === 'ago')) return true;
  }
  return (
    words[at]!.sentence === sentence &&
    words.slice(start, at + 30).some(({ text, sentence: other }) => other === sentence && text === '?')
  );
}
