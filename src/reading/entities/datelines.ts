import type { Document, Span } from '../model/document.ts';

const stampedDateline =
  /^(\p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*){0,3})(?:, (\p{Lu}[\p{L}.]+(?: \p{Lu}[\p{L}.]+)?))?\s+(?:\d{4}-\d\d-\d\d|\p{Lu}[\p{L}.]{2,9} \d{1,2})\b/u;

/** The places of a dateline that is a line of its own, which is not part of the body: `KHARTOUM, Sudan 1996-08-30`. */
export function datelinePlaces({ input, removed }: Document): Span[] {
  return removed
    .filter(({ kind }) => kind === 'byline')
    .flatMap(({ start, end }) => {
      const match = stampedDateline.exec(input.slice(start, Math.min(end, start + 120)));
      const town = match?.[1];
      if (!town || town !== town.toUpperCase()) return [];
      const places = [{ start, end: start + town.length }];
      if (match[2]) {
        const from = start + town.length + 2;
        places.push({ start: from, end: from + match[2].length });
      }
      return places;
    });
}
