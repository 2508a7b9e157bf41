import type { Sentence, Span, Token } from '../../model/document.ts';
import { weekdayNumber } from '../../text/calendar.ts';
import { firstEndingAfter } from '../../text/spans.ts';
import type { Tense } from './helpers.ts';
import { isParticiple, mainVerb, relativeBefore } from './main-verb.ts';
import { isGenitive, tenseOfToken, type VerbGroup, verbAfter, verbBefore } from './verb-groups.ts';

export type { Tense };

/** A verb in the present looks ahead only from right before the day: `the talks resume on Sunday`. */
const nearby = 5;
/** The same for verbs that are none of a state: `Parliament meets for the first time on Thursday`. */
const farther = 7;
const isOfState = (verb: Token | undefined) =>
  /^(?:be|have|seem|know|live|own|hold|need|want)$/.test(verb?.lemma ?? '');
/** Within this distance the preceding verb governs the date: `the war that began in October now looms`. */
const governing = 3;

/**
 * The tense of the verb that governs a date: the one right after it (`the attack on Monday killed`), the next one if
 * the date begins a clause (`On Monday, the mayor said`), else the nearest before it; without one, the first after it.
 * @param span the date's words, offsets into the input
 */
export function tenseAt(sentence: Sentence, span: Span): Tense {
  const { tokens } = sentence;
  const first = firstEndingAfter(tokens, span.start);
  const next = pastLists(tokens, firstEndingAfter(tokens, span.end));
  const lead = leadOf(tokens, first);
  const word = tokens[lead]?.lower ?? '';
  const following = verbAfter(tokens, next);
  const last = verbBefore(tokens, first);
  const preceding = last < 0 ? null : tenseOfGroup(tokens, last);
  const near = first - last <= (isOfState(tokens[last]) ? nearby : farther);
  const ofLead = tenseOfLead(tokens, { lead, next, last, preceding, following });
  if (ofLead !== null) return ofLead;
  const isSubject = following?.index === next && isSaidOf(tokens, first, { last, preceding, following });
  const isOfClause = !isSubject && beginsClause(tokens, lead) && isSubjectStart(tokens[next]);
  if (following && isOfClause) return mainVerb(tokens, next, following).tense;
  // `Sunday is the last day to register`, but not `The concert Sunday is sold out`
  if (following && isSubject) return following.tense === 'present' && first > 0 ? 'open' : following.tense;
  if (word === 'for' && preceding === 'past') return 'planned';
  if (preceding === 'present') return near && !isOfNoun(tokens, first, next) ? 'present' : 'open';
  return preceding ?? (following ? mainVerb(tokens, next, following).tense : 'open');
}

/** Whether the verb right behind a day is that of the day, or of what has it, rather than the verb before. */
function isSaidOf(
  tokens: Token[],
  first: number,
  { last, preceding, following }: Pick<Around, 'last' | 'preceding'> & { following: VerbGroup },
): boolean {
  if (!preceding) return true;
  if (relativeBefore(tokens, 0, last) >= 0) return false;
  // `The man stabbed in Osk on Friday is in hospital`
  if (preceding === 'past' && isParticiple(tokens, last) && verbBefore(tokens, last) < 0) return false;
  return (
    first - last > governing ||
    isForeseen(tokens, first - 1, following.tense) ||
    // `A concert set for Saturday will be held`
    (preceding === 'open' && following.tense === 'future')
  );
}

/** Whether a verb is in the past perfect, `had claimed`, `had long been`, and puts nothing off. */
const hadDone = (tokens: Token[], verb: number) =>
  tokens[verb - 1]?.lower !== 'to' &&
  !/^(?:delay|postpone|adjourn|defer|extend|suspend|remand|bail|ban)$/.test(tokens[verb]!.lemma) &&
  tokens.slice(Math.max(0, verb - 3), verb + 1).some(({ lower }) => lower === 'had');

/** Whether something was not done, or could not be, until a day: `Help did not come until Sunday`, `No train ran until Sunday`. */
function wasNotBefore(tokens: Token[], verb: number, tense: Tense): boolean {
  const isAble =
    tense === 'open' && tokens.slice(Math.max(0, verb - 2), verb).some(({ lower }) => lower === 'could');
  if (tense !== 'past' && !isAble) return false;
  if (!tokens.slice(Math.max(0, verb - 4), verb).some(({ lower }) => negations.has(lower))) return false;
  // `said that it could not pay until Friday` looks ahead.
  return !isAble || !tokens.slice(0, verb).some(({ lemma }) => saying.has(lemma));
}

const negations: ReadonlySet<string> = new Set("not n’t n't never no nobody none nothing".split(' '));

/** What was done until a day is over by then: `It burned until Wednesday`. */
const lasting: ReadonlySet<string> = new Set(
  'lasted burned burnt slept waited rained snowed talked fought raged dragged sang danced marched camped hid served'.split(
    ' ',
  ),
);

/** The context of a day: indexes of tokens, and the tenses of the verbs nearest to it. */
type Around = {
  lead: number;
  next: number;
  last: number;
  preceding: Tense | null;
  following: ReturnType<typeof verbAfter>;
};

/** What the word in front of a day says of its tense, null if nothing. */
function tenseOfLead(tokens: Token[], { lead, next, last, preceding, following }: Around): Tense | null {
  const word = tokens[lead]?.lower ?? '';
  if (/^(since|following|after)$/.test(word)) return 'past';
  if (/^(until|till)$/.test(word)) {
    const isOver =
      preceding === null
        ? following?.tense === 'past'
        : hadDone(tokens, last) ||
          (preceding === 'past' && lasting.has(tokens[last]!.lower) && last === lead - 1) ||
          wasNotBefore(tokens, last, preceding) ||
          // `He led the firm until 3 May, when he resigned`
          (following?.tense === 'past' && tokens[next]?.text === ',' && tokens[next + 1]?.lower === 'when');
    return isOver ? 'past' : 'future';
  }
  if (word !== 'by' && word !== 'from') return null;
  if (following && opensClause(tokens, lead - 1) && isSubjectStart(tokens[next])) return following.tense;
  return word === 'by' && isDeadline(tokens, last) ? 'planned' : null;
}

/** Right behind these a clause may begin without `that`. */
const saying: ReadonlySet<string> = new Set(
  'say warn hope think fear predict forecast believe expect add insist promise announce'.split(' '),
);

/** Whether a clause begins behind a token: `(By) Friday you will know`, `said (from) Monday trains would be free`. */
const opensClause = (tokens: Token[], at: number) =>
  beginsClause(tokens, at) || /^[‘']$/.test(tokens[at]!.text) || saying.has(tokens[at]!.lemma);

/** `The council warned Friday would be hard`: what comes right behind the day is said of it. */
const isForeseen = (tokens: Token[], at: number, tense: Tense) =>
  (tense === 'planned' || tense === 'future') && saying.has(tokens[at]?.lemma ?? '');

/** Behind these an infinitive says what was done: `managed to leave by Friday`. */
const achieving: ReadonlySet<string> = new Set(
  'manage fail begin start continue appear seem use come get able have'.split(' '),
);

/** Whether a verb is what someone was ordered or promised to do: `ordered the firm to pay (by Friday)`. */
function isDeadline(tokens: Token[], verb: number): boolean {
  if (verb < 2 || tokens[verb - 1]!.lower !== 'to' || tenseOfToken(tokens, verb) !== 'open') return false;
  const governor = verbBefore(tokens, verb - 1);
  return governor >= 0 && !achieving.has(tokens[governor]!.lemma) && tokens[verb - 2]!.lower !== 'able';
}

/** The tense of a verb; an infinitive looks ahead where the verb before it does: `will return to work`. */
function tenseOfGroup(tokens: Token[], index: number): Tense | null {
  const own = tenseOfToken(tokens, index);
  if (own !== 'open' || tokens[index - 1]?.lower !== 'to') return own;
  const governor = verbBefore(tokens, index - 1);
  if (governor < 0 || index - governor > nearby) return own;
  const tense = tenseOfToken(tokens, governor);
  return tense === 'future' || tense === 'planned' ? tense : own;
}

const isWeekday = (token: Token | undefined) => token !== undefined && weekdayNumber(token.lower) >= 0;

/** The index of the word that governs a day or the list it is in: `for` in `for late Friday and Saturday`; -1 at the start. */
function leadOf(tokens: Token[], first: number): number {
  let index = first - 1;
  for (;;) {
    const text = tokens[index]?.text ?? '';
    if (/^(on|late|later|early|earlier|at|least|this|last|next)$/i.test(text)) index--;
    else if (/^(and|,)$/.test(text) && isWeekday(tokens[index - 1])) index -= 2;
    else return index;
  }
}

/** `Saturday’s attack`, `the Saturday rally`. */
function isOfNoun(tokens: Token[], first: number, next: number): boolean {
  const before = tokens[first - 1];
  return (
    isGenitive(tokens[next]) ||
    before?.pos === 'DET' ||
    (before?.pos === 'PRON' && tokens[next]?.pos === 'NOUN')
  );
}

/** The index after further days of a list (`Friday and Saturday`) and adverbs. */
function pastLists(tokens: Token[], from: number): number {
  let index = from;
  while (
    tokens[index]?.pos === 'ADV' ||
    (/^(and|or|to|through|,)$/.test(tokens[index]?.text ?? '') && isWeekday(tokens[index + 1]))
  )
    index += tokens[index]!.pos === 'ADV' ? 1 : 2;
  return index;
}

function beginsClause(tokens: Token[], lead: number): boolean {
  if (lead < 0) return true;
  const { text } = tokens[lead]!;
  if (text === 'that') return tokens[lead - 1]?.pos === 'VERB';
  return /^(?:[,;:—–“"(]|while|but)$/.test(text) || (text === 'and' && !isWeekday(tokens[lead - 1]));
}

/** Whether a clause continues with its subject. */
function isSubjectStart(token: Token | undefined): boolean {
  return token !== undefined && (token.text === ',' || /^(PRON|DET|PROPN|NOUN|ADJ|NUM)$/.test(token.pos));
}
