import { isJob } from '../html/author-names.ts';
import type { ClassifiedLine } from '../text/lines.ts';

/**
 * Marks what a press release says at its end, under `About Harbour Cranes`, of who issued it: the line below begins with
 * that name.
 */
export function markIssuers(lines: ClassifiedLine[], start: number, end: number): void {
  const body = lines.slice(start, end).filter(({ kind }) => kind === null);
  for (let at = body.length - 2; at > 0 && isIssuer(body[at]!, body[at + 1]!); at -= 2)
    for (const label of body.slice(at, at + 2)) label.kind = 'other';
}

function isIssuer(heading: ClassifiedLine, note: ClassifiedLine): boolean {
  const name = /^About (?:the )?(?=\p{Lu})(.{3,60})$/u.exec(heading.line.text)?.[1];
  return name !== undefined && note.line.text.replace(/^The /, '').startsWith(name.replace(/[:.]$/, ''));
}

/** Marks author notes under the body. */
export function markAuthors(lines: ClassifiedLine[], start: number, end: number): void {
  for (let index = end - 1; index > start; index--) {
    const label = lines[index]!;
    if (label.kind !== null) continue;
    if (!isAuthorNote(label.line.text)) return;
    label.kind = 'byline';
  }
}

/**
 * Marks what is said of an article's authors, wherever it is: a note on a person that begins with the name of one.
 * @param authors the names, separated by commas
 */
export function markNotesOn(lines: readonly ClassifiedLine[], authors: string | null): void {
  const names = (authors ?? '').split(/,\s|\sand\s/).filter(name => name.includes(' '));
  const last = lines.findLastIndex(({ kind }) => kind === null);
  for (const [at, { line, kind }] of lines.entries()) {
    if (kind !== null) continue;
    const isNote = names.some(
      name =>
        line.text.startsWith(`${name} `) &&
        (isAuthorNote(line.text) || (at === last && isOfOther(line.text, name))),
    );
    // In an interview the author's name precedes each question.
    const isAlone =
      names.includes(line.text) && lines.filter(other => other.line.text === line.text).length === 1;
    if (!isNote && !isAlone) continue;
    lines[at]!.kind = 'byline';
    // The name alone, and below it what the author does
    const below = isNote ? undefined : lines[at + 1];
    if (below?.kind !== null || !isJob(/^[^.]*/.exec(below.line.text)![0])) continue;
    below.kind = 'byline';
    const note = lines[at + 2];
    if (note?.kind === null && note.line.text.startsWith(`${line.text} `)) note.kind = 'byline';
  }
}

/** Whether an article's last line is about the one who wrote it, in any language: authors seldom write so of themselves. */
const isOfOther = (text: string, name: string) =>
  text.length <= longestNote && /^ \p{Ll}[^“”"«»]*[.!]$/u.test(text.slice(name.length));

/** UTF-16 code units. */
const longestNote = 300;

function isAuthorNote(text: string): boolean {
  if (text.length > 900) return false;
  const is =
    /^(?:The (?:author|writer)|\p{Lu}[\p{L}'’.-]{0,30}( \p{Lu}[\p{L}'’.-]{0,30}){1,3}),? (is|was|has been|covers|writes|works|reports|lives)\b(.{0,200})/u.exec(
      text,
    );
  if (!is) return false;
  return /^(covers|writes|reports)$/.test(is[2]!)
    ? /\b(for|at|about)\b/.test(is[3]!)
    : /\b(writer|reporter|editor|journalist|correspondent|columnist|author|professor|founder|consultant|contributor|freelance|blogger|producer|fellow)\b/.test(
        is[3]!,
      );
}
