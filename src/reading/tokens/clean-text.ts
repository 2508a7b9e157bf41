import type { Document, Sentence } from '../model/document.ts';

/** The clean body: its paragraphs with single blanks and glued words parted, a blank line between. */
export function cleanBody({ input, paragraphs, sentences }: Document): string {
  const texts: string[][] = paragraphs.map(() => []);
  for (const sentence of sentences) {
    const of = texts[sentence.paragraph]!;
    if (of.length === 0) of.push(input.slice(paragraphs[sentence.paragraph]!.start, sentence.start).trim());
    of.push(cleanSentence(input, sentence));
  }
  return texts
    .map(parts => parts.join(' ').trim())
    .filter(text => text !== '')
    .join('\n\n');
}

/** A sentence on one line, glued words parted. */
export function cleanSentence(input: string, sentence: Sentence): string {
  let text = '';
  let from = sentence.start;
  for (const token of sentence.tokens) {
    if (!token.glued || token === sentence.tokens[0]) continue;
    text += `${input.slice(from, token.start)} `;
    from = token.start;
  }
  text += input.slice(from, sentence.end);
  return (/[^\S ]| {2}/.test(text) ? text.replace(/\s+/g, ' ') : text).trim();
}

/** A sentence as a reading keeps it: with its text only where that is not just the slice on one line. */
export function storableSentence(
  input: string,
  sentence: Sentence,
): { start: number; end: number; text?: string } {
  const { start, end } = sentence;
  return sentence.tokens.some(token => token.glued)
    ? { start, end, text: cleanSentence(input, sentence) }
    : { start, end };
}
