/** Words that Telegram would take for the end of an address, although no country has them. */
const notCountries = 'ah|an|go|ha|he|if|of|oh|ok|on|or|up|we';
const endings = `(?:com|org|net|info|int|edu|gov|mil|biz|dev|app|news|media|press|live|online|site|xyz|(?!(?:${notCountries})\\b)[a-z]{2})`;
const label = '[\\p{L}\\p{N}-]{1,63}';

/** What Telegram's apps make clickable by themselves in any text. Each run is bounded, so that reading is linear. */
const clickables: readonly RegExp[] = [
  /https?:\/\/\S{1,500}/giu,
  new RegExp(`(?<![\\p{L}\\p{N}.-])(?:${label}\\.){1,4}${endings}(?![\\p{L}\\p{N}-])(?:/\\S{0,300})?`, 'giu'),
  /(?<![\p{L}\p{N}_@/])@\w{3,32}/gu,
  /(?<![\p{L}\p{N}_/>])\/\w{1,64}(?:@\w{3,32})?/gu,
  /(?<![\p{L}\p{N}_&])#[\p{L}\p{M}\p{N}_]{1,256}/gu,
  /(?<![\p{L}\p{N}_])\$[A-Z]{1,8}(?![\p{L}\p{N}_])/gu,
];

/**
 * Where a text has links, @names, /commands or #tags, in order and without overlaps.
 * @returns UTF-16 offsets, end exclusive
 */
export function findClickables(text: string): { start: number; end: number }[] {
  const found = [...clickables.flatMap(pattern => [...text.matchAll(pattern)]), ...mailAddresses(text)]
    .map(({ index, 0: match }) => ({
      start: index,
      end: index + match.replace(/[.,:;!?)\]}»”’"]{1,9}$/u, '').length,
    }))
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: { start: number; end: number }[] = [];
  for (const each of found) if (each.start >= (kept.at(-1)?.end ?? 0)) kept.push(each);
  return kept;
}

/** Addresses of mail, found from their `@` on: as one pattern, reading them would not be linear. */
function mailAddresses(text: string): { index: number; 0: string }[] {
  return [...text.matchAll(/@[\w.-]{3,250}/gu)].flatMap(({ index, 0: host }) => {
    let start = index;
    while (start > Math.max(0, index - 64) && /[\w.+-]/.test(text[start - 1]!)) start--;
    return start < index && host.includes('.') ? [{ index: start, 0: text.slice(start, index) + host }] : [];
  });
}
