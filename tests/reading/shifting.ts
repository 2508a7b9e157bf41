/**
 * Moves every day that a text tells by a number of days, without asking the reader where they stand.
 *
 * A year is moved by 364 days, 52 whole weeks: weekdays then stay what they are and remain true of the days
 * they stand beside, while a day of a month becomes the one a day or two before it, a year later. Months and
 * years that stand alone are moved by whole years only: in three days nothing of them changes, in 364 days
 * the year does. Words such as "today" and "last week" move with the day of publication.
 */
const months = 'January February March April May June July August September October November December'.split(
  ' ',
);
const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const month = `(?:${months.join('|')})`;
const dayLength = 86_400_000;

/** A day, month or year as a reading has it, moved. */
export function shiftedValue(value: string | null, days: number): string | null {
  if (value === null) return null;
  if (value.includes('/'))
    return value
      .split('/')
      .map(end => shiftedValue(end, days))
      .join('/');
  if (value.length === 10) return new Date(Date.parse(value) + days * dayLength).toISOString().slice(0, 10);
  return `${Number(value.slice(0, 4)) + yearsOf(days)}${value.slice(4)}`;
}

/** @param published the day of publication: of days without a year the nearest to it are meant */
export function shiftedText(text: string, published: string, days: number): string {
  const moved = (name: string, number: string, year?: string) => {
    const of = year === undefined ? nearest(name, number, published) : at(Number(year), name, number);
    const to = new Date(of + days * dayLength);
    return { month: months[to.getUTCMonth()]!, day: to.getUTCDate(), year: to.getUTCFullYear() };
  };
  const forms: [string, (...parts: string[]) => string][] = [
    [
      `(${month}) (\\d{1,2}), (\\d{4})`,
      (m, d, y) => {
        const to = moved(m!, d!, y);
        return `${to.month} ${to.day}, ${to.year}`;
      },
    ],
    [
      `(\\d{1,2}) (${month}) (\\d{4})`,
      (d, m, y) => {
        const to = moved(m!, d!, y);
        return `${to.day} ${to.month} ${to.year}`;
      },
    ],
    [
      `(${month}) (\\d{1,2})(?!\\d)`,
      (m, d) => {
        const to = moved(m!, d!);
        return `${to.month} ${to.day}`;
      },
    ],
    [
      `(\\d{1,2}) (${month})`,
      (d, m) => {
        const to = moved(m!, d!);
        return `${to.day} ${to.month}`;
      },
    ],
    ['((?:19|20)\\d{2})(?!\\d)', y => String(Number(y) + yearsOf(days))],
    [`(${weekdays.join('|')})`, name => weekdays[(weekdays.indexOf(name!) + days) % 7]!],
  ];
  const all = new RegExp(forms.map(([pattern], i) => `(?<f${i}>\\b${pattern}\\b)`).join('|'), 'g');
  return text.replace(all, (whole, ...rest) => {
    const groups = rest.at(-1) as Record<string, string | undefined>;
    const [pattern, write] = forms[Object.values(groups).findIndex(found => found !== undefined)]!;
    return write(...new RegExp(`^${pattern}`).exec(whole)!.slice(1));
  });
}

const yearsOf = (days: number) => Math.round(days / 365);

const at = (year: number, name: string, number: string) =>
  Date.UTC(year, months.indexOf(name), Number(number));

function nearest(name: string, number: string, published: string): number {
  const anchor = Date.parse(published);
  const year = Number(published.slice(0, 4));
  return [year - 1, year, year + 1]
    .map(of => at(of, name, number))
    .sort((a, b) => Math.abs(a - anchor) - Math.abs(b - anchor))[0]!;
}
