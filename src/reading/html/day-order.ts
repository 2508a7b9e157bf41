/**
 * Whether the day comes first in `02/03/2031` on a page in this language (`pt-BR`). Not in English without a
 * country, or with the US: sites whose language was never set declare `en` or `en-US` too.
 */
export function isDayFirst(language: string): boolean {
  if (/^en(?:[-_]us)?$/i.test(language)) return false;
  try {
    const format = new Intl.DateTimeFormat(language.replaceAll('_', '-'), { dateStyle: 'short' });
    const order = format.formatToParts(0).map(({ type }) => type);
    return order.indexOf('day') < order.indexOf('month');
  } catch {
    // What pages declare need not be a language at all.
    return false;
  }
}
