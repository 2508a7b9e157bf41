import { type Context, markQuoted } from '../grammar/context.ts';
import { attributionAt } from '../grammar/reporting-verb.ts';
import type { Paragraph } from '../model/document.ts';
import { wordIndexAt } from '../tokens/words.ts';
import { readsApostrophes } from './marks.ts';
import { reportsSpeech, tagAt, withoutClosing, withoutOpening } from './mended.ts';
import { type OverLines, quotesOverLines } from './over-lines.ts';
import { partedByTag } from './parted.ts';
import type { QuoteSpan } from './quote-span.ts';
import { type Marked, markedRuns, openingOf } from './runs.ts';
import { transcriptTurns } from './transcripts.ts';

/** Every quoted run of the body in order, none inside another. */
export function quoteSpans(context: Context): QuoteSpan[] {
  const { document } = context;
  const { input, paragraphs } = document;
  const apostrophes = readsApostrophes(input);
  const found = paragraphs.flatMap((paragraph, number) => {
    if (!canBeSpeech(paragraphs, number)) return [];
    const next = paragraphs[number + 1];
    const nextOpens = next && next.kind !== 'credit' ? openingOf(input, next) : null;
    return markedRuns(input, paragraph, number, { nextOpens, readsApostrophes: apostrophes });
  });
  const pairs = quotesOverLines(input, paragraphs, found);
  const lines = pairs.flatMap(pair => linesOf(pair, paragraphs));
  const isCovered = (run: Marked) => lines.some(line => run.start < line.end && run.end > line.start);
  const runs = found.filter(run => !isCovered(run) && !isInName(context, run));
  const broken = runs.filter(run => run.lost);
  const whole = runs
    .filter(run => !run.lost)
    .flatMap(({ start, end, outer, paragraph, goesOn }) => {
      const quote: QuoteSpan = { start, end, outer, paragraph, style: 'marks', continues: goesOn };
      return partedByTag(context, quote, paragraphs[paragraph]!);
    });
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
  const glued = paragraphsWithGlue(context);
  const unmarked = paragraphs.flatMap((paragraph, number) =>
    canBeSpeech(paragraphs, number)
      ? withoutMarks(context, paragraph, { number, isMarked: marked.has(number), isGlued: glued.has(number) })
      : [],
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

/** A nickname has at most this many characters, and this many words of a name before it. */
const [longestNickname, longestGiven] = [30, 3];

/** `William “Bill” Hartnell`: whether what is in the marks is part of someone's name. */
function isInName({ words, beginsAt }: Context, { start, end, outer }: Marked): boolean {
  if (end - start > longestNickname) return false;
  const first = wordIndexAt(words, outer.start);
  for (let at = first - 1; at >= Math.max(0, first - longestGiven); at--) {
    const named = beginsAt.get(at);
    if (named) return words[named.to - 1]!.start >= outer.end;
  }
  return false;
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

/** The paragraphs in which a word is glued to the one before it. */
function paragraphsWithGlue({ words }: Context): Set<number> {
  const found = new Set<number>();
  for (let at = 1; at < words.length; at++) if (words[at]!.runTogether) found.add(words[at]!.paragraph);
  return found;
}

/** Speech without marks: behind a dash at the start of a line, or before words glued to it. */
function withoutMarks(
  context: Context,
  paragraph: Paragraph,
  { number, isMarked, isGlued }: { number: number; isMarked: boolean; isGlued: boolean },
): QuoteSpan[] {
  const { words } = context;
  const from = wordIndexAt(words, paragraph.start);
  const to = wordIndexAt(words, paragraph.end);
  if (from >= to) return [];
  if (/^[–—-]$/.test(words[from]!.text) && words[from + 1]?.spacedBefore && !isMarked) {
    for (let at = from + 2; at < to; at++) {
      if (!/^[,?!]$/.test(words[at - 1]!.text)) continue;
      if (!tagAt(context, at, to)) continue;
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
  if (!isGlued) return [];
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
    if ((!goesOn && !speaks) || reportsSpeech(context, before, begin)) break;
    begin = before;
  }
  return begin;
}
