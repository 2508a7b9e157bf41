import type { Evidence, Quote } from '../../library/model/types.ts';
import { clip } from '../page/clip.ts';
import type { Library } from '../page/library.ts';
import type { Line } from '../page/page.ts';
import { quotesIn, speakerLine } from './quote.ts';

/** Shorter words are initials and particles. */
const shortestNameWord = 3;

/**
 * A sentence of an article that is shown alone. Where it is someone's words and doesn't say whose, their speaker
 * follows.
 * @param longest in UTF-16 code units, without the speaker
 */
export async function passageLine(library: Library, passage: Evidence, longest: number): Promise<Line> {
  const { article, start, end, text } = passage;
  const shown: Line = [{ text: clip(text, longest), inert: true }];
  if (!/["“”„«»‘’']/.test(text)) return shown;
  const stored = await library.articles.get(article.id);
  const quote = stored && quotesIn(stored).find(each => each.start < end && each.end > start);
  if (!quote || saysWhose(passage, quote)) return shown;
  return [...shown, { text: ' — ' }, ...speakerLine(quote)];
}

/** Whether a sentence names the speaker of a quote in it: `he said` doesn't. */
function saysWhose({ start, end, text }: Evidence, { speaker }: Quote): boolean {
  if (speaker === null) return false;
  const name = speaker.person?.name ?? speaker.name;
  if (name === null) return speaker.start >= start && speaker.end <= end;
  return name.split(/\s+/).some(word => word.length >= shortestNameWord && text.includes(word));
}
