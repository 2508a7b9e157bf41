import type { Context } from '../grammar/context.ts';
import { isVerb } from '../grammar/noun-phrase.ts';
import { indirectAttributionAt } from '../grammar/reporting-indirect.ts';
import { type Attribution, attributionAt } from '../grammar/reporting-verb.ts';
import { speakerKind } from '../grammar/speaker-kind.ts';
import type { Span } from '../model/document.ts';
import { wordIndexAt } from '../tokens/words.ts';
import type { QuoteSpan } from './quote-span.ts';
import type { Marked } from './runs.ts';

/**
 * Quotes with one mark lost: where they begin or end is found by the words that attribute them. Narration is never
 * taken into a quote: where that is not certain, the quote is shorter or there is none.
 */

const addressing: ReadonlySet<string> = new Set('tell ask warn remind inform assure urge advise'.split(' '));
const times: ReadonlySet<string> = new Set(
  'day week month year morning afternoon evening night weekend time'.split(' '),
);

/** `Bob wrote it in the car`: the verb says something of its own. */
function hasObject({ words }: Context, { to, verb }: Attribution): boolean {
  const next = words[to];
  if (!next || addressing.has(verb.base)) return false;
  if (/^(it|them|so)$/.test(next.lower)) return true;
  return next.pos === 'DET' && ![1, 2].some(more => times.has(words[to + more]?.lower ?? ''));
}

/** The attribution at `at` that may end a quote: someone speaks, and it is no clause of the quote itself. */
export function tagAt(context: Context, at: number, to: number): Attribution | null {
  const { words } = context;
  const found = attributionAt(context, at, to) ?? indirectAttributionAt(context, at, to);
  if (!found || speakerKind(context, found.subject) === null) return null;
  // `and the issues addressed …, X said`: the subject begins further on.
  for (let next = at; next < found.subject.whole.from && !found.inverted; next++)
    if (isVerb(context, next)) return null;
  // `an amazing leader, said the minister`: the subject follows.
  const isBehind =
    !found.inverted && words[found.cue - 1]!.text === ',' && found.subject.kind === 'described';
  if (isBehind && attributionAt(context, found.cue, to)?.inverted) return null;
  if (!found.inverted && hasObject(context, found)) return null;
  // `he told us that …`: what follows is what was said.
  const next = /^(us|me|him|her|them|you)$/.test(words[found.to]?.lower ?? '') ? found.to + 1 : found.to;
  return words[next]?.lower === 'that' && found.verb.base !== 'according' ? null : found;
}

/** `…, X said. "…` : the quote ends where an attribution begins, else with its paragraph. */
export function withoutClosing(context: Context, run: Marked): QuoteSpan[] {
  const { words, document } = context;
  const to = wordIndexAt(words, run.outer.end);
  for (let at = wordIndexAt(words, run.start) + 1; at < to; at++) {
    const before = words[at - 1]!;
    if (!/^[,?!—–-]$/.test(before.text) && !words[at]!.runTogether) continue;
    const attribution = tagAt(context, at, to);
    if (!attribution || attribution.to - at > longestTag) continue;
    const end = words[at]!.runTogether ? words[at]!.start : before.end;
    return [cut(run, { start: run.start, end }, { start: run.outer.start, end }, 'lost-close')];
  }
  const text = document.input.slice(run.start, run.end);
  const isLast = run.outer.end >= document.paragraphs[run.paragraph]!.end;
  // A quote within it ends right before the lost mark.
  if (/[.!?…]['’]$/.test(text) || (isLast && /[.!?…]$/.test(text)))
    return [cut(run, run, run.outer, 'lost-close')];
  return wholeSentences(context, run, isLast);
}

/** The first sentence of a quote, or all that are whole where it breaks off with its paragraph: nothing else shows its end. */
function wholeSentences(context: Context, run: Marked, isLast: boolean): QuoteSpan[] {
  const { words } = context;
  const from = wordIndexAt(words, run.start);
  const to = wordIndexAt(words, run.outer.end);
  let end = from;
  const isEnd = (at: number) => words[at]!.sentence !== words[at - 1]!.sentence;
  for (let at = from + 1; at < to && (isLast || end === from); at++) if (isEnd(at)) end = at;
  const last = words[end - 1];
  if (!last || end - from < fewestWords || !/^[.!?…]$/.test(last.text)) return [];
  return [cut(run, { start: run.start, end: last.end }, { start: run.outer.start, end: last.end }, 'cut')];
}

/** An attribution that ends a quote with a lost mark has no more words. */
const longestTag = 24;

function cut(run: Marked, inner: Span, outer: Span, style: QuoteSpan['style']): QuoteSpan {
  return { start: inner.start, end: inner.end, outer, paragraph: run.paragraph, style, continues: false };
}

/** `X said, …"`: the quote begins behind a verb of speech and its comma or colon, behind the attribution of the quote before, or with the paragraph. */
export function withoutOpening(context: Context, run: Marked): QuoteSpan[] {
  const { words, document } = context;
  const { input, paragraphs } = document;
  const paragraph = paragraphs[run.paragraph]!;
  const from = wordIndexAt(words, run.start);
  const to = wordIndexAt(words, run.end);
  const isFirst = run.start <= paragraph.start + 1;
  if (/»\s*$/.test(input.slice(run.outer.start, run.outer.end))) return credited(context, run, from, to);
  // `"“…,” X said before adding that …"`: the outer marks set the paragraph apart.
  const isSetApart = /^["“]{2}/.test(input.slice(paragraph.start, paragraph.start + 2));
  const begin = leadInEnd(context, from, to) ?? (isSetApart ? null : behindThat(context, from, to));
  if (begin !== null) {
    const { start } = words[begin]!;
    return [cut(run, { start, end: run.end }, { start, end: run.outer.end }, 'lost-open')];
  }
  if (isFirst) {
    const start = unreportedStart(context, from, to);
    if (start === from) return [cut(run, run, run.outer, 'lost-open')];
    if (start < 0 || to - start < fewestWords) return [];
    const begin = words[start]!.start;
    return [cut(run, { start: begin, end: run.end }, { start: begin, end: run.outer.end }, 'lost-open')];
  }
  for (let at = from; at < to; at++) {
    if (!/[.!?]$/.test(words[at]!.text) || words[at + 1]?.sentence === words[at]!.sentence) continue;
    const next = words[at + 1];
    if (!next || at + 1 >= to) break;
    return [
      cut(run, { start: next.start, end: run.end }, { start: next.start, end: run.outer.end }, 'lost-open'),
    ];
  }
  return [];
}

/** `X said, We …”`, `He added: We …”`: the first word behind the last attribution that leads to a quote. */
function leadInEnd(context: Context, from: number, to: number): number | null {
  const { words } = context;
  for (let at = to - 2; at >= from; at--) {
    const next = words[at + 1]!;
    if (!/^[,:]$/.test(words[at]!.text) || !next.isCapitalized || next.sentence !== words[at]!.sentence)
      continue;
    if (speaksBefore(context, at, from)) return at + 1;
  }
  return null;
}

/** `X told reporters that no one was …”`: the first word behind `that`, in the last sentence only. */
function behindThat(context: Context, from: number, to: number): number | null {
  const { words } = context;
  const { sentence } = words[to - 1]!;
  for (let at = from; at < to - fewestWords; at++) {
    if (words[at]!.sentence !== sentence || words[at]!.lower !== 'that') continue;
    for (let verb = at - 1; verb >= Math.max(from, at - 4); verb--)
      if (words[verb]!.sentence === sentence && context.index.speech.get(words[verb]!.lower)?.bare)
        return at + 1;
  }
  return null;
}

/** Fewer words than this behind a sentence that reports speech are no quote of their own. */
const fewestWords = 6;

/** The first sentence from which on none reports speech, so that all may be speech; -1 where the last one does. */
function unreportedStart(context: Context, from: number, to: number): number {
  const { words } = context;
  let start = from;
  for (let at = from; at < to; at++) {
    const begins = at === from || words[at]!.sentence !== words[at - 1]!.sentence;
    if (!begins || !reportsSpeech(context, at, to)) continue;
    start = at;
    while (start < to && words[start]!.sentence === words[at]!.sentence) start++;
  }
  return start < to ? start : -1;
}

/** Whether what would be the quote reports someone speaking, and so is not speech itself. */
export function reportsSpeech(context: Context, from: number, to: number): boolean {
  const { words } = context;
  for (let at = from; at < to && words[at]!.sentence === words[from]!.sentence; at++) {
    const { lower } = words[at]!;
    if (/^(i|we|my|our|us|me|you|your|you're|let's)$/.test(lower)) return false;
    if (
      /^(said|says|saying|told|telling|added|adding|wrote|tweeted|called|calling|accused|according)$/.test(
        lower,
      )
    )
      return true;
    if (context.endsAt.has(at - 1) && context.index.speech.has(lower)) return true;
  }
  return false;
}

function speaksBefore(context: Context, comma: number, from: number): boolean {
  for (let at = comma - 1; at >= Math.max(from, comma - 10); at--) {
    const verb = context.index.speech.get(context.words[at]!.lower);
    if (verb && (comma - at === 1 || (!verb.weak && (verb.bare || comma - at <= 2)))) return true;
    if (/^[.;!?]$/.test(context.words[at]!.text)) return false;
  }
  return false;
}

/** `… »` before a line that names the speaker: the paragraph, parted by an attribution inside it. */
function credited(context: Context, run: Marked, from: number, to: number): QuoteSpan[] {
  const { words } = context;
  // Something was said before the comma: a paragraph may be left with the comma alone.
  for (let at = from + 2; at < to; at++) {
    if (words[at - 1]!.text !== ',') continue;
    const attribution = attributionAt(context, at, to);
    if (!attribution?.inverted) continue;
    let stop = attribution.to;
    while (stop < to && !/^[.!?]$/.test(words[stop]!.text)) stop++;
    if (stop + 1 >= to) break;
    const first = { start: run.start, end: words[at - 2]!.end };
    const rest = { start: words[stop + 1]!.start, end: run.end };
    return [
      cut(run, first, first, 'credit'),
      cut(run, rest, { start: rest.start, end: run.outer.end }, 'credit'),
    ];
  }
  return [cut(run, run, run.outer, 'credit')];
}
