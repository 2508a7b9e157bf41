import type { SpeechVerb } from '../knowledge/name-index.ts';
import type { Context } from './context.ts';
import { bodyNouns, documentNouns, personNouns, strongModals, weakModals } from './lexicon.ts';
import { isVerb, type NounPhrase, nounPhraseStart, parseNounPhrase } from './noun-phrase.ts';

const between =
  /^(has|have|had|also|then|later|further|once|again|even|recently|repeatedly|publicly|would|will|could|might|may|can|should|must|shall|ought|perhaps|probably|surely|one|day|long|since|did|does|do|just|now|still|previously|immediately|quickly|simply|reportedly|famously|himself|herself|afterwards?|earlier|today|yesterday|went|goes|on|to|was|is|been|being|quoted|cited|as|only|once|twice|already|never|not|n't|n’t|'d|initially|specifically|later|who|all|both|instead|soon|promptly|jokingly|last|this|week|month|night|year|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/;

/** A form of a verb of speech at `at`. `read` as a noun, `point` as a noun and the like are none. */
export function speechAt(context: Context, at: number): SpeechVerb | null {
  const word = context.words[at];
  if (!word || context.quoted[at]) return null;
  if (/^puts?$/.test(word.lower) && context.words[at + 1]?.lower === 'it')
    return isPutSo(context, at) ? putIt : null;
  const verb = context.index.speech.get(word.lower);
  if (
    !verb ||
    context.beginsAt.has(at) ||
    (word.isCapitalized && !word.isSentenceStart && word.spacedBefore && !word.runTogether)
  )
    return null;
  if (
    /^(his|her|their|its|the|a|an|this|that|any|no|my|our)$/.test(context.words[at - 1]?.lower ?? '') &&
    !/(ed|said|told)$/.test(word.lower)
  )
    return null;
  if (/^(said|says|told|added|wrote|tweeted|asked|saying)$/.test(word.lower)) return verb;
  // A plain form behind a modal is a verb, whatever wink takes it for; behind a singular name it is none.
  const before = context.words[at - 1]?.lower ?? '';
  if (word.lower === verb.base && (weakModals.has(before) || strongModals.has(before))) return verb;
  if (word.lower === verb.base && context.endsAt.has(at - 1) && !/(t|d|st)$/.test(word.lower)) return null;
  if (context.words[at + 1]?.lower === 'back' && /[dt]$/.test(word.lower)) return { ...verb, bare: true };
  if (/^(NOUN|ADJ|PROPN)$/.test(word.pos) && !/ed$|ing$/.test(word.lower) && !looksLikeVerb(context, at))
    return null;
  return verb;
}

const putIt: SpeechVerb = { base: 'put it', bare: true };

/** `as X put it`, `X puts it this way:`; not `put it on the table`. */
function isPutSo({ words, quoted }: Context, at: number): boolean {
  const next = words[at + 2];
  if (!next || quoted[at + 2] || /^[,.:;]$/.test(next.text) || next.sentence !== words[at]!.sentence)
    return true;
  return (
    next.pos === 'ADV' ||
    (/^(this|in|to|recently|last|at|during|when)$/.test(next.lower) &&
      words.slice(at + 3, at + 9).some(({ text }) => /^[,:]$/.test(text)))
  );
}

/** `McCain notes,`, `the paper notes that`, where wink takes the verb for a noun. */
function looksLikeVerb(context: Context, at: number): boolean {
  return (
    /s$/.test(context.words[at]!.lower) &&
    (context.endsAt.has(at - 1) ||
      /^(he|she)$/.test(context.words[at - 1]?.lower ?? '') ||
      context.words[at + 1]?.lower === 'that' ||
      isStating(context, at))
  );
}

/** `the report states.`: a noun for one who states things, and nothing that the verb could be the noun of. */
function isStating({ words }: Context, at: number): boolean {
  const before = words[at - 1]?.lower ?? '';
  const next = words[at + 1];
  const isSource = documentNouns.has(before) || personNouns.has(before) || bodyNouns.has(before);
  return isSource && (!next || !/^(NOUN|PROPN|ADJ|ADP)$/.test(next.pos));
}

/** A subject stands no more words than this before its verb. */
const maxWordsBack = 60;

/** Who does what the verb at `verb` says, looked for on its left, not beyond `sentenceFloor`. */
export function subjectBefore(context: Context, verb: number, sentenceFloor: number): NounPhrase | null {
  const { words } = context;
  const floor = Math.max(sentenceFloor, verb - maxWordsBack);
  const { sentence } = words[verb]!;
  const isIn = (at: number) => at >= floor && words[at]?.sentence === sentence && !context.quoted[at];
  if (isPassive(context, verb, floor)) return null;
  let at = verb - 1;
  while (
    isIn(at) &&
    (between.test(words[at]!.lower) || words[at]!.pos === 'ADV') &&
    words[at]!.lower !== 'who'
  ) {
    if (
      words[at]!.lower === 'to' &&
      !/^(went|goes|go|on|continued|continues)$/.test(words[at - 1]?.lower ?? '')
    )
      return null;
    at--;
  }
  if (!isIn(at)) return null;
  if (words[at]!.lower === 'who')
    return beforeComma(context, words[at - 1]?.text === ',' ? at - 2 : at - 1, floor, at);
  if (words[at]!.text === ')') {
    while (isIn(at) && words[at]!.text !== '(') at--;
    at--;
  }
  if (/^[,–—]$/.test(words[at]?.text ?? '')) return beforeApposition(context, at, floor);
  const found = nounPhraseEndingAt(context, at, floor, verb);
  if (found?.kind === 'person') return possessorOf(context, found, floor) ?? found;
  if (found?.kind !== 'described') return found;
  const owner = officeHolder(context, found, floor);
  if (owner) return owner;
  const link = words[found.from - 1];
  // `X came and in a statement said`: the statement is where it was said.
  if (
    /^(in|through|via)$/.test(link?.lower ?? '') &&
    found.from - 1 > floor &&
    documentNouns.has(words[found.to - 1]!.lower)
  )
    return /^(and|but)$/.test(words[found.from - 2]!.lower)
      ? null
      : subjectBefore(context, found.from - 1, sentenceFloor);
  if (!link || !/^(in|on|at|during|after|before|since|with)$/.test(link.lower)) return found;
  const named = context.endsAt.get(found.from - 2);
  return named && named.from >= floor
    ? (nounPhraseEndingAt(context, found.from - 2, floor, verb) ?? found)
    : found;
}

const holding =
  /^(about|against|by|of|from|to|for|with|over|near|around|behind|beside|outside|inside|towards?|under|between|among|featuring|on|in|at|via|through)$/;

/**
 * The person whom an office in front of the verb belongs to: `X, president and head of the bank, said`, `X, head of
 * the bank, a lender, said`. The name begins the clause, and no verb comes between.
 */
function officeHolder(context: Context, { from }: NounPhrase, floor: number): NounPhrase | null {
  const { words, index, endsAt } = context;
  if (!index.offices.has(words[from]!.lower) && !index.modifiers.has(words[from]!.lower)) return null;
  for (let at = from - 1; at > Math.max(floor, from - 14); at--) {
    const { text, lower } = words[at]!;
    if (context.quoted[at] || isVerb(context, at) || /^[.;:]$/.test(text) || lower === 'with') return null;
    if (text !== ',') continue;
    const named = endsAt.get(at - 1);
    if (!named) continue;
    const before = words[named.from - 1];
    const begins =
      named.from <= floor ||
      !before ||
      before.sentence !== words[at]!.sentence ||
      /^[,;:“”"]$/.test(before.text);
    const { person, to } = named;
    return begins ? { kind: 'person', person, from: named.from, to, whole: { from: named.from, to } } : null;
  }
  return null;
}

/**
 * What a name only belongs to, the words for it kept: `a lawsuit against X called`, `the man who beat X said`,
 * `voters embracing X announced`.
 */
function possessorOf(context: Context, { whole }: NounPhrase, floor: number): NounPhrase | null {
  const { words } = context;
  const link = words[whole.from - 1];
  const before = words[whole.from - 2];
  if (!link || !before || whole.from - 2 < floor || link.sentence !== before.sentence) return null;
  if (/^[,;:–—]$/.test(before.text) || context.quoted[whole.from - 2]) return null;
  if (!holding.test(link.lower) && !isParticiple(context, whole.from - 1)) return null;
  let from = whole.from - 2;
  while (
    from > floor &&
    from > whole.from - 12 &&
    !clauseEdge.test(words[from - 1]!.lower) &&
    !context.quoted[from - 1]
  )
    from--;
  return { kind: 'described', person: null, from, to: whole.to, whole: { from, to: whole.to } };
}

const clauseEdge = /^([,;:–—(]|that|and|but|while|when|as|because|if)$/;

/** A verb, none of speech, that stands right behind whom it is about: `who beat`, `voters embracing`. */
function isParticiple(context: Context, at: number): boolean {
  const { words, index } = context;
  const [verb, before] = [words[at]!, words[at - 1]!];
  if (index.speech.has(verb.lower) || index.offices.has(verb.lower)) return false;
  if (/^(who|that|which)$/.test(before.lower)) return verb.pos === 'VERB' || /[^s]s$/.test(verb.lower);
  if (verb.pos !== 'VERB') return false;
  return /(ing|ed)$/.test(verb.lower) && (/^(NOUN|PROPN)$/.test(before.pos) || context.endsAt.has(at - 1));
}

/** The phrase whose last word is `at`. */
function nounPhraseEndingAt(context: Context, at: number, floor: number, limit: number): NounPhrase | null {
  const { words } = context;
  if (at < floor || context.quoted[at] || /^[.;:!?“”"]$/.test(words[at]!.text)) return null;
  if (/^(he|she|they|it|we|i|you)$/.test(words[at]!.lower)) return parseNounPhrase(context, at, at + 1);
  const from = nounPhraseStart(context, at + 1, floor);
  if (from > at) return null;
  if (/^(and|&)$/.test(words[from - 1]?.lower ?? '') && isJoint(context, from, floor)) {
    const joint = { from: context.endsAt.get(from - 2)?.from ?? from - 2, to: at + 1 };
    return {
      kind: 'described',
      person: null,
      ...joint,
      whole: joint,
    };
  }
  const found = parseNounPhrase(context, from, Math.min(limit, at + 1));
  if (found?.kind === 'described' && found.to <= at)
    return { ...found, to: at + 1, whole: { from, to: at + 1 } };
  if (found?.kind === 'person' && words[from - 1]?.text === ',' && found.whole.from > found.from)
    return found;
  return found;
}

/** `X and Y said`: two who speak are not one. */
function isJoint(context: Context, from: number, floor: number): boolean {
  const before = from - 2;
  return (
    before >= floor &&
    (context.endsAt.has(before) || context.words[before]!.pos === 'PROPN') &&
    context.beginsAt.has(from)
  );
}

/** A comma stands before the verb: the name before the apposition, or the apposition itself. */
function beforeApposition(context: Context, comma: number, floor: number): NounPhrase | null {
  const { words } = context;
  const isOpen = (at: number) =>
    at >= floor && words[at]!.sentence === words[comma]!.sentence && !context.quoted[at];
  let right = comma;
  for (let round = 0; round < 5; round++) {
    let left = right - 1;
    while (
      left >= floor &&
      words[left]!.sentence === words[comma]!.sentence &&
      !context.quoted[left] &&
      !/^[,;:–—]$/.test(words[left]!.text)
    )
      left--;
    // `X, citing Y, said`: what stands between the commas is what X does, or whom X does it with.
    if (isOpen(left) && isAside(context, left + 1)) {
      const whose = beforeComma(context, left - 1, floor, left);
      if (whose) return whose;
      right = left;
      continue;
    }
    const segment = parseNounPhrase(context, skipLead(context, left + 1), right);
    if (segment?.kind === 'person' && segment.to === beforeBracket(context, right, left)) return segment;
    if (!isOpen(left) || !/^[,–—]$/.test(words[left]!.text)) {
      if (!segment) return null;
      return segment.kind === 'pronoun' ? null : segment;
    }
    const before = beforeComma(context, left - 1, floor, left);
    if (before && isApposition(context, left + 1))
      return (before.kind === 'described' ? officeHolder(context, before, floor) : null) ?? before;
    right = left;
  }
  return null;
}

function isAside(context: Context, at: number): boolean {
  const word = context.words[at]!;
  const isDoing =
    word.pos === 'VERB' && /(ing|ed)$/.test(word.lower) && !context.index.offices.has(word.lower);
  return isDoing || /^(like|unlike|with|alongside|along|together|echoing|citing|quoting)$/.test(word.lower);
}

/** Where the words before a bracket end: `X (R-OH),`. */
function beforeBracket({ words }: Context, right: number, left: number): number {
  if (words[right - 1]?.text !== ')') return right;
  let open = right - 1;
  while (open > left && words[open]!.text !== '(') open--;
  return open;
}

function skipLead(context: Context, at: number): number {
  while (/^(but|and|so|yet|or|then|meanwhile|still|however|that|also)$/.test(context.words[at]?.lower ?? ''))
    at++;
  return at;
}

function isApposition(context: Context, at: number): boolean {
  const word = context.words[at]!;
  return (
    /^(a|an|the|who|whose|which|his|her|now|one|then|formerly|himself|herself|both|of|from|in|on|speaking|R|D|I)$/i.test(
      word.lower,
    ) ||
    /^\d/.test(word.text) ||
    word.isCapitalized ||
    context.index.offices.has(word.lower) ||
    context.index.modifiers.has(word.lower) ||
    /^(ADP|VERB|ADV|ADJ|NOUN)$/.test(word.pos)
  );
}

function beforeComma(context: Context, at: number, floor: number, limit: number): NounPhrase | null {
  const { words } = context;
  if (at < floor) return null;
  if (words[at]!.text === ')') {
    while (at > floor && words[at]!.text !== '(') at--;
    at--;
  }
  const named = context.endsAt.get(at);
  if (named) return nounPhraseEndingAt(context, at, floor, limit);
  if (/^(NOUN|PROPN)$/.test(words[at]?.pos ?? '')) return nounPhraseEndingAt(context, at, floor, limit);
  return null;
}

/** `was told`, `is called`: what is done to somebody. */
export function isPassive(context: Context, verb: number, floor: number): boolean {
  const { words } = context;
  if (!/(ed|told|said|quoted|put|called|asked)$/.test(words[verb]!.lower)) return false;
  for (let at = verb - 1; at >= floor && at >= verb - 4; at--) {
    const word = words[at]!;
    if (/^(was|were|is|are|been|being|be|'s|'re|am|got|gets)$/.test(word.lower))
      return words[at]!.sentence === words[verb]!.sentence;
    if (word.pos !== 'ADV' && !/^(not|n't|also|just|widely|often)$/.test(word.lower)) return false;
  }
  return false;
}

/** The one named behind the verb at `verb`: `said X`. Never behind `told`. */
export function subjectAfter(context: Context, verb: number, limit: number): NounPhrase | null {
  const { words } = context;
  if (/^(told|tells|telling)$/.test(words[verb]!.lower)) return null;
  let at = verb + 1;
  while (
    at < limit &&
    (/^(then|later|also|again|on|to|once)$/.test(words[at]?.lower ?? '') || days.test(words[at]?.lower ?? ''))
  )
    at++;
  const word = words[at];
  if (!word || word.sentence !== words[verb]!.sentence || at >= limit || context.quoted[at]) return null;
  if (/^(he|she)$/.test(word.lower)) {
    const next = words[at + 1];
    return !next || /^[,.;]$/.test(next.text) ? parseNounPhrase(context, at, at + 1) : null;
  }
  if (!startsPhrase(context, at)) return null;
  return parseNounPhrase(context, at, limit);
}

const days = /^(monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today)$/;

function startsPhrase(context: Context, at: number): boolean {
  const word = context.words[at]!;
  if (context.beginsAt.has(at) || word.isCapitalized) return true;
  if (/^(the|a|an|one|another|his|her|their|its|two|some|many|several)$/.test(word.lower)) return true;
  return (
    context.index.offices.has(word.lower) ||
    context.index.modifiers.has(word.lower) ||
    word.pos === 'NOUN' ||
    word.pos === 'ADJ'
  );
}
