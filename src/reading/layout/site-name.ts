import { normalized } from '../text/line-words.ts';

/** What is known of who published an article, to recognize the outlet's name at the end of its title. */
export type Publisher = {
  outlet?: string | null | undefined;
  /** The page's only headline element, which some sites have their name in. */
  banner?: string | null | undefined;
  url?: string | null | undefined;
  /** Lines that may be the title without the outlet's name: the page's headline, the lines above the body. */
  isLine(normalizedText: string): boolean;
};

const separators = /\s(?:[|–—·•»«›‹~:]{1,2}|-)\s|\s?｜\s?/g;
/** A name of more words is part of the title. */
const mostWords = 5;
/** A title has at least this many words without the name. */
const fewestWords = 2;
/** Sections and outlet named one after the other: `… | Blog | The Example`. */
const mostNames = 2;

/** Words that outlets have in their names. */
const outletWord =
  /\b(?:news|times|post|daily|weekly|herald|tribune|journal|gazette|guardian|telegraph|chronicle|observer|courier|echo|sentinel|bulletin|inquirer|enquirer|examiner|dispatch|argus|advertiser|mail|mirror|express|press|magazine|radio|tv|television|online|blog|media|wire|agency|broadcasting|network|newspaper|today)\b|\.(?:com|org|net|co\.uk|news|info)$/i;
const acronym = /^\p{Lu}{2,5}(?:\s(?:News|Sport|World|Politics|Business))?$/u;

/** A title without the outlet's name behind a dash or a bar at its end: `Crane falls - CNN`. */
export function withoutSiteName(title: string, publisher: Publisher): string {
  let rest = title;
  for (let name = 0; name < mostNames; name++) {
    const last = [...rest.matchAll(separators)].at(-1);
    if (!last) break;
    const head = rest.slice(0, last.index).trim();
    const tail = rest.slice(last.index + last[0].length).trim();
    const isWhole = wordsIn(head) >= fewestWords || publisher.isLine(normalized(head));
    if (!isWhole || wordsIn(tail) > mostWords) break;
    if (!isSiteName(head, tail, last[0].trim(), publisher)) break;
    rest = head;
  }
  return rest;
}

function isSiteName(
  head: string,
  tail: string,
  separator: string,
  { outlet, banner, url, isLine }: Publisher,
): boolean {
  const name = letters(tail);
  if (name === '') return false;
  if (separator === '｜' || (/^(?:\||»|::)$/.test(separator) && isNameOnly(tail))) return true;
  if (outlet && (letters(outlet) === name || letters(outlet).startsWith(name))) return true;
  if (banner && letters(banner) === name) return true;
  if (url && isInHost(name, url)) return true;
  if (isLine(normalized(head))) return true;
  return separator !== ':' && (acronym.test(tail) || (/^\p{Lu}/u.test(tail) && outletWord.test(tail)));
}

/** Up to four capitalized words; `War in Ukraine` is a topic. */
function isNameOnly(tail: string): boolean {
  return /^(?:[\p{Lu}\p{N}][^\s|]*)(?:\s(?:&\s)?[\p{Lu}\p{N}][^\s|]*){0,3}$/u.test(tail);
}

/** `Harbour Mail` in `harbourmail.net`, `Example` in `www.example.org`. */
function isInHost(name: string, url: string): boolean {
  const labels = (/^(?:https?:\/\/)?([^/:?#]+)/i.exec(url)?.[1] ?? '').split('.');
  return name.length >= 3 && labels.some((_, at) => letters(labels.slice(at).join('.')).startsWith(name));
}

const letters = (text: string) =>
  text
    .toLowerCase()
    .replace(/^the\s+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
const wordsIn = (text: string) => text.split(/\s+/).filter(word => /[\p{L}\p{N}]/u.test(word)).length;
