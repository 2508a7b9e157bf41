/** A tag in XML that may be broken: offsets are UTF-16 code units. */
export type Tag = { name: string; start: number; end: number; kind: 'open' | 'close' | 'empty' };

const name = /[A-Za-z_][\w.:-]{0,99}/y;

/**
 * The tags of an XML text in order, without what is in comments, CDATA sections, declarations and processing
 * instructions. Never throws; ends where the text breaks off inside one.
 */
export function* tagsOf(text: string, from = 0): Generator<Tag> {
  for (let at = text.indexOf('<', from); at >= 0; ) {
    const skipped = endOfSkipped(text, at);
    if (skipped < 0) return;
    if (skipped > at) {
      at = text.indexOf('<', skipped);
      continue;
    }
    const closing = text[at + 1] === '/';
    name.lastIndex = at + (closing ? 2 : 1);
    const found = name.exec(text)?.[0];
    const end = found === undefined ? -1 : text.indexOf('>', name.lastIndex);
    if (found !== undefined && end < 0) return;
    if (found !== undefined) {
      const kind = closing ? 'close' : text[end - 1] === '/' ? 'empty' : 'open';
      yield { name: found, start: at, end: end + 1, kind };
    }
    at = text.indexOf('<', found === undefined ? at + 1 : end + 1);
  }
}

/** Sections in which nothing is a tag: how each begins and ends. */
const skipped: [string, string][] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<!', '>'],
];

/** Where what is skipped at `at` ends; `at` itself if nothing is skipped there, -1 if it has no end. */
function endOfSkipped(text: string, at: number): number {
  for (const [opening, closing] of skipped)
    if (text.startsWith(opening, at)) {
      const end = text.indexOf(closing, at + opening.length);
      return end < 0 ? -1 : end + closing.length;
    }
  return at;
}
