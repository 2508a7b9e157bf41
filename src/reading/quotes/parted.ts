import { type Context, speechVerb } from '../grammar/context.ts';
import { type Attribution, attributionAt } from '../grammar/reporting-verb.ts';
import type { Paragraph } from '../model/document.ts';
import { wordIndexAt } from '../tokens/words.ts';
import type { QuoteSpan } from './quote-span.ts';

/** What comes before the attribution is a clause of at least so many words. */
const fewestWords = 4;
/** An attribution, with those who were spoken to and when, has no more words than this. */
const longestTag = 12;

/**
 * A quote that is a paragraph of its own and holds its attribution, where the text has lost the marks around that:
 * `“We had to turn ships away, X said. No one saw it coming.”` gives the two parts, any other the quote itself.
 */
export function partedByTag(context: Context, quote: QuoteSpan, paragraph: Paragraph): QuoteSpan[] {
  const isAlone = quote.outer.start <= paragraph.start + 1 && quote.outer.end >= paragraph.end - 1;
  if (!isAlone || quote.continues || quote.isLaterLine) return [quote];
  const { words } = context;
  const [from, to] = [wordIndexAt(words, quote.start), wordIndexAt(words, quote.end)];
  for (let verb = from + fewestWords; verb < to - 1; verb++) {
    // Cheap, and true of hardly any word: a verb of speech next to a name.
    if (!context.endsAt.has(verb - 1) && !context.beginsAt.has(verb + 1) && !isTitled(context, verb))
      continue;
    if (!speechVerb(context, verb)?.bare) continue;
    const parts = partsAround(context, quote, { from, to, verb });
    if (parts) return parts;
  }
  return [quote];
}

/** `said Mayor X`: a name comes soon behind the verb. */
function isTitled({ beginsAt, words, index }: Context, verb: number): boolean {
  const next = words[verb + 1]?.lower ?? '';
  return (
    (beginsAt.has(verb + 2) || beginsAt.has(verb + 3)) &&
    (index.offices.has(next) || index.honorifics.has(next))
  );
}

function partsAround(
  context: Context,
  quote: QuoteSpan,
  { from, to, verb }: { from: number; to: number; verb: number },
): QuoteSpan[] | null {
  const { words } = context;
  let comma = verb - 1;
  while (comma > from && comma > verb - 8 && !/^[,?!]$/.test(words[comma]!.text)) comma--;
  if (!/^[,?!]$/.test(words[comma]!.text) || comma - from < fewestWords) return null;
  const hasVerb = words.slice(from, comma).some(({ pos }) => pos === 'VERB' || pos === 'AUX');
  // `as X said last week`, `and X told me`: the speaker’s own account.
  if (!hasVerb || /^(as|and|but|like|then|because|when)$/.test(words[comma + 1]!.lower)) return null;
  const tag = attributionAt(context, comma + 1, to);
  const stop = tag?.subject.kind === 'person' && tag.verb.bare ? endOfTag(context, tag, comma, to) : -1;
  if (stop < 0) return null;
  const { paragraph } = quote;
  const first = { start: quote.start, end: words[comma]!.end };
  const again = resumption(context, stop, to);
  const part = { ...first, outer: { ...first, start: quote.outer.start } };
  if (again >= to) return [{ ...part, paragraph, style: 'lost-close', continues: false }];
  const rest = { start: words[again]!.start, end: quote.end };
  return [
    { ...part, paragraph, style: 'lost-close', continues: false },
    { ...rest, outer: { ...rest, end: quote.outer.end }, paragraph, style: 'lost-open', continues: false },
  ];
}

const resuming =
  /^(and|but|so|because|or|if|when|as|not|it|it’s|it's|he|she|they|we|i|you|there|which|that|then)$/;

/** Where the quote goes on behind an attribution that ends at `stop`: `X said, smiling. We …` goes on with the next sentence. */
function resumption({ words }: Context, stop: number, to: number): number {
  if (words[stop]!.text === '.' || resuming.test(words[stop + 1]!.lower)) return stop + 1;
  let at = stop + 1;
  while (at < to && words[at]!.sentence === words[stop]!.sentence) at++;
  return at;
}

/** The comma or full stop that ends an attribution; -1 where what follows belongs to what is said in the quote. */
function endOfTag({ words }: Context, tag: Attribution, comma: number, to: number): number {
  for (let at = tag.to; at < to - 1 && at - comma <= longestTag; at++) {
    const { text, lower, pos } = words[at]!;
    if (/^[.,]$/.test(text)) return /^[‘'"“]/.test(words[at + 1]!.text) ? -1 : at;
    if (pos === 'VERB' || pos === 'AUX' || /^(me|us|that|i|we|you|[;:])$/.test(lower)) return -1;
  }
  return -1;
}
