import { nameWords } from '../entities/entity-keys.ts';
import { foldedWords } from '../text/fold.ts';

/** An office whose holder speaks for what it is named after. */
const office =
  /^(?:spokes\w+|press|chief|head|leader|president|vice|secretary|general|director|chair\w*|minister|premier|chancellor|commissioner|commander|ceo|executive|founder|mayor|governor|speaker|representative|ambassador|envoy|official)$/;
/** `ambassador to NATO` speaks for another, `former head of the UN` for it no longer. */
const notOf = /^(?:to|at|against|with|near|from|on)$/;
const past = /^(?:former|ex|late|then|outgoing|ousted)$/;

/**
 * Whether the holder of an office, as an article words it, speaks for an organization.
 * @param names every name of the organization
 */
export function speaksFor(role: string, names: readonly string[]): boolean {
  const words = foldedWords(role);
  if (words.some(word => past.test(word)) || !words.some(word => office.test(word))) return false;
  return names.some(name => {
    const own = nameWords(name);
    const at = words.findIndex((_, start) => own.every((word, i) => words[start + i] === word));
    if (own.length === 0 || at < 0) return false;
    const before = words[at - 1] === 'the' ? words[at - 2] : words[at - 1];
    return before === undefined || !notOf.test(before);
  });
}
