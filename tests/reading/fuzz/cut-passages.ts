import { read } from '../../../src/reading/read.ts';
import { knowledge, passages } from '../../quality/passages.ts';
import { flawsOf, inputOf } from '../valid.ts';

/**
 * Reads passages from one of their words on, and up to it: texts are cut anywhere.
 * @param every 1 for all passages, 5 for every fifth
 * @returns how many texts were read
 * @throws an Error that names the first text whose reading is not valid
 */
export function readCutPassages(every: number): number {
  let texts = 0;
  for (let at = 0; at < passages.length; at += every) {
    const { text } = passages[at]!;
    const words = [...text.matchAll(/\S+/g)].map(({ index }) => index);
    const cut = words[at % words.length]!;
    for (const part of [text.slice(cut), text.slice(0, cut)]) {
      const article = { text: part };
      const reading = read(article, knowledge);
      const flaws = flawsOf(reading, inputOf(article, reading));
      if (flaws.length > 0) throw new Error(`${part}\n${flaws.join('\n')}`);
      texts += 1;
    }
  }
  return texts;
}
