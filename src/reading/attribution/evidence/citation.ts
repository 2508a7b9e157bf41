import { isPassive } from '../../grammar/clause.ts';
import { type Context, genderOf, type WordRange } from '../../grammar/context.ts';
import * as lexicon from '../../grammar/lexicon.ts';
import { isVerb, type NounPhrase, parseNounPhrase } from '../../grammar/noun-phrase.ts';
import { nounPhraseStart } from '../../grammar/noun-phrase-back.ts';
import { speakerKind } from '../../grammar/speaker-kind.ts';

/** A line that someone cites: whose it is, null where the text doesn't say, and the words that show it. */
export type Citation = { author: NounPhrase | null; cue: WordRange };

const furthest = 16;
/** What comes between a citing verb and its source. */
const leadsToSource: ReadonlySet<string> = new Set(
  'from aloud out loud to a an the his her their some old'.split(' '),
);
const speaking = /^(saying|adding|declaring|telling|proclaiming|intoning)$/;

/**
 * `reciting Psalm 23: “…”`, `X, quoting a proverb, told Y: “…”`, `X read from the letter: “…”`, `ended with the saying,
 * “…”`: words before the quote from which it follows that it is cited.
 */
export function citedBefore(context: Context, floor: number, to: number): Citation | null {
  const { words, quoted } = context;
  const saying = citedSaying(context, floor, to);
  if (saying) return saying;
  let isCut = false;
  for (let at = to - 1; at >= Math.max(floor, to - furthest); at--) {
    const { lower, text } = words[at]!;
    if (quoted[at] || (text.length < 4 && /^([.;!?]|and|but|as)$/.test(lower))) return null;
    if (at < to - 1 && lexicon.citingParticiples.has(lower) && !isEarlier(context, at))
      return citation(context, at, to, lower);
    const isActive = lexicon.citingVerbs.has(lower) && isVerb(context, at) && !isPassive(context, at, floor);
    if (!isCut && isActive && at < to - 2) return citation(context, at, to, lower);
    const writer = isActive && /^read/.test(lower) ? writerBehind(context, at + 1, to) : null;
    if (writer) return { author: writer, cue: { from: at, to: at + 1 } };
    isCut ||= isVerb(context, at) && !speaking.test(lower) && lower !== 'to';
  }
  return null;
}

/** `After reciting a psalm, X said: “…”`: what was cited came before. */
function isEarlier({ words }: Context, at: number): boolean {
  return /^(after|before|upon|since|without)$/.test(words[at - 1]?.lower ?? '');
}

/** `“…,” X said, quoting a proverb`: words behind an attribution that ends before `from`. */
export function citedAfter(context: Context, from: number, limit: number): Citation | null {
  const { words, quoted } = context;
  const { sentence } = words[from - 1]!;
  for (let at = from; at < Math.min(limit, from + furthest); at++) {
    const { lower, text } = words[at]!;
    if (quoted[at] || words[at]!.sentence !== sentence || /^[.;!?]$/.test(text)) return null;
    const isApart = words[at - 1]!.text === ',' || at === from;
    if (!isApart || !lexicon.citingParticiples.has(lower)) continue;
    const found = citation(context, at, limit, lower);
    // Someone who is quoted by another behind the attribution is quoted at second hand.
    return found?.author?.kind === 'person' && found.author.from < at + 4 ? null : found;
  }
  return null;
}

/** `the proverb: “…”`, `an old saying, “…”` */
function citedSaying(context: Context, floor: number, to: number): Citation | null {
  const { words } = context;
  const [mark, noun] = [words[to - 1], words[to - 2]];
  if (!mark || !noun || to - 2 <= floor || !/^[:,]$/.test(mark.text)) return null;
  if (!lexicon.sayings.has(noun.lower)) return null;
  let from = to - 3;
  while (from > floor && from > to - 6 && /^(ADJ|NOUN)$/.test(words[from]!.pos)) from--;
  if (words[from]!.pos !== 'DET') return null;
  const whole = { from, to: to - 1 };
  return { author: { kind: 'described', person: null, ...whole, whole }, cue: { from: to - 2, to: to - 1 } };
}

/** What the citing verb at `at` has for its source; null where it cites no words, as in `citing security concerns`. */
function citation(context: Context, at: number, limit: number, verb: string): Citation | null {
  const { words } = context;
  const cue = { from: at, to: at + 1 };
  const isRecital = /^(recit|sang|sing)/.test(verb);
  let begin = at + 1;
  while (begin < limit && leadsToSource.has(words[begin]!.lower) && words[begin]!.pos !== 'DET') begin++;
  const source = begin < limit ? parseNounPhrase(context, begin, limit) : null;
  // `unfolded the note and read it aloud`
  const isReadOut = /^read/.test(verb) && /^(?:it|them)$/.test(words[begin]?.lower ?? '');
  if (!source || source.kind === 'pronoun') return isRecital || isReadOut ? { author: null, cue } : null;
  if (source.kind === 'person' && isWork(context, source))
    return { author: { ...source, kind: 'described', person: null }, cue };
  const author = authorOf(context, source, limit);
  // A letter from someone that another reads out is at second hand.
  if (author && /^read/.test(verb)) return null;
  if (author) return { author, cue };
  if (/^read/.test(verb) && isOwnText(context, source)) return null;
  if (isRecital || isCitable(context, source, verb)) return { author: source, cue };
  return null;
}

const writing = new Set('leave write send pen email text post tweet'.split(' '));

/** `read from a note he had left`: who wrote the document right behind `begin`, by a relative clause behind it; the document itself for a pronoun. */
function writerBehind(context: Context, begin: number, limit: number): NounPhrase | null {
  const { words } = context;
  let document = begin;
  while (document < Math.min(limit, begin + 5) && !lexicon.documentNouns.has(words[document]!.lower))
    document++;
  const next = /^(that|which)$/.test(words[document + 1]?.lower ?? '') ? document + 2 : document + 1;
  const writer = next < limit ? parseNounPhrase(context, next, limit) : null;
  if (!writer) return null;
  let verb = writer.whole.to;
  while (verb < limit && /^(AUX|ADV)$/.test(words[verb]!.pos)) verb++;
  if (verb >= limit || !writing.has(words[verb]!.lemma)) return null;
  if (writer.kind !== 'pronoun') return writer;
  const whole = { from: nounPhraseStart(context, document + 1, begin), to: document + 1 };
  return { kind: 'described', person: null, ...whole, whole };
}

/** What speakers read out from as their own. */
const ownTexts = new Set(
  'statement statements remarks notes notebook script speech teleprompter autocue'.split(' '),
);

/** `reading from a prepared statement`; not `reading a statement on behalf of the family`. */
function isOwnText({ words }: Context, { from, to }: NounPhrase): boolean {
  const noun = words.slice(from, to).findIndex(({ lower }) => ownTexts.has(lower));
  return noun >= 0 && !/^(from|by|of|on|for)$/.test(words[from + noun + 1]?.lower ?? '');
}

/** `the King James Bible`, even where it looks like someone’s name. */
function isWork({ words }: Context, { to }: NounPhrase): boolean {
  return lexicon.citedWorks.has(words[to - 1]!.lower);
}

/** `a poem by X`, `a line from X`: the person behind the preposition. */
function authorOf(context: Context, source: NounPhrase, limit: number): NounPhrase | null {
  for (let at = source.from + 1; at < Math.min(limit, source.from + 8); at++) {
    if (!/^(by|from|of)$/.test(context.words[at]!.lower)) continue;
    const author = parseNounPhrase(context, at + 1, limit);
    if (
      author?.kind === 'person' &&
      !isWork(context, author) &&
      isCitable(context, { ...source, to: at }, 'quoting')
    )
      return author;
  }
  return null;
}

/** Whether words are cited from this source rather than facts. */
function isCitable(context: Context, source: NounPhrase, verb: string): boolean {
  if (source.kind === 'person') return !/^(cit|read)/.test(verb);
  const nouns = context.words.slice(source.from, source.to).map(({ lower }) => lower);
  if (nouns.some(noun => lexicon.citedNouns.has(noun) || lexicon.citedWorks.has(noun))) return true;
  if (/^cit/.test(verb)) return false;
  const kind = speakerKind(context, source);
  // `quoting Ecclesiastes`: a name that is no one’s of the article.
  if (kind === 'organization' && /^(quot|recit|paraphras)/.test(verb))
    return source.to - source.from <= 2 && context.words[source.from]!.isCapitalized;
  return kind === 'document' || (kind === 'unnamed' && !/^read/.test(verb));
}

/** The words between a verb of speech and a quote, where the quote is another's line or what something is called. */
const lines: readonly RegExp[] = [
  // `X said her son had been called “…”`
  /\b(?:was|were|is|are|been|being|be|got)(?: \p{L}+ly| also| once| now)? (?:called|nicknamed|dubbed|labelled|labeled|branded|named|termed|known as|described as)(?: an?| the)?$/u,
  // `X says her last words were “…”`
  /\b(?:last|first|final|dying) (?:words?|message|text|question)\b[^,;:]{0,40} (?:was|were|is|are|had been)(?: not| simply| just)?$/,
  // `X says the word he used was “…”`
  /\bthe (?:exact )?(?:words?|phrase|term|expression) (?:he|she|they|\p{L}+) (?:used|uses|chose) (?:was|were|is)(?: not)?$/u,
  // `X is checking the claim of the suspect that it was “…”`
  /\b(?:claims?|excuses?|story|assertions?|allegations?|arguments?|complaints?|insistence|contention) of \p{L}[^,;:]{1,50} that\b[^,;:]{0,40}$/u,
];
/** `X recalls that her answer was “…”` */
const ofPossessor =
  /\b(his|her) (?:\p{L}+ )?(?:answer|reply|response|message|advice|motto|question) (?:to (?:the |his |her )?\p{L}+ )?(?:was|were|is)$/u;

/** One of these is in each of the patterns: most sentences have none. */
const triggers: ReadonlySet<string> = new Set(
  (
    'called nicknamed dubbed labelled labeled branded named termed known described word words message text question ' +
    'phrase term expression claim claims excuse excuses story assertion assertions allegation allegations argument ' +
    'arguments complaint complaints insistence contention answer reply response advice motto'
  ).split(' '),
);

/** Whether the subject of the verb of speech at `verb` only reports another's line in front of a quote that begins at `to`. */
export function isOthersLine(context: Context, verb: number, to: number, subject: NounPhrase): boolean {
  const between = context.words.slice(verb + 1, to);
  if (!between.some(({ lower }) => triggers.has(lower))) return false;
  const text = between.map(({ lower }) => lower).join(' ');
  if (lines.some(pattern => pattern.test(text))) return true;
  const owner = ofPossessor.exec(text)?.[1];
  const own = subject.person ? genderOf(context, subject.person) : null;
  return owner !== undefined && own !== null && (owner === 'his' ? 'm' : 'f') !== own;
}
