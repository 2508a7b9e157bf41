import { type Context, markQuoted } from '../grammar/context.ts';
import { attributionAt } from '../grammar/reporting-verb.ts';
import type { Paragraph, Span } from '../model/document.ts';
import { wordIndexAt } from '../tokens/words.ts';
import { type Marked, markedRuns, readsApostrophes } from './marks.ts';
import { type OverLines, quotesOverLines } from './over-lines.ts';
import type { QuoteSpan } from './quote-span.ts';
import { transcriptTurns } from './transcripts.ts';

const opening = /^\s*(?:["“„«‘]|''|``)/;

/** Every quoted run of the body in order, none inside another. */
export function quoteSpans(context: Context): QuoteSpan[] {
  const { document } = context;
  const { input, paragraphs } = document;
  const apostrophes = readsApostrophes(input);
  const found = paragraphs.flatMap((paragraph, number) => {
    if (!canBeSpeech(paragraphs, number)) return [];
    const next = paragraphs[number + 1];
    const nextOpens =
      !!next && next.kind !== 'credit' && opening.test(input.slice(next.start, next.start + 8));
    return markedRuns(input, paragraph, number, { nextOpens, readsApostrophes: apostrophes });
  });
  const pairs = quotesOverLines(input, paragraphs, found);
  const lines = pairs.flatMap(pair => linesOf(pair, paragraphs));
  const isCovered = (run: Marked) => lines.some(line => run.start < line.end && run.end > line.start);
  const runs = found.filter(run => !isCovered(run));
  const broken = runs.filter(run => run.lost);
  const whole = runs
    .filter(run => !run.lost)
    .map(
      ({ start, end, outer, paragraph, goesOn }): QuoteSpan => ({
        start,
        end,
        outer,
        paragraph,
        style: 'marks',
        continues: goesOn,
      }),
    );
  whole.push(...lines);
  markQuoted(
    context,
    whole.map(quoted => quoted.outer),
  );
  const mended = broken.flatMap(run =>
    run.lost === 'open' ? withoutOpening(context, run) : withoutClosing(context, run),
  );
  markQuoted(
    context,
    mended.map(quoted => quoted.outer),
  );
  const isDouble = ({ outer, style }: QuoteSpan) => style !== 'marks' || !/[‘'‚]/.test(input[outer.start]!);
  const marked = new Set([...whole, ...mended].filter(isDouble).map(quoted => quoted.paragraph));
  const unmarked = paragraphs.flatMap((paragraph, number) =>
    canBeSpeech(paragraphs, number) ? withoutMarks(context, paragraph, number, marked.has(number)) : [],
  );
  markQuoted(
    context,
    unmarked.map(quoted => quoted.outer),
  );
  const turns = transcriptTurns(context).filter(({ paragraph }) => !marked.has(paragraph));
  markQuoted(
    context,
    turns.map(quoted => quoted.outer),
  );
  unmarked.push(...turns);
  const outermost = whole.filter(
    quoted => !unmarked.some(({ outer }) => quoted.start >= outer.start && quoted.end <= outer.end),
  );
  return [...outermost, ...mended, ...unmarked].sort((a, b) => a.start - b.start);
}

/** A quote over several lines, an entry for each. */
function linesOf({ open, close }: OverLines, paragraphs: Paragraph[]): QuoteSpan[] {
  const lines: QuoteSpan[] = [];
  for (let paragraph = open.paragraph; paragraph <= close.paragraph; paragraph++) {
    const { start, end } = paragraphs[paragraph]!;
    const isFirst = paragraph === open.paragraph;
    const isLast = paragraph === close.paragraph;
    lines.push({
      start: isFirst ? open.start : start,
      end: isLast ? close.end : isFirst ? open.end : end,
      outer: { start: isFirst ? open.outer.start : start, end: isLast ? close.outer.end : end },
      paragraph,
      style: 'marks',
      continues: !isLast,
      ...(!isFirst && { isLaterLine: true as const }),
    });
  }
  return lines;
}

/** Headings and credit lines hold no quotes; what a credit line follows is no heading. */
function canBeSpeech(paragraphs: Paragraph[], number: number): boolean {
  const { kind } = paragraphs[number]!;
  return kind === 'heading' ? paragraphs[number + 1]?.kind === 'credit' : kind !== 'credit';
}

/** `…, X said. "…` : the quote ends where an attribution begins, else with its paragraph. */
function withoutClosing(context: Context, run: Marked): QuoteSpan[] {
  const { words, document } = context;
  const to = wordIndexAt(words, run.outer.end);
  for (let at = wordIndexAt(words, run.start) + 1; at < to; at++) {
    const before = words[at - 1]!;
    if (!/^[,?!—–-]$/.test(before.text) && !words[at]!.runTogether) continue;
    const attribution = attributionAt(context, at, to);
    if (!attribution || attribution.to - at > 16) continue;
    const end = words[at]!.runTogether ? words[at]!.start : before.end;
    return [cut(run, { start: run.start, end }, { start: run.outer.start, end }, 'lost-close')];
  }
  const paragraph = document.paragraphs[run.paragraph]!;
  if (run.outer.end >= paragraph.end && /[.!?…]$/.test(document.input.slice(run.start, run.end))) {
    return [cut(run, run, run.outer, 'lost-close')];
  }
  return [];
}

function cut(run: Marked, inner: Span, outer: Span, style: QuoteSpan['style']): QuoteSpan {
  return { start: inner.start, end: inner.end, outer, paragraph: run.paragraph, style, continues: false };
}

/** `X said, …"`: the quote begins behind a verb of speech and its comma or colon, behind the attribution of the quote before, or with the paragraph. */
function withoutOpening(context: Context, run: Marked): QuoteSpan[] {
  const { words, document } = context;
  const { input, paragraphs } = document;
  const paragraph = paragraphs[run.paragraph]!;
  const from = wordIndexAt(words, run.start);
  const to = wordIndexAt(words, run.end);
  const isFirst = run.start <= paragraph.start + 1;
  if (/»\s*$/.test(input.slice(run.outer.start, run.outer.end))) return credited(context, run, from, to);
  for (let at = from; at < Math.min(to, from + 40); at++) {
    const next = words[at + 1];
    if (!next || at + 1 >= to) break;
    if (!/^[,:]$/.test(words[at]!.text) || !next.isCapitalized || next.sentence !== words[at]!.sentence)
      continue;
    if (!speaksBefore(context, at, from)) continue;
    return [
      cut(run, { start: next.start, end: run.end }, { start: next.start, end: run.outer.end }, 'lost-open'),
    ];
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
function reportsSpeech(context: Context, from: number, to: number): boolean {
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
    if (verb && !verb.weak && (verb.bare || comma - at <= 2)) return true;
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

/** Speech without marks: behind a dash at the start of a line, or before words glued to it. */
function withoutMarks(
  context: Context,
  paragraph: Paragraph,
  number: number,
  isMarked: boolean,
): QuoteSpan[] {
  const { words } = context;
  const from = wordIndexAt(words, paragraph.start);
  const to = wordIndexAt(words, paragraph.end);
  if (from >= to) return [];
  if (/^[–—-]$/.test(words[from]!.text) && words[from + 1]?.spacedBefore && !isMarked) {
    for (let at = from + 2; at < to; at++) {
      if (!/^[,?!]$/.test(words[at - 1]!.text)) continue;
      const attribution = attributionAt(context, at, to);
      if (!attribution) continue;
      const end = words[at - 1]!.text === ',' ? words[at - 2]!.end : words[at - 1]!.end;
      return [
        {
          start: words[from + 1]!.start,
          end,
          outer: { start: words[from]!.start, end },
          paragraph: number,
          style: 'dash',
          continues: false,
        },
      ];
    }
    return [];
  }
  for (let at = from + 1; at < to; at++) {
    if (!words[at]!.runTogether || context.quoted[at] || context.quoted[at - 1]) continue;
    const attribution = attributionAt(context, at, to);
    if (!attribution?.verb.bare || attribution.verb.base === 'according') continue;
    const begin = runTogetherStart(context, from, at);
    const span = { start: words[begin]!.start, end: words[at - 1]!.end };
    if (at - begin < 3) continue;
    return [{ ...span, outer: span, paragraph: number, style: 'glued', continues: false }];
  }
  return [];
}

/**
 * Where speech that ends before `at` begins: with its sentence, and with those before it as long as the next
 * one goes on with a pronoun or a conjunction, or speaks of `I` and `we`.
 */
function runTogetherStart(context: Context, from: number, at: number): number {
  const { words } = context;
  let begin = at - 1;
  const sentenceStart = (last: number) => {
    let first = last;
    while (first > from && !context.quoted[first - 1] && words[first - 1]!.sentence === words[last]!.sentence)
      first--;
    return first;
  };
  begin = sentenceStart(begin);
  while (begin > from && !context.quoted[begin - 1]) {
    const before = sentenceStart(begin - 1);
    const goesOn = /^(it|they|he|she|this|that|these|and|but|so|or|we|i|you|because)$/.test(
      words[begin]!.lower,
    );
    const speaks = words.slice(before, begin).some(word => /^(i|we|our|us|my|me|you|your)$/.test(word.lower));
    if (!goesOn && !speaks) break;
    begin = before;
  }
  return begin;
}
