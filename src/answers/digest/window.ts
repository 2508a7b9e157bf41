import type { NewsFilter } from '../../library/model/types.ts';

/** What a digest was composed from: a filter, stored under a key, and a range of arrivals. */
export type Window = {
  /** 16 of `0-9a-f`; `storedQueries` holds the filter under it as JSON. */
  key: string;
  since: number;
  after: number;
  upTo: number;
};

/** A window in the data of a button. */
export function windowText({ key, since, after, upTo }: Window): string {
  return [key, ...[since, after, upTo].map(arrival => arrival.toString(36))].join('.');
}

/** The inverse, with the number that follows it; null for other text. */
export function windowFrom(text: string): { window: Window; from: number } | null {
  const found = /^([0-9a-f]{16})\.([0-9a-z]{1,9})\.([0-9a-z]{1,9})\.([0-9a-z]{1,9})\.(\d{1,6})$/.exec(text);
  if (!found) return null;
  const [, key = '', since, after, upTo, from] = found;
  const arrival = (digits: string | undefined) => Number.parseInt(digits ?? '', 36);
  return {
    window: { key, since: arrival(since), after: arrival(after), upTo: arrival(upTo) },
    from: Number(from),
  };
}

/** A short digest as it can be composed again: its window, how many stories it has, its day, and what it said on top. */
export type Overview = { window: Window; stories: number; day: string; first: boolean };

/** An overview in the data of a button, with the number of one of its stories (from 0). */
export function overviewText({ window, stories, day, first }: Overview, story: number): string {
  return `${windowText(window)}.${story}.${stories}.${day.replaceAll('-', '')}${first ? 'f' : ''}`;
}

/** The inverse; null for other text. */
export function overviewFrom(text: string): (Overview & { story: number }) | null {
  const [, window = '', stories, year, month, date, first] =
    /^(.+\.\d{1,3})\.(\d{1,3})\.(\d{4})(\d\d)(\d\d)(f?)$/.exec(text) ?? [];
  const found = windowFrom(window);
  if (!found) return null;
  return {
    window: found.window,
    story: found.from,
    stories: Number(stories),
    day: `${year}-${month}-${date}`,
    first: first === 'f',
  };
}

/** A filter as it is kept, the same text for the same filter. */
export function filterText(filter: NewsFilter): string {
  const { topics, people, words, without, withoutSources, withoutPeople = [], withoutStories = [] } = filter;
  return JSON.stringify({
    ...{ topics, people, words, without, withoutSources },
    ...(withoutPeople.length > 0 && { withoutPeople }),
    ...(withoutStories.length > 0 && { withoutStories }),
  });
}
