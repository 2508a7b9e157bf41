import type { Context } from '../../grammar/context.ts';
import { type NounPhrase, parseNounPhrase } from '../../grammar/noun-phrase.ts';
import { isSpeakerLine } from '../../text/speaker-line.ts';
import { type Word, wordIndexAt } from '../../tokens/words.ts';
import type { QuoteCase } from '../evidence/quote-case.ts';

/** A name with an office on a line of its own has no more words than this. */
const longestLine = 16;

/** A line that is nothing but a name, mostly with an office. */
export type NameLine = {
  /** Null: a name that no one in the article is known by. */
  person: NounPhrase | null;
  /** Indexes of words: the first of the line, and the first behind the name. */
  from: number;
  end: number;
  /** The words behind the name. */
  rest: Word[];
};

/** The name line that a paragraph is, or why it is none. */
export function nameLineAt(context: Context, paragraph: number): NameLine | string {
  const { words, document } = context;
  const line = document.paragraphs[paragraph];
  if (!line || line.end - line.start > 160) return 'there is no short line';
  const from = wordIndexAt(words, line.start);
  const to = wordIndexAt(words, line.end);
  const isShort = from < to && to - from <= longestLine;
  const subject = isShort ? parseNounPhrase(context, from, to) : null;
  const person = subject?.kind === 'person' && beginsLine(context, subject, from) ? subject : null;
  const isUnknown = isShort && !person && isSpeakerLine(document.input.slice(line.start, line.end));
  if (!person && !isUnknown) return 'no name begins the line';
  const end = person?.to ?? commaOf(context, from, to);
  const rest = words.slice(end, to);
  const isSentence = rest.some(
    ({ pos, lower, text }) =>
      ((pos === 'VERB' || pos === 'AUX') && !/ing$/.test(lower)) || /^[:?!“"]$/.test(text),
  );
  return isSentence || rest.at(-1)?.text === '.' ? 'the line is a sentence' : { person, from, end, rest };
}

/** Whether a name line goes on with an office: `X, head of the council`. */
export function hasOffice({ rest }: NameLine): boolean {
  return rest.length > 1 && /^[,(–—-]$/.test(rest[0]!.text);
}

/**
 * Of a list of name lines, one in every other paragraph, whether they are above the words they belong to or below. They
 * are above if the list begins the text, or if a quote is behind its last name and none before its first; they are
 * below if it ends the text, or the other way round. Null: there is no list, or it doesn’t show.
 */
export function placeInList({ context, quote, quotes }: QuoteCase): 'above' | 'below' | 'unclear' | null {
  const isName = (paragraph: number) => {
    const line = nameLineAt(context, paragraph);
    return typeof line !== 'string' && hasOffice(line);
  };
  let [first, last] = [quote.paragraph + 1, quote.paragraph - 1];
  while (isName(first - 2)) first -= 2;
  while (isName(last + 2)) last += 2;
  if (last - first < 2) return null;
  const { input, paragraphs } = context.document;
  // A name at either end may have been taken for the author’s.
  const before = input.slice(0, paragraphs[first - 1]?.start ?? 0).trimEnd();
  const behind = input.slice(paragraphs[last + 1]?.end ?? input.length).trimStart();
  const beginsText =
    first === 0 || (first === 1 && isSpeakerLine(before.slice(before.lastIndexOf('\n') + 1)));
  const endsText = last >= paragraphs.length - 1 || isSpeakerLine(behind.split('\n', 1)[0]!);
  if (beginsText !== endsText) return beginsText ? 'above' : 'below';
  const isQuoted = (paragraph: number) => quotes.some(other => other.paragraph === paragraph);
  if (endsText || isQuoted(first - 1) === isQuoted(last + 1)) return 'unclear';
  return isQuoted(first - 1) ? 'below' : 'above';
}

/** Whether nothing but an office or a form of address comes before a name. */
function beginsLine({ words, index }: Context, { from, whole }: NounPhrase, first: number): boolean {
  if (whole.from > first) return false;
  return words
    .slice(first, from)
    .every(
      ({ lower }) => index.honorifics.has(lower) || index.offices.has(lower) || index.modifiers.has(lower),
    );
}

function commaOf({ words }: Context, from: number, to: number): number {
  let at = from;
  while (at < to && words[at]!.text !== ',') at++;
  return at;
}
