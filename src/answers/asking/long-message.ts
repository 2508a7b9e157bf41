/** Words after which a long sentence comes to its question: `… what I want to know is simply who was freed`. */
const leadingTo =
  /(?:[,;:–—]|\b(?:is|was|know|ask|wonder|wondering|find out|tell me|simply|just|question|and|but|so))\s+(?=(?:who|whom|what|when|where|why|how|which|did|does|has|have|is it true)\s)/giu;

/** A shorter one is no question of its own. */
const fewestWords = 3;

/**
 * The question that someone tells a story around: the last sentence of a long message that ends with a question mark,
 * or if that is long too, what is asked at its end. Null if nothing is asked.
 * @param longest of the question, in characters
 */
export function questionWithin(message: string, longest: number): string | null {
  const sentences = message.split(/(?<=[.!?…])\s+|\n+/u).map(sentence => sentence.trim());
  const asked = sentences.findLast(sentence => sentence.endsWith('?'));
  if (asked === undefined) return null;
  if (asked.length <= longest) return asked;
  const places = [...asked.matchAll(leadingTo)].map(({ 0: lead, index }) => index + lead.length);
  const question = places.length === 0 ? '' : asked.slice(places.at(-1)!);
  return question.length <= longest && question.split(' ').length >= fewestWords ? question : null;
}
