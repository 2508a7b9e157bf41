import type { Annotated, ReadArticle, Span } from './types.ts';

/** A line of sentences has at least this many words, and this share of them in lower case. */
const fewestWords = 8;
const leastLowerCase = 0.5;

type Sides = { gold: object[]; found: object[] };

/**
 * The people of articles and of their readings, those mentioned in sentences apart from those mentioned in
 * tables, lists and scores. A person mentioned in both is in both.
 */
export function proseAndTables(gold: Annotated[], readings: ReadArticle[]): { prose: Sides; tables: Sides } {
  const byId = new Map(readings.map(reading => [reading.id, reading]));
  const side = (wanted: boolean): Sides => {
    const sides: Sides = { gold: [], found: [] };
    for (const { id = '', text, people = [] } of gold) {
      const lines = proseLines(text);
      const fits = ({ start = 0 }: Partial<Span>) => inProse(lines, start) === wanted;
      sides.gold.push({ id, people: people.filter(fits) });
      const found = byId.get(id)?.people.filter(({ mentions }) => mentions.some(fits)) ?? [];
      sides.found.push({ id, people: found });
    }
    return sides;
  };
  return { prose: side(true), tables: side(false) };
}

/** The lines of a text that hold sentences. */
function proseLines(text: string): Span[] {
  return [...text.matchAll(/[^\n]+/g)]
    .filter(([line]) => isProse(line))
    .map(({ 0: line, index }) => ({ start: index, end: index + line.length }));
}

function isProse(line: string): boolean {
  const words = line.split(/\s+/).filter(word => word !== '');
  const lowerCase = words.filter(word => /^["'“‘(]?\p{Ll}/u.test(word)).length;
  return words.length >= fewestWords && lowerCase >= leastLowerCase * words.length;
}

function inProse(lines: Span[], at: number): boolean {
  return lines.some(({ start, end }) => at >= start && at < end);
}
