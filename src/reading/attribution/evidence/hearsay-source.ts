import { subjectAfter, subjectBefore } from '../../grammar/clause.ts';
import type { Context } from '../../grammar/context.ts';
import { authorOfDocument } from '../../grammar/document-author.ts';
import { namingVerbs } from '../../grammar/lexicon.ts';
import { isVerb, type NounPhrase, parseNounPhrase } from '../../grammar/noun-phrase.ts';
import { speechAt } from '../../grammar/reporting-form.ts';
import { mainSubject } from '../../grammar/salience.ts';
import { isPossessiveEnding } from '../../tokens/words.ts';

/**
 * Who relays what another is said to have spoken: `…," X said, according to Y`, `According to Y, X said "…"`,
 * `Y reported that X said "…"`,
 * `Y published a letter in which X said "…"`. What someone is only reported to have said is not known to be theirs.
 */
export type Hearsay = {
  source: NounPhrase;
  /** Indexes of the words that tell who relays it, `to` exclusive. */
  from: number;
  to: number;
};

const furthest = 40;

/**
 * Who is said to relay it behind an attribution that ends before `at`: `, according to Y`, `, Y reported.`, or
 * whose words it relays: `X said his mother told him`.
 */
export function hearsayAfter(context: Context, at: number, limit: number): Hearsay | null {
  const { words } = context;
  const sentence = words[at]?.sentence;
  const isNoun = context.beginsAt.has(at) || /^(his|her|their|the|a|an)$/.test(words[at]?.lower ?? '');
  const other = isNoun && at < limit ? parseNounPhrase(context, at, limit) : null;
  if (other && speechAt(context, other.whole.to)?.bare)
    return { source: other, from: other.whole.from, to: other.whole.to };
  const end = Math.min(limit, at + furthest);
  for (let next = at; next < end && words[next]!.sentence === sentence; next++) {
    if (context.quoted[next]) return null;
    const isAccording = words[next]!.lower === 'according' && words[next + 1]?.lower === 'to';
    const found = isAccording ? sourceAfter(context, next, limit) : relayedAt(context, next, at, limit);
    if (isAccording || found) return found;
  }
  return null;
}

/** `according to Y`, unless Y is a record of what was said. */
function sourceAfter(context: Context, at: number, limit: number): Hearsay | null {
  const source = parseNounPhrase(context, at + 2, limit);
  if (!source || isOwnRecord(context, source)) return null;
  return { source, from: at, to: possessedEnd(context, source.whole.to) };
}

/** `Norland’s state-run Lusa news agency`: where a phrase ends of which only the possessor was read. */
function possessedEnd({ words, quoted }: Context, to: number): number {
  if (!isPossessiveEnding(words[to - 1]!.text)) return to;
  const ends = (at: number) =>
    words[at]?.sentence !== words[to - 1]!.sentence || quoted[at] || /^[,.;:?!()–—-]$/.test(words[at]!.text);
  let end = to;
  while (!ends(end)) end++;
  return end;
}

/** `quoting Y`, or `, Y reported.` at the end of the sentence. */
function relayedAt(context: Context, at: number, floor: number, limit: number): Hearsay | null {
  const { words } = context;
  if (/^(quoting|citing|paraphrasing)$/.test(words[at]!.lower)) {
    const source = parseNounPhrase(context, at + 1, limit);
    if (source?.kind === 'person') return { source, from: at, to: source.whole.to };
  }
  if (!reports(context, at) || !endsSentence(context, at + 1, limit)) return null;
  const source = subjectBefore(context, at, floor);
  const lead = source && source.whole.from > floor ? words[source.whole.from - 1]! : null;
  const isOrSo = lead?.lower === 'so' && words[source!.whole.from - 2]?.lower === 'or';
  const isApart = lead?.text === ',' || isOrSo;
  return source && isApart ? { source, from: source.whole.from, to: at + 1 } : null;
}

function endsSentence(context: Context, at: number, limit: number): boolean {
  const word = context.words[at];
  return at >= limit || !word || /^[.]$/.test(word.text) || word.sentence !== context.words[at - 1]!.sentence;
}

/**
 * Who is said to relay what the clause of `subject` says, by the words of the sentence before it, or by those
 * between it and its verb: `X, according to Y, said "…"`.
 * @param sentence the index of the sentence's first word
 */
export function hearsayBefore(
  context: Context,
  sentence: number,
  subject: NounPhrase,
  verb = subject.whole.to,
): Hearsay | null {
  const { words } = context;
  const begin = subject.whole.from;
  for (let at = subject.whole.to; at < Math.min(verb, subject.whole.to + 12); at++) {
    if (words[at]!.lower !== 'according' || words[at + 1]?.lower !== 'to') continue;
    const source = parseNounPhrase(context, at + 2, verb);
    return source && { source, from: at, to: source.whole.to };
  }
  // A talk or a campaign during which X said it relays nothing.
  if (words[begin - 1]?.lower === 'which' && /^(in|on|at)$/.test(words[begin - 2]?.lower ?? '')) {
    // `X read a statement from Y in which she said`: a document’s words are its writer’s, not its reader’s.
    if (subject.kind === 'pronoun' && authorOfDocument(context, sentence, begin)) return null;
    const source = mainSubject(context, sentence, begin - 2);
    return source && { source, from: source.whole.from, to: source.whole.to };
  }
  const put = putBefore(context, sentence, begin);
  if (put) return put;
  for (let at = Math.min(begin, verb) - 1; at >= Math.max(sentence, begin - furthest); at--) {
    if (words[at]!.text === ';' || /^(while|but|whereas|though|although)$/.test(words[at]!.lower))
      return null;
    const found = context.quoted[at] ? null : relayerAt(context, at, sentence, subject);
    if (found) return found;
  }
  return null;
}

/** `As Y put it in 1840, X wrote, “…”`: the words are those of Y, who opens the sentence. */
function putBefore(context: Context, sentence: number, subject: number): Hearsay | null {
  const { words } = context;
  if (words[sentence]!.lower !== 'as') return null;
  const source = parseNounPhrase(context, sentence + 1, subject);
  if (source?.kind !== 'person') return null;
  let verb = source.whole.to;
  while (verb < subject && /^(AUX|ADV)$/.test(words[verb]!.pos)) verb++;
  if (!/^(put|puts|putting)$/.test(words[verb]?.lower ?? '') || words[verb + 1]?.lower !== 'it') return null;
  return { source, from: sentence, to: verb + 2 };
}

/** Who relays what the clause of `subject` says by the word at `at` before it: `according to Y`, `Y reported that`. */
function relayerAt(context: Context, at: number, sentence: number, subject: NounPhrase): Hearsay | null {
  const { words } = context;
  const begin = subject.whole.from;
  const { lower } = words[at]!;
  if (lower === 'according' && words[at + 1]?.lower === 'to') {
    const source = parseNounPhrase(context, at + 2, begin);
    return source && { source, from: at, to: source.whole.to };
  }
  const teller = tellerBetween(context, at, begin);
  if (teller) return { source: teller, from: at, to: teller.whole.to };
  const isAccount = subject.kind !== 'described' && isParenthesis(context, at);
  if (!isAccount && (isToldTo(context, at, subject) || !governs(context, at, begin))) return null;
  const isJoined = /^(and|but)$/.test(words[at - 1]?.lower ?? '') && at > sentence;
  const source =
    subjectBefore(context, at, sentence) ?? (isJoined ? mainSubject(context, sentence, at) : null);
  const isReport = source && (source.kind === 'person' || !/ing$/.test(lower));
  return isReport ? { source, from: source.whole.from, to: at + 1 } : null;
}

/** `Y told X, who replied`: X is spoken to, and speaks in turn. */
function isToldTo({ words }: Context, verb: number, { whole }: NounPhrase): boolean {
  return whole.from === verb + 1 && words[whole.to]?.text === ',' && words[whole.to + 1]?.lower === 'who';
}

/** Verbs that never accompany a quote alone, but report what another clause says. */
const reportingVerbs = new Set(
  `report mention announce maintain believe think disclose indicate speculate relate claim allege insist contend
  suggest complain assert hint imply recall`.split(/\s+/),
);

function reports(context: Context, verb: number): boolean {
  const found = speechAt(context, verb);
  return !!found && (found.bare || reportingVerbs.has(found.base));
}

/** Whether the clause at `clause` is what the verb at `verb` reports: `said that X`, `said X`. */
function governs(context: Context, verb: number, clause: number): boolean {
  if (!reports(context, verb)) return false;
  // `a man called X`: the verb only names him.
  if (clause === verb + 1) return !namingVerbs.has(speechAt(context, verb)?.base ?? '');
  const { words } = context;
  let that = clause - 1;
  while (that > verb && !/^(that|how)$/.test(words[that]!.lower)) that--;
  if (that === verb) return false;
  // `declared that A must go, X said`: another clause ends before that of X begins, unless it is joined to it.
  const isJoined = /^(and|but|or)$/.test(words[clause - 1]!.lower);
  for (let at = that + 1; at < clause; at++)
    if (context.quoted[at] || (isVerb(context, at) && !isJoined && !/ing$/.test(words[at]!.lower)))
      return false;
  return true;
}

/** `X, an aide said, is calm, and she has told …`: the whole sentence is an account between commas. */
function isParenthesis(context: Context, verb: number): boolean {
  if (!reports(context, verb) || context.words[verb + 1]?.text !== ',') return false;
  const source = subjectBefore(context, verb, Math.max(0, verb - 12));
  return source !== null && context.words[source.whole.from - 1]?.text === ',';
}

/** `At the gate, says Y, X called it “…”`: who tells a clause that begins behind them, between commas. */
function tellerBetween(context: Context, verb: number, clause: number): NounPhrase | null {
  const { words } = context;
  if (words[verb - 1]?.text !== ',' || !reports(context, verb)) return null;
  const teller = subjectAfter(context, verb, clause);
  return teller?.kind === 'person' && teller.whole.to === clause - 1 && words[clause - 1]!.text === ','
    ? teller
    : null;
}

/** An outlet in brackets right behind a quote, as in a list of what others report: `X called it "…" [Post.]` */
export function outletAfter(context: Context, at: number): Hearsay | null {
  const { words } = context;
  if (words[at]?.text !== '[') return null;
  let to = at + 1;
  while (to < at + 5 && words[to]?.isCapitalized) to++;
  const isClosed = words[to]?.text === ']' || (words[to]?.text === '.' && words[to + 1]?.text === ']');
  if (to === at + 1 || !isClosed) return null;
  const whole = { from: at + 1, to };
  return { source: { kind: 'described', person: null, ...whole, whole }, ...whole };
}

const record =
  /^(remarks|transcripts?|recordings?|excerpts?|extracts?|copy|copies|text|texts|draft|notes|minutes|audio|video|footage|filings?|testimony)$/;

/** `X said, according to prepared remarks`: a record of what was said relays nothing. */
export function isOwnRecord({ words }: Context, { from, to }: NounPhrase): boolean {
  return words.slice(from, to).some(({ lower }) => record.test(lower));
}
