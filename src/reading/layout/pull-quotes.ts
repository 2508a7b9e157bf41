import { normalized } from '../text/line-words.ts';
import type { ClassifiedLine } from '../text/lines.ts';
import { isSpeakerLine } from '../text/speaker-line.ts';

/** Words of a pull quote: fewer may be a refrain, more a paragraph that is repeated. */
const shortest = 5;
const longest = 60;

/** Marks pull quotes: lines that repeat sentences of another paragraph, word for word, for the eye. */
export function markPullQuotes(lines: ClassifiedLine[]): void {
  markShortened(lines);
  const written = lines.map(({ line, kind }) => (kind === null ? sentencesIn(line.text) : []));
  if (!mayRepeat(written.flat())) return;
  const counts = new Map<string, number>();
  const sentences = written.map(own => own.map(normalized).filter(sentence => sentence !== ''));
  for (const sentence of sentences.flat()) counts.set(sentence, (counts.get(sentence) ?? 0) + 1);
  for (const [at, label] of lines.entries()) {
    const { words } = label.shape;
    if (label.kind !== null || words < shortest || words > longest) continue;
    const own = sentences[at]!;
    const isRepeated = own.length > 0 && own.every(sentence => counts.get(sentence)! > 1);
    if (isAnnounced(lines[at - 1])) continue;
    if (!isRepeated || !own.every(sentence => wordsIn(sentence) >= shortest)) continue;
    // Of two equal lines the second goes, of a line and a paragraph the line.
    for (const sentence of own) counts.set(sentence, counts.get(sentence)! - 1);
    markPulled(lines, at);
  }
}

/** Whether a line announces what comes below it, which is then no pull quote: `Take his second sentence again:` */
function isAnnounced(above: ClassifiedLine | undefined): boolean {
  return above?.kind === null && above.shape.words >= fewestAnnouncing && above.line.text.endsWith(':');
}

const fewestAnnouncing = 4;

/** Marks a pull quote, and the line below it that only says who spoke. */
function markPulled(lines: ClassifiedLine[], at: number): void {
  lines[at]!.kind = 'other';
  const below = lines[at + 1];
  if (below?.kind === null && isSpeakerLine(below.line.text)) below.kind = 'other';
}

/** A line that is nothing but a quote. */
const wholeQuote = /^["“«„‘][^"”»“]{8,}[.!?…]["”»“’]$/u;
const nameAlone = /^\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){1,3}$/u;

/** `“I can cycle faster than that.”` / `Ines Roth, Hob Lane`: who says it, in the line below; a name alone where nothing parts them. */
export function isCreditBelow({ line }: ClassifiedLine, previous: ClassifiedLine | undefined): boolean {
  if (!previous || !wholeQuote.test(previous.line.text)) return false;
  return isSpeakerLine(line.text) || (isRightBelow(line, previous.line) && nameAlone.test(line.text));
}

/** Whether no blank line parts a line from the one before it. */
export function isRightBelow(line: ClassifiedLine['line'], previous: ClassifiedLine['line']): boolean {
  return line.start - previous.end < 2;
}

/** Quotations compared: a transcript has hundreds. */
const mostQuotations = 60;

/** Marks quotations on a line of their own that are the beginning or middle of what a longer paragraph quotes. */
function markShortened(lines: ClassifiedLine[]): void {
  const quotations = lines.filter(
    ({ line, shape, kind }) =>
      kind === null &&
      shape.words >= shortest &&
      shape.words <= longest &&
      /^["“][^"“”]{20,400}["”]$/.test(line.text),
  );
  if (quotations.length === 0 || quotations.length > mostQuotations) return;
  const written = lines.flatMap(({ line, kind }) =>
    kind === null ? [{ line, text: ` ${normalized(line.text)} ` }] : [],
  );
  for (const label of quotations) {
    if (isAnnounced(lines[lines.indexOf(label) - 1])) continue;
    const words = ` ${normalized(label.line.text)} `;
    const isRepeated = written.some(
      ({ line, text }) => line !== label.line && text.length > words.length && text.includes(words),
    );
    if (isRepeated) markPulled(lines, lines.indexOf(label));
  }
}

const wordsIn = (sentence: string) => sentence.split(' ').length;

/** UTF-16 code units of a paragraph that are compared. */
const longestParagraph = 5_000;

/** The sentences of a line. */
function sentencesIn(text: string): string[] {
  return text.slice(0, longestParagraph).split(/[.!?…]["”’»)]{0,2}\s+|,?["”]\s+|\s["“]/);
}

/** UTF-16 code units of a sentence, and of that without its punctuation, that tell it from most others. */
const longestOpening = 60;
const bareOpening = 20;

/** Whether two sentences that are long enough begin alike: in most articles none do. */
function mayRepeat(sentences: string[]): boolean {
  const seen = new Set<string>();
  for (const sentence of sentences) {
    const bare = normalized(sentence.slice(0, longestOpening));
    if (sentence.length <= longestOpening && wordsIn(bare) < shortest) continue;
    if (bare.length <= bareOpening && sentence.length > longestOpening) return true;
    const start = bare.slice(0, bareOpening);
    if (seen.has(start)) return true;
    seen.add(start);
  }
  return false;
}
