import type { NameIndex } from '../../knowledge/name-index.ts';
import { isYearInFigures, monthNumber } from '../../text/calendar.ts';
import type { Word } from '../../tokens/words.ts';
import { officeFrom } from './apposition.ts';
import { isDoubtful, isPostNoun, type OfficeChange } from './posts.ts';
import { formerly } from './role-after.ts';
import {
  determiner,
  headIn,
  isOfficeWord,
  isPossessive,
  mark,
  type Names,
  type Range,
  relation,
  severalOf,
} from './role-phrase.ts';

/** Adverbs that may come between a name, its verb and the office. */
const adverbs =
  /^(?:now|currently|also|still|today|presently|already|himself|herself|previously|formerly|once)$/;
/** What a clause of its own begins with. */
const clauseStart = /^(?:that|because|while|but|and|although|though|where|when|since|as)$/;
const serving = {
  present: /^(?:serves|works|acts|doubles)$/,
  past: /^(?:served|worked|acted)$/,
  participle: /^(?:serving|acting|sitting|working)$/,
};
/** Heads that judge or say what happened to someone, rather than what they do. */
const passing =
  /^(?:hero|heroine|star|victim|suspect|favou?rite|legend|icon|winner|survivor|witness|eyewitness|champion|leader|candidate|contender|target|fan|host|guest|defendant|speaker|incumbent|architect|surrogate)$/;

/**
 * The office that a sentence says someone has or had: `X is the director of the museum`, `X, who serves as treasurer,`,
 * `X was mayor until 2003`. What someone was counts only where the sentence says that it ended: `X was the judge` may
 * be of the day that is told of. Nothing inside quotation marks counts, where it is an opinion.
 * @param from where the name begins; `to`: where it ends, exclusive
 * @param start where the name begins with the office and the forms of address before it
 */
export function predicateRole(
  words: Word[],
  { from, to }: Range,
  start: number,
  names: Names,
  index: NameIndex,
): OfficeChange | null {
  for (const verbAt of verbsOf(words, { from, to }, start)) {
    const role = officeByVerb(words, from, verbAt, names, index);
    if (role) return role;
  }
  return null;
}

/**
 * `X was bishop of Tarn until 1990 and later master of Holm Hall`: the office held after one that is over, which has the
 * same verb.
 */
export function laterOffice(
  words: Word[],
  { to, ended }: OfficeChange,
  names: Names,
  index: NameIndex,
): OfficeChange | null {
  const { sentence } = words[to - 1]!;
  for (let at = to; ended && at < to + longestTerm && words[at]?.sentence === sentence; at++) {
    const { lower, pos } = words[at]!;
    if (pos === 'VERB' || pos === 'AUX' || /^[;:.“”"]$/.test(lower)) return null;
    if (!/^(?:and|then)$/.test(lower) || !afterwards.test(words[at + 1]?.lower ?? '')) continue;
    const next = /^(?:as|the|an?)$/.test(words[at + 2]?.lower ?? '') ? at + 3 : at + 2;
    const office = words[next]?.sentence === sentence ? officeFrom(words, next, names, index) : null;
    const head = office && headIn(words, office.from, office.to, index);
    return office?.from === next && head && isPlain(words, next, head, '', index)
      ? { ...office, ended }
      : null;
  }
  return null;
}

const longestTerm = 10;
const afterwards = /^(?:later|then|afterwards|subsequently|finally)$/;

function officeByVerb(
  words: Word[],
  from: number,
  verbAt: number,
  names: Names,
  index: NameIndex,
): OfficeChange | null {
  const { sentence } = words[from]!;
  const inSentence = (at: number) => words[at]?.sentence === sentence;
  const verb = tenseAt(words, verbAt);
  if (verb === null) return null;
  let at = verb.end;
  while (inSentence(at) && adverbs.test(words[at]!.lower)) at++;
  const article = inSentence(at) ? words[at]!.lower : '';
  if (/^(?:the|an?)$/.test(article) || determiner.has(article)) at++;
  const office = inSentence(at) ? officeFrom(words, at, names, index) : null;
  const head = office && headIn(words, office.from, office.to, index);
  if (!office || !head || office.from !== at || !isPlain(words, at, head, article, index)) return null;
  if (isDoubtful(words, from, { ended: true }) || isQuoted(words, from)) return null;
  const term = termBehind(words, head.to, sentence);
  if (verb.tense === 'perfect' && term?.kind !== 'since') return null;
  if (verb.tense === 'past' && term?.kind !== 'over' && !isBehindTerm(words, from)) return null;
  const role = { from: office.from, to: Math.min(office.to, term?.at ?? office.to) };
  const next = inSentence(role.to) ? words[role.to]!.lower : '';
  // `is the man to beat`, `is a mayor who listens`, `is more of a banker than a minister`
  if (/^(?:to|who|that|than|whose|like)$/.test(next)) return null;
  return { ...role, ended: verb.tense === 'past' || verb.tense === 'former' };
}

/** The words behind a subject and behind `X, who` that may be its verb; none if the name is no subject. */
export function verbsOf(words: Word[], { from, to }: Range, start: number): number[] {
  const { sentence } = words[from]!;
  const inSentence = (at: number) => words[at]?.sentence === sentence;
  if (!inSentence(to)) return [];
  const isApart = words[to]!.text === ',';
  const isClause = isApart && inSentence(to + 1) && words[to + 1]!.lower === 'who';
  const own = isClause ? [to + 2] : [];
  if (isApart && inSentence(to + 1) && serving.participle.test(words[to + 1]!.lower)) return [to + 1];
  // `His successor, X, was until now …`: the name says who the subject is.
  const isApposed =
    isApart && [from, start].some(at => words[at - 1]?.text === ',' && words[at - 2]?.pos === 'NOUN');
  if (isApposed && words[to + 1]?.pos === 'AUX') return [to + 1];
  const first = withDeterminer(words, from, start);
  const before = inSentence(first - 1) ? words[first - 1]! : null;
  const isSubject =
    before === null || clauseStart.test(before.lower) || /^(?:[,:;)”"]|(?:1[89]|20)\d\d)$/.test(before.text);
  if (!isSubject) return own;
  const further = coordinatedVerb(words, to, sentence);
  if (further !== null) own.push(further);
  if (!isApart) return [to, ...own];
  // `X, 45, is a nurse`, `X, who has died at 91, was mayor until 1983`
  for (let at = to + 1; at < to + longestAside && inSentence(at); at++)
    if (words[at]!.text === ',') return words[to + 1]!.lower === 'and' ? own : [...own, at + 1];
    else if ((!isClause && /^(?:VERB|AUX)$/.test(words[at]!.pos)) || mark.has(words[at]!.text)) return own;
  return own;
}

/** `X lives in Tarn and chairs the union`: a further verb of the subject, if nothing between has a verb of its own. */
function coordinatedVerb(words: Word[], to: number, sentence: number): number | null {
  let verbs = 0;
  for (let at = to; at < to + longestClause && words[at]?.sentence === sentence; at++) {
    const { lower, text, pos, isCapitalized } = words[at]!;
    if (lower === 'and' && verbs === 1) {
      const next = adverbs.test(words[at + 1]?.lower ?? '') ? at + 2 : at + 1;
      if (finite.test(words[next]?.lower ?? '') && words[next]!.sentence === sentence) return at + 1;
    }
    if (/^[;:“”"]$/.test(text) || subordinating.test(lower) || relation.has(lower)) return null;
    const isVerb = /^(?:VERB|AUX)$/.test(pos) && !isCapitalized && words[at - 1]!.pos !== 'AUX';
    if (isVerb && ++verbs > 1) return null;
  }
  return null;
}

const longestClause = 20;
const finite = /^(?:is|serves|works|acts|chairs|heads|leads|edits|captains)$/;
/** What may begin a clause with a subject of its own. */
const subordinating =
  /^(?:says?|said|told|thinks?|thought|believe[sd]?|knows?|knew|hope[sd]?|claim(?:s|ed)|add(?:s|ed)|who|whom|whose|which|that|when|where|while|if|because)$/;

/** `From 1971 until 1994 X was mayor`, `Until 2003, X was …`: whether the time before a name is over. */
function isBehindTerm(words: Word[], from: number): boolean {
  const { sentence } = words[from]!;
  const year = words[from - 1]?.text === ',' ? from - 2 : from - 1;
  if (words[year]?.sentence !== sentence || !isYearInFigures(words[year]!.text)) return false;
  const opening = words[words[year - 1]?.isSentenceStart ? year - 1 : year - 3];
  return (
    opening?.sentence === sentence &&
    opening.isSentenceStart &&
    /^(?:until|from|between)$/.test(opening.lower) &&
    (opening.lower === 'until') === words[year - 1]!.isSentenceStart
  );
}

/** `Her neighbour X was once a judge`: where the office before a name begins, with what determines it. */
function withDeterminer(words: Word[], from: number, start: number): number {
  const isDetermined = start < from && /^(?:the|an?|his|her|their|its)$/.test(words[start - 1]?.lower ?? '');
  return isDetermined ? start - 1 : start;
}

const longestAside = 8;

/** `former`: the verb’s own adverb says that it is over, as `was previously`. */
type Tense = 'present' | 'past' | 'perfect' | 'former';

/** The verb by which someone has an office, and where it ends, exclusive. */
function tenseAt(words: Word[], from: number): { tense: Tense; end: number } | null {
  let at = from;
  while (words[at] && adverbs.test(words[at]!.lower)) at++;
  const [lower, next, third] = [at, at + 1, at + 2].map(step => words[step]?.lower ?? '') as [
    string,
    string,
    string,
  ];
  if (lower === 'is' || lower === 'remains') return { tense: 'present', end: at + 1 };
  if (lower === 'will' && next === 'remain') return { tense: 'present', end: at + 2 };
  if (lower === 'used' && next === 'to' && third === 'be') return { tense: 'former', end: at + 3 };
  if (lower === 'was' && next === 'until' && /^(?:now|recently|then)$/.test(third))
    return { tense: 'former', end: at + 3 };
  if (lower === 'was') return { tense: formerly.test(next) ? 'former' : 'past', end: at + 1 };
  if (lower === 'has' && next === 'been') return { tense: 'perfect', end: at + 2 };
  if (lower === 'had' && next === 'been') return { tense: 'past', end: at + 2 };
  return servingAt(words, at, at > from ? words[at - 1]!.lower : '');
}

/** The same of `serves as`, `has worked as`, `once served as`. */
function servingAt(words: Word[], from: number, adverb: string): { tense: Tense; end: number } | null {
  const isPerfect = words[from]?.lower === 'has' && serving.past.test(words[from + 1]?.lower ?? '');
  const at = isPerfect ? from + 1 : from;
  let as = at + 1;
  while (words[as] && adverbs.test(words[as]!.lower)) as++;
  if (words[as]?.lower !== 'as') return null;
  if (isPerfect) return { tense: 'perfect', end: as + 1 };
  const verb = words[at]!.lower;
  const isOver = formerly.test(adverb) || formerly.test(words[as - 1]!.lower);
  if (serving.past.test(verb)) return { tense: isOver ? 'former' : 'past', end: as + 1 };
  return serving.present.test(verb) || serving.participle.test(verb)
    ? { tense: 'present', end: as + 1 }
    : null;
}

/** Whether nothing before the head judges: `a senior lecturer in law`, not `a great teacher`. */
export function isPlain(words: Word[], at: number, head: Range, article: string, index: NameIndex): boolean {
  const last = words[head.to - 1]!.lower;
  // `the leader of the party`, not `the leader among the young`
  const isOfBody = article === 'the' && /^(?:of|for)$/.test(words[head.to]?.lower ?? '');
  if (passing.test(last) && !(isOfBody && /^(?:leader|candidate|speaker)$/.test(last))) return false;
  const first = words[at]!.lower;
  if (severalOf.test(first)) return false;
  if (rankOrder.test(first)) return first === 'first' && /^(?:minister|secretary|officer|deputy)$/.test(last);
  return words.slice(at, head.from).every(
    word =>
      (word.isCapitalized ||
        isPossessive(word) ||
        isOfficeWord(word, index) ||
        word.pos === 'NOUN' ||
        /\p{Ll}-\p{Ll}/u.test(word.text)) &&
      // `a “people's president”`
      !/^['‘“"]/.test(word.text.replace(/^['’]s$/, '')),
  );
}

/** `the second leader to be killed`, `the youngest mayor of all` */
const rankOrder =
  /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|latest|only|sole|next|\d+(?:st|nd|rd|th)|\p{Ll}{3,}est)$/u;

/** What says how long an office was or has been held: `until 2003`, `from 1985 to 1994`, `since May`. */
export function termBehind(
  words: Word[],
  from: number,
  sentence: number,
): { at: number; kind: 'since' | 'over' } | null {
  for (let at = from; at < from + longestOffice && words[at]?.sentence === sentence; at++) {
    const { lower, text } = words[at]!;
    if (/^[,;.:]$/.test(text)) return null;
    const next = words.slice(at + 1, at + 4).map(word => word.lower);
    if (lower === 'since') return { at, kind: 'since' };
    const isYear = next.some(word => isYearInFigures(word) || monthNumber(word) > 0);
    const isLength = lower === 'for' && next.some(word => /^(?:years|months|decades|terms)$/.test(word));
    if (lower === 'until' || isLength || (isYear && /^(?:from|between)$/.test(lower)))
      return { at, kind: 'over' };
    // `in the 1980s`
    if (lower === 'in' && next[0] === 'the' && next.some(word => decade.test(word)))
      return { at, kind: 'over' };
    if (lower === 'at' && next[0] === 'the' && next[1] === 'time') return { at, kind: 'over' };
    // `was director before she joined the cabinet`, `was minister when the mine opened`
    const isClause = words[at + 1]?.pos === 'PRON' || /^(?:the|a|an|his|her)$/.test(next[0] ?? '');
    if (isClause && (lower === 'before' || (lower === 'when' && isPostNoun(words[from - 1]!.lower))))
      return { at, kind: 'over' };
  }
  return null;
}

const longestOffice = 12;
const decade = /^(?:1[89]|20)\d0s$/;

/** Whether a word is inside quotation marks that its paragraph opens. */
export function isQuoted(words: Word[], at: number): boolean {
  const { paragraph } = words[at]!;
  let straight = 0;
  let isOpen: boolean | undefined;
  for (let before = at - 1; words[before]?.paragraph === paragraph; before--) {
    const { text } = words[before]!;
    if (text === '"') straight++;
    isOpen ??= /^[“«„]$/.test(text) ? true : /^[”»]$/.test(text) ? false : undefined;
  }
  return isOpen === true || straight % 2 === 1;
}
