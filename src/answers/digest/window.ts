import type { NewsFilter } from '../../library/model/types.ts';

/** What a digest told from: a filter, kept under a key, and a stretch of arrivals. */
export type Window = {
  /** 16 of `0-9a-f`; `storedQueries` holds the filter under it as JSON. */
  key: string;
  since: number;
  after: number;
  upTo: number;
};

/** A window as it stands in a button's data. */
export function windowText({ key, since, after, upTo }: Window): string {
  return [key, ...[since, after, upTo].map(arrival => arrival.toString(36))].join('.');
}

/** The inverse, with the number behind it; null for other text. */
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

/** A filter as it is kept, the same text for the same filter. */
export function filterText({ topics, people, words, without, withoutSources }: NewsFilter): string {
  return JSON.stringify({ topics, people, words, without, withoutSources });
}
