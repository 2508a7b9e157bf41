type CodePage = { bytes: Map<string, number>; pattern: RegExp; isEvidence(run: string): boolean };

/** The characters that a code page has for the bytes beyond ASCII; browsers give those it lacks as control characters. */
function codePage(name: 'windows-1252' | 'windows-1251'): Map<string, number> {
  const decoder = new TextDecoder(name);
  const bytes = new Map<string, number>();
  for (let byte = 0x80; byte < 0x100; byte++) {
    bytes.set(decoder.decode(Uint8Array.of(byte)), byte);
    if (byte < 0xa0 && name === 'windows-1252') bytes.set(String.fromCharCode(byte), byte);
  }
  return bytes;
}

function pageOf(name: 'windows-1252' | 'windows-1251', isEvidence: CodePage['isEvidence']): CodePage {
  const bytes = codePage(name);
  const signs = [...bytes.keys()].map(sign => `\\u{${sign.codePointAt(0)!.toString(16)}}`).join('');
  return { bytes, pattern: new RegExp(`[${signs}]{2,}`, 'gu'), isEvidence };
}

/**
 * UTF-8 that was read as one of these. What no language writes is evidence: `â€œ`, `Ã©`; in Cyrillic three letters in
 * a row of two signs each.
 */
const pages: CodePage[] = [
  pageOf('windows-1252', run =>
    /â€[\u009d\u0153\u2122\u02dc\u201c\u201d\u00a6\u00a2\u00b9\u00ba]|[ÃÂ][¡-ª¬®-º¼-¿]|(?:[ÐÑ][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]){3}/u.test(
      run,
    ),
  ),
  pageOf('windows-1251', run =>
    /(?:[РС][^А-Яа-я\s]|[РС][Рр]){3}|вЂ[\u0098-\u009d\u201c\u201d\u2122\u045a\u045c]/u.test(run),
  ),
];

const suspicious =
  /[ÃÂÐÑâ][\u0080-\u00bf\u0152-\u0178\u02c6\u02dc\u2013-\u203a\u20ac\u2122]|[РС][^А-Яа-яA-Za-z\s\d.,:;!?()«»"'-]|вЂ/u;

/**
 * A text in which UTF-8 was read as a Windows code page (`â€œ` for `“`, `Ã©` for `é`), repaired where that is beyond
 * doubt, and in which Windows-1252 was read as Latin-1 (control characters for quote marks and dashes); any other text
 * unchanged. Sequences that are no UTF-8 are left as they are.
 */
export function repairMojibake(text: string): string {
  return withoutControls(suspicious.test(text) ? repairUtf8(text) : text);
}

/** Where Windows-1252 has quote marks and dashes; behind these letters it is what is left of UTF-8. */
const control = /(?<![ÂÃâÐÑ])[\u0091-\u0097]/gu;

/** The marks of Windows-1252 for the control characters of Latin-1, with which no text is written. */
function withoutControls(text: string): string {
  return text.replace(control, sign => windows.decode(Uint8Array.of(sign.charCodeAt(0))));
}

const windows = new TextDecoder('windows-1252');

function repairUtf8(text: string): string {
  let repaired = text;
  for (const page of pages) {
    const runs = repaired.match(page.pattern);
    if (!runs?.some(run => page.isEvidence(run) && decoded(run, page) !== run)) continue;
    repaired = repaired.replace(page.pattern, run => decoded(run, page));
    // The last byte of a closing quote mark is one that many programs drop.
    if (page === pages[0])
      repaired = repaired.replace(/â€(?=[\s.,;:!?)]|$)/gmu, '”').replace(/Â(?=\s)/gu, '');
  }
  return repaired;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** A run of signs read as the bytes they came from, as far as these are whole UTF-8. */
function decoded(run: string, { bytes }: CodePage): string {
  const codes = [...run].map(sign => bytes.get(sign)!);
  const signs = [...run];
  let made = '';
  for (let at = 0; at < codes.length; ) {
    const length = lengthOf(codes[at]!);
    const sign = length > 1 && at + length <= codes.length ? orNull(codes.slice(at, at + length)) : null;
    made += sign ?? signs[at]!;
    at += sign === null ? 1 : length;
  }
  return made;
}

function lengthOf(first: number): number {
  if (first >= 0xc2 && first < 0xe0) return 2;
  if (first >= 0xe0 && first < 0xf0) return 3;
  return first >= 0xf0 && first < 0xf5 ? 4 : 1;
}

function orNull(codes: number[]): string | null {
  try {
    return utf8.decode(Uint8Array.from(codes));
  } catch {
    // These bytes are not UTF-8.
    return null;
  }
}
