import type { Document, Sentence } from '../model/document.ts';

/** The clean body: its paragraphs with single spaces and run-together words split, separated by blank lines. */
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

/** A sentence on one line, run-together words split. */
export function cleanSentence(input: string, sentence: Sentence): string {
  let text = '';
  let from = sentence.start;
  for (const token of sentence.tokens) {
    if (!token.runTogether || token === sentence.tokens[0]) continue;
    text += `${input.slice(from, token.start)} `;
    from = token.start;
  }
  text += input.slice(from, sentence.end);
  return (/[^\S ]| {2}/.test(text) ? text.replace(/\s+/g, ' ') : text).trim();
}

/** A sentence as stored in a reading: with its text only if that differs from the slice on one line. */
export function storableSentence(
  input: string,
  sentence: Sentence,
): { start: number; end: number; text?: string } {
  const { start, end } = sentence;
  return sentence.tokens.some(token => token.runTogether)
    ? { start, end, text: cleanSentence(input, sentence) }
    : { start, end };
}
