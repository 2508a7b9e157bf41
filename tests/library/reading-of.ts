import type { ReadEvent, Reading } from '../../src/reading/model/reading.ts';

type Told = {
  id?: string;
  text: string;
  title?: string | null;
  published?: string | null;
  source?: string;
  /** Their mentions are wherever one of their names stands; roles likewise. */
  people?: { name: string; variants?: string[]; roles?: string[] }[];
  /** Words of the text, and who of `people` is said to have spoken them. */
  quotes?: { text: string; by?: string; kind?: 'direct' | 'partial' }[];
  /** A sentence of the text, the day of what it tells. */
  events?: (Pick<ReadEvent, 'text' | 'date' | 'planned' | 'approximate' | 'until'> &
    Partial<Pick<ReadEvent, 'precision' | 'people'>>)[];
  topics?: string[];
};

/** A small reading made by hand: everything is looked up in the text, so that all offsets are right. */
export function readingOf(told: Told): Reading {
  const { text } = told;
  const at = (words: string) => {
    const start = text.indexOf(words);
    if (start < 0) throw new Error(`"${words}" does not stand in the text`);
    return { start, end: start + words.length, text: words };
  };
  const everywhere = (names: string[]) => {
    const found: { start: number; end: number; text: string }[] = [];
    for (const name of [...names].sort((a, b) => b.length - a.length))
      for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + 1))
        if (!found.some(one => start < one.end && one.start < start + name.length))
          found.push({ start, end: start + name.length, text: name });
    return found.sort((a, b) => a.start - b.start);
  };
  const ids = new Map((told.people ?? []).map((person, number) => [person.name, `p${number + 1}`]));
  const sentences = [...text.matchAll(/[^\s].*?[.!?]["”]?(?=\s|$)/gs)].map(match => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  return {
    reader: '1',
    id: told.id ?? '',
    title: told.title ?? null,
    byline: null,
    language: 'en',
    published: { date: told.published ?? null, basis: told.published ? 'given' : 'unknown' },
    text,
    input: text,
    removed: [],
    rights: null,
    people: (told.people ?? []).map(({ name, variants = [], roles = [] }) => ({
      id: ids.get(name)!,
      name,
      variants,
      roles: roles.map(at),
      mentions: everywhere([name, ...variants]),
    })),
    organizations: [],
    places: [],
    quotes: (told.quotes ?? []).map(({ text: words, by, kind = 'direct' }) => ({
      ...at(words),
      kind,
      speaker: by === undefined ? null : { ...at(by), name: by, person: ids.get(by) ?? null },
      cue: null,
      rule: 'by-hand',
      confidence: 1,
    })),
    dates: [],
    events: (told.events ?? []).map(({ text: words, date, people = [], precision = 'day', ...rest }) => ({
      ...at(words),
      ...rest,
      date,
      precision,
      people: people.map(name => ids.get(name)!),
    })),
    topics: (told.topics ?? []).map(id => ({ id, label: id[0]!.toUpperCase() + id.slice(1), score: 1 })),
    summary: sentences.slice(0, 1).map(span => ({ ...span, text: text.slice(span.start, span.end) })),
    sentences,
    source: told.source ?? null,
  };
}
