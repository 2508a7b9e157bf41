/** A span of a paragraph. An `unbroken` one has no white space and is longer than any word. */
export type Chunk = { start: number; end: number; unbroken: boolean };

/** wink-nlp needs far more time for one long line than for the same text in chunks. */
export const maxChunkLength = 8_000;
/** Runs without white space take it quadratic time. */
const longestRun = 200;
/** No step of the reader should meet an endless sentence. */
const longestUnbroken = 2_000;

/** Cuts a span of text into chunks that wink-nlp reads in linear time. */
export function chunks(input: string, start: number, end: number): Chunk[] {
  const found: Chunk[] = [];
  let from = start;
  let at = start;
  while (at < end) {
    let runEnd = at;
    while (runEnd < end && !isBlank(input.charCodeAt(runEnd))) runEnd++;
    if (runEnd - at > longestRun) {
      addBroken(found, input, from, at);
      for (let cutAt = at; cutAt < runEnd; cutAt += longestUnbroken) {
        found.push({ start: cutAt, end: Math.min(runEnd, cutAt + longestUnbroken), unbroken: true });
      }
      from = runEnd;
    }
    at = runEnd + 1;
  }
  addBroken(found, input, from, end);
  return found;
}

function addBroken(found: Chunk[], input: string, start: number, end: number): void {
  let from = start;
  while (end - from > maxChunkLength) {
    const to = cut(input, from, from + maxChunkLength);
    found.push({ start: from, end: to, unbroken: false });
    from = to;
  }
  if (end > from) found.push({ start: from, end, unbroken: false });
}

/** Before the space after the end of a sentence, else before the last space: runs are short enough that there is one. */
function cut(input: string, from: number, limit: number): number {
  let blank = -1;
  for (let at = limit; at > from + maxChunkLength / 2; at--) {
    if (!isBlank(input.charCodeAt(at))) continue;
    if (blank < 0) blank = at;
    if (/[.!?]/.test(input[at - 1]!)) return at;
  }
  return blank < 0 ? limit : blank;
}

/** White space as `\s` has it, by UTF-16 code unit. */
export function isBlank(code: number): boolean {
  return code <= 32
    ? code === 32 || (code >= 9 && code <= 13)
    : code >= 160 &&
        (code === 160 ||
          code === 0x1680 ||
          (code >= 0x2000 && code <= 0x200a) ||
          code === 0x2028 ||
          code === 0x2029 ||
          code === 0x202f ||
          code === 0x205f ||
          code === 0x3000 ||
          code === 0xfeff);
}
