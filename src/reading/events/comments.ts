import type { EventRule } from './event-rule.ts';

/** What someone says of how things are, in words of their own: `“It is a scandal,” the mayor said on Monday.` */

/** A quote that a sentence begins with, and what says whose it is. */
const quoteFirst = /^[“"](?<said>[^“”"]{2,400})[,.!?…][”"]\s(?<tag>[^“”"]{0,120})$/;
const speech =
  /\b(?:said|says|told|tells|added|wrote|writes|insisted|noted|recalled|explained|admitted|complained|joked|argued|commented|posted|tweeted)\b[^,;:]{0,60}$/;
/** How things are, or seem. */
const view =
  /\b(?:is|are|am|was|were|isn['’]t|aren['’]t|wasn['’]t|think|believe|feel|hope|know|knew|love|hate|can|cannot|can['’]t|seems?)\b|\b(?:it|that|I|we|they|you|he|she|there)['’](?:s|m|re)\b/i;
/** What is to be done, or was. */
const deed =
  /\b(?:will|shall|won['’]t|going to|have to|must|should|announce|order(?:ed)?|resign|quit|sign(?:ed)?|agreed|decided|launch|ha(?:s|ve)(?: \p{L}+)? \p{L}+(?:ed|en)|(?:was|were|is|are|been|being) (?:\p{L}+ly )?\p{L}+(?:ed|en))\b|['’]ll\b/iu;

/** The rule for a comment that is all of a sentence. */
export const commentRule: EventRule = {
  name: 'a comment',
  applies: ({ text, sentence, date }) => {
    if (text[0] !== '“' && text[0] !== '"') return false;
    const { said, tag } = quoteFirst.exec(text.slice(0, date.start - sentence.start))?.groups ?? {};
    return said !== undefined && speech.test(tag!) && view.test(said) && !deed.test(said);
  },
};
