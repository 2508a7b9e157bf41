import type { OddDay } from '../sources/day-given.ts';

/** Why a date is taken with a reservation, as it was given, and what it was taken for. */
export type DateDoubt = OddDay | { kind: 'ahead'; value: string; day?: undefined };

/** All dates of one kind in what was loaded: how many, and the first of them with the ID of its article. */
export type DoubtedDates = { count: number; id: string; first: DateDoubt };

type Wording = { one(doubt: DateDoubt): string; many: string };

/** `one`: what is said of a single article after its name; `many`: of several, before an example. */
const wordings: Record<DateDoubt['kind'], Wording> = {
  empty: { one: () => 'an empty date, taken as not given', many: 'have an empty date, taken as not given' },
  unknown: {
    one: ({ value }) => `dated ${quoted(value)}, taken as not given`,
    many: 'have a word for no date, taken as not given',
  },
  'no-day': {
    one: ({ value }) => `dated ${quoted(value)}, which is no day: taken as not given; write it as YYYY-MM-DD`,
    many: 'have a date that is no day, taken as not given; write it as YYYY-MM-DD',
  },
  'other-form': {
    one: ({ value, day }) => `dated ${quoted(value)}, taken for ${day}`,
    many: 'have a date that is not written as YYYY-MM-DD, but could be read',
  },
  ahead: {
    one: ({ value }) =>
      `dated ${value.slice(0, 10)}, which is more than two days ahead: loaded without a date`,
    many: 'have a date that is more than two days ahead: loaded without a date',
  },
};

const longestValue = 60;

/** Collects what is doubted while articles are loaded, by its kind. */
export function createDateDoubts() {
  const found = new Map<DateDoubt['kind'], DoubtedDates>();
  return {
    add(id: string, doubt: DateDoubt): void {
      const known = found.get(doubt.kind);
      if (known) known.count += 1;
      else found.set(doubt.kind, { count: 1, id, first: doubt });
    },
    all: (): DoubtedDates[] => [...found.values()],
  };
}

/** A line about doubted dates in English, as the command line has it. */
export function doubtLine({ count, id, first }: DoubtedDates): string {
  const { one, many } = wordings[first.kind];
  if (count === 1) return `${id}: ${one(first)}`;
  const value = first.value === '' ? '' : `, ${quoted(first.value)}`;
  return `${count} articles ${many} (the first: ${id}${value})`;
}

function quoted(value: string): string {
  return JSON.stringify(value.slice(0, longestValue));
}
