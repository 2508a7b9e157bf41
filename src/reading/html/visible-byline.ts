import { monthNames } from '../text/calendar.ts';
import { isDomain, isFullName, isJob, withoutAffiliation, withoutRole } from './author-names.ts';
import type { OutlineItem } from './outline.ts';
import { isDated } from './visible-day.ts';

/** UTF-16 code units between the headline and a byline. */
const nearby = { before: 400, after: 900 };
/** The same where the markup marks an author. */
const nearbyMarked = { before: 600, after: 2_500 };
/** A longer name is a sentence. */
const longestName = 70;
/** A longer item is a paragraph that mentions the author. */
const longestByline = 160;

const authorNames =
  /(?:^|[\s_-])(?:author|authors|byline|by-line|contributor|writer|creator|vcard|fn|article-author|post-author)(?:$|[\s_-])|author[_-]?(?:name|link|title|info)|(?:^|[\s_])(?:byline|author)/i;
const authorLinks =
  /\/(?:authors?|autor(?:es|en|in|zy|ka|e|i)?|auteurs?|contributors?|writers?|people|staff|profiles?|team|by)\/[^/]/i;
const lead =
  /^(?:(?:text|words|story|article|post|review|guest post|reviewed and written|(?:an? )?(?:news )?(?:analysis|opinion|commentary|comment|column|essay|interview|reporting|report|dispatch|exclusive))\s+)?(?:(?:written|posted|published|reported|authored|contributed|submitted|created|words|reviewed and written)\s+)?by:?\s+/i;
/** `Von`, `Por`, `Autor:` … in other languages: short words, behind which only a name of two words and more counts. */
const otherLead =
  /^(?:(?:(?:ein(?:e)? (?:analyse|bericht|essay|gastbeitrag|gespräch|interview|kommentar|kolumne|porträt|reportage)|protokoll|un(?:e)? (?:article|enquête|reportage)|(?:propos )?recueillis?|rédigé|écrit|publié|redactado|escrito|publicado|scritto|geschreven|skriven|skrevet|napisał[ao]?|texto) )?(?:von|(?<= )de|par|por|di|da|door|av|af|от|від)\s?:?|(?:napisał[ao]?|opracował[ao]?|підготува(?:в|ла)|подготовил[аи]?|a cura di|(?:d[ae]l nostro|notre|nuestr[oa]) (?:inviato|corrispondente|envoyée? spéciale?|correspondante?|enviad[oa] especial|corresponsal)),?|(?:autor(?:in|innen|ka|zy|es|en|i|ia|ė)?|auteure?s?|autor[ei]|redaktor(?:ka)?|reporter|(?:автор(?:ка|ы|и)?)(?: (?:текста|статьи|тексту|статті|матеріалу|материала))?|words|text|texte|texto|testo|tekst|текст|foto und text|haber|yazan|muhabir|penulis|συντάκτ(?:ης|ρια))\s?:|(?:autor(?:in|ka|e)?|auteure?|автор(?:ка|ы|и)?)(?= \p{Lu}\S{1,30}(?: \p{Lu}\S{1,30}){1,2}$))\s+(?=\p{Lu})/iu;
const label =
  /^(?:(?:text|words|story|article|written|posted|published|reported|authored)\s+)?(?:by|author|writer|authors):?$|^(?:autor(?:in|ka|e|es)?|auteure?|автор(?:ка|ы|и)?|yazar|penulis):$/iu;
const months = monthNames
  .map(name => `${name.slice(0, 3)}(?:${name.slice(3)})?|${name.slice(0, 4)}\\.`)
  .join('|');
/** What is entered as the author where no one was named: an account, or a job. */
export const account =
  /^(?:(?:site\s)?admin(?:istrator)?|super\s?user|web\s?master|user|guest|root|editor|author|staff|team|(?:the\s)?editorial\s(?:team|staff|board)|anonymous|unknown|n\/?a|press\s(?:release|office)|news(?:room|\sdesk)?|blog|(?:news\s)?agenc(?:y|ies)(?:\sreports?)?|(?:our\s|a\s|staff\s|special\s)?(?:reporter|correspondent)s?|la rédaction|rédaction|(?:la )?redacción|(?:da )?redação|(?:la )?redazione|(?:die )?redaktion|redakcja|redakce|redactie|редакция|редакція)$/iu;
/** What follows a name in a byline: a day, a role, the time it takes to read. */
const tail = new RegExp(
  '\\s*(?:[|•·–—/]|-\\s|-$|\\bfor\\b|\\bon\\b(?=\\s+\\S*\\d|\\s+\\p{Lu})|\\b(?:published|updated|posted|last|min(?:ute)?s?)\\b|(?<!\\p{L})(?:publi[ckzq]\\p{L}{2,8}|veröffentlicht|aktualisiert|uppdaterad|gepubliceerd|bijgewerkt|pubblicato|aggiornato|zveřejněno|објављено|objavljeno|опубліковано|опубликовано|оновлено|обновлено)(?!\\p{L})|,\\s\\p{Lu}[\\p{L}-]{0,14}\\s?\\d|\\d' +
    `|(?:\\b|(?<=\\p{Ll}))(?:${months})(?!\\p{L})\\.?(?=$|\\s*\\d)` +
    '|,\\s*(?:on\\b|(?:senior|staff|contributing|editor|writer|reporter|ceo|cto|founder|head|director|manager)\\b)).*$',
  'isu',
);
/** `Anna Berg and agencies`, `Anna Berg (avec AFP)`, `Anna Berg, envoyée spéciale à Osterby`: what is no further author's name. */
const addition =
  /\s(?:\(\p{Ll}|\((?:Text|Texte|Texto|Words|Fotos?)\)|(?:and|with|und|mit|y|con|et|avec|e|com|en|met|и|та)\s(?:agenc|agentur|wires|staff|dpa|\p{Lu}{2,5}(?![\p{L}.])))|,\s(?!(?:van|von|der)\s)\p{Ll}|;\s|\s(?:[Pp]ictures?|[Pp]hotos?|[Pp]hotographs?|[Ff]otos?|[Bb]ilder)(?::|\sby\s|\svon\s)/u;
const particles =
  '&|de|da|del|della|van|von|der|den|di|du|la|le|el|al|bin|ibn|of|the|and|ten|ter|y|e|und|et|og|och|en|i|ve|и|та|і';
const namePattern = new RegExp(
  `^(?:The\\s+)?[\\p{Lu}\\p{Lo}][\\p{L}\\p{M}\\p{N}.'’()-]{0,24}(?:,?\\s+(?:(?:${particles})\\s+){0,2}[\\p{Lu}\\p{Lo}(][\\p{L}\\p{M}\\p{N}.'’()-]{0,24}){0,5}(?:\\s+(?:team|staff|editors))?$`,
  'u',
);
/** A label in front of a name that is not the author's. */
const otherLabel =
  /^(?:fotos?|фото|photos?|bild(?:er)?|fotoğraf|kategori[ae]?|категория|tags?|теги|метки)$/iu;
/** Words of menus and buttons that look like names. */
const noName =
  /\b(?:admin|administrator|webmaster|read|share|table of|contents|home|blog|news|menu|search|subscribe|sign|log ?in|follow|about|contact|more|skip|print|email|copy|link|listen|watch|article|articles|guide|guides|resources|category|categories|topics?|view|all|comments?|minutes?|facebook|twitter|linkedin|updated|published|posted|written|reviewed|by|get|learn|start|free|products?|services|strategy|overview|updates|post|posts|reviews?|shop)\b/i;

/**
 * The author as a reader sees it near a page's headline: marked by the page's own names (`class="author"`), by `By`,
 * or a name in the line next to the day of publication. Null if there is none, or it does not look like a name.
 * @param isGivenName whether a word is a known given name
 */
export function visibleByline(
  items: readonly OutlineItem[],
  isGivenName: (word: string) => boolean,
): string | null {
  for (const rule of rules)
    for (const [at, item] of items.entries()) {
      if (item.text.length > longestByline || isOther.test(item.names)) continue;
      const name = rule(item, items[at - 1], items[at + 1], isGivenName);
      if (name === null) continue;
      return [withoutRole(name, isGivenName), ...furtherAuthors(items, at, name, isGivenName)].join(', ');
    }
  return null;
}

/** Items from an author on, and UTF-16 code units of them, among which further ones are looked for. */
const furtherItems = 6;
const furtherReach = 160;

/** The authors named right behind the first, where each has a link to a page of their own: `Anna Berg / Ola Nes`. */
function furtherAuthors(
  items: readonly OutlineItem[],
  at: number,
  first: string,
  isGivenName: (word: string) => boolean,
): string[] {
  const linked = items
    .slice(at, at + furtherItems)
    .filter(item => item.distance - items[at]!.distance <= furtherReach)
    .flatMap(({ anchors }) => anchors)
    .filter(isAuthorLink)
    .flatMap(({ text }) => nameIn(text) ?? []);
  if (linked[0] !== first) return [];
  return [...new Set(linked)].filter(name => name !== first && isFullName(name, isGivenName));
}

const isAuthorLink = ({ rel, href }: OutlineItem['anchors'][number]) =>
  /\bauthor\b/.test(rel) || authorLinks.test(href);

/** The name in a byline without what announces it; behind a link to the author's page may be the outlet and the place. */
function nameOf({ anchors }: OutlineItem, bare: string): string | null {
  const linked = anchors.find(
    anchor => anchor.text !== '' && bare.startsWith(anchor.text) && isAuthorLink(anchor),
  );
  return (linked && nameIn(linked.text)) ?? nameIn(bare);
}

/** `rel="tag"`, a section; `class="photo-author"` */
const isOther = /(?:^|\s)tag(?:\s|$)|(?:photo|foto|image|picture)[_-](?:author|credit)/i;

type Rule = (
  item: OutlineItem,
  previous: OutlineItem | undefined,
  next: OutlineItem | undefined,
  isGivenName: (word: string) => boolean,
) => string | null;

const isWithin = ({ distance }: OutlineItem, { before, after }: { before: number; after: number }) =>
  distance >= -before && distance <= after;

/** The name behind a word of another language that announces one; null if there is none of two words and more. */
function nameBehindOtherLead(text: string): string | null {
  return otherLead.test(text) ? ofSeveralWords(nameIn(text.replace(otherLead, ''))) : null;
}

/** A byline without `Von`, `Por` or the like in front of its name. */
export const withoutOtherLead = (text: string) => text.replace(otherLead, '');

const ofSeveralWords = (name: string | null) => (name?.includes(' ') ? name : null);

/** The author in a line that begins with `By`, `Von`, `Автор:` or the like; null if it has no name. */
export function nameBehindLead(text: string): string | null {
  if (text.length > longestByline) return null;
  return lead.test(text) ? nameIn(text.replace(lead, '')) : nameBehindOtherLead(text);
}

/** Where a stamp has an author behind it: `… by Anna Berg`, `… Autor: Anna Berg`. */
const authorBehind =
  /\bby:?\s+(?=\p{Lu})|(?<!\p{L})(?:autor(?:ka|zy|es)?|auteure?|autore|автор(?:ка)?):\s*(?=\p{Lu})/iu;

const rules: Rule[] = [
  // `By Anna Berg`
  item => (lead.test(item.text) && isWithin(item, nearby) ? nameOf(item, item.text.replace(lead, '')) : null),
  // `Posted on 17 November 2026 by Anna Berg`
  item => {
    const by = authorBehind.exec(item.text);
    const isStamped = by !== null && isDated(item.text.slice(0, by.index));
    return isStamped && isWithin(item, nearby) ? nameIn(item.text.slice(by.index + by[0].length)) : null;
  },
  // `Von Anna Berg`, `Autor: Anna Berg`
  item =>
    isWithin(item, nearby) && otherLead.test(item.text)
      ? ofSeveralWords(nameOf(item, item.text.replace(otherLead, '')))
      : null,
  // `Written by`, and below it the name
  (item, previous) =>
    previous && label.test(previous.text) && isWithin(item, nearby) ? nameIn(item.text) : null,
  // `class="author"`, or a link to the author's page
  item =>
    isWithin(item, nearbyMarked) && (authorNames.test(item.names) || authorLinks.test(item.links))
      ? nameOf(item, item.text.replace(lead, ''))
      : null,
  // A name, and below it the author's job
  (item, _previous, next, isGivenName) =>
    next && isWithin(item, nearby) && isFullName(item.text, isGivenName) && isJob(next.text)
      ? nameIn(item.text)
      : null,
  // A name, and behind it the author's address
  (item, _previous, _next, isGivenName) =>
    item.text.includes('@') && isWithin(item, nearby) ? fullNameIn([item.text], isGivenName) : null,
  // A name in one of the parts of the line that has the day
  (item, _previous, _next, isGivenName) => {
    if (!isWithin(item, nearby) || ofPicture.test(item.text) || !isDated(item.text)) return null;
    return fullNameIn([item.text, ...item.text.split(/\s?[|•·–—]\s?/)], isGivenName);
  },
  // A name in the line next to the day
  (item, previous, next, isGivenName) => {
    if (!isWithin(item, nearby) || ofPicture.test(item.text)) return null;
    const isNextToDay = [previous, next].some(other => other && isStamp(other));
    return isNextToDay ? fullNameIn([item.text], isGivenName) : null;
  },
];

const fullNameIn = (parts: readonly string[], isGivenName: (word: string) => boolean) =>
  parts
    .map(part => nameIn(withoutOtherLead(part)))
    .find(name => name !== null && isFullName(name, isGivenName)) ?? null;

/** `Anna Berg, 3 May 2031 in Osterby (Photo Ola Nes)`: who is in a picture, not who wrote. */
const ofPicture =
  /(?<!\p{L})(?:photos?|photograph\w{0,3}|pictured?|images?|fotos?|bild(?:er)?|фото|crédits?|credits?|getty|afp|reuters)(?!\p{L})/iu;

/** Whether an item is a day of publication and little else; many have it in their markup and show `2 hours ago`. */
const isStamp = ({ text, datetime }: OutlineItem) =>
  text.length <= 45 && (datetime !== null || isDated(text));

/** The author in a byline that was found without its markup, null if it does not look like a name. */
export function authorIn(byline: string): string | null {
  const text = byline.replace(/\s+/g, ' ').trim();
  const bare = withoutOtherLead(text.replace(/^.*\bposts? by\s+/i, '').replace(lead, ''));
  const name = text.length <= longestByline ? nameIn(bare) : null;
  return name === null || account.test(name) ? null : name;
}

/** Whether labels were written without a space between them: `Wedding PlanningFashion`. One such word is a brand. */
function isRunTogether(text: string): boolean {
  const words = text.split(' ');
  return (
    words.length > 2 && words.some(word => /\p{Ll}{3}\p{Lu}\p{Ll}/u.test(word) && !/^(?:Fitz|Mac)/.test(word))
  );
}

const partOfTime =
  /^(?:[ap]\.?m\.?|AM|PM|[ECMP][SD]?T|GMT|UTC|BST|CES?T|EES?T|WES?T|MSK|IST|JST|SGT|HKT|AES?T|AEDT|NZS?T)$/;

/** `AM BST`: what is left of a time of day without its numbers. */
const isOfTime = (text: string) => text.split(/[\s(),]+/).every(word => word === '' || partOfTime.test(word));

/** `Anna Berg Tuesday, May 6, 2031` */
const weekdayBehind = /\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:,|\s|$).*$/su;

/** `Anna Berg@annaberg` */
const gluedAccount = /(?<=\s\p{Lu}[\p{L}’'-]{1,30})@\S{1,40}$/u;
/** `@annaberg`, `anna@harbourpost.no` */
const accountBehind = /\s\S{0,40}@.*$/su;

/** The name that a byline begins with, null if it does not begin with one. */
function nameIn(text: string): string | null {
  const comma = text.indexOf(', ');
  if (comma > 0 && isJob(text.slice(comma + 2))) return nameIn(text.slice(0, comma));
  const added = /[.!?]$/.test(text) ? -1 : text.search(addition);
  const bare = (added > 0 ? text.slice(0, added) : text)
    .replace(/^[^\p{L}]+/u, '')
    .replace(/^(?:Written )?[Bb]y(?=\p{Lu})/u, '')
    .replace(gluedAccount, '')
    .replace(accountBehind, '')
    .replace(weekdayBehind, '')
    .replace(tail, '')
    // A place or a section behind each name
    .replace(/ in \p{Lu}[\p{L}’'-]*(?: \p{Lu}[\p{L}’'-]*){0,2}(?=,? and |, \p{Lu})/gu, '')
    .replace(/ in \p{Lu}.*$/su, '')
    .replace(/[,;:\s]{1,20}$/, '');
  const name = withoutAffiliation(bare);
  if (name.length < 2 || name.length > longestName || isRunTogether(name)) return null;
  if (noName.test(name) || otherLabel.test(name) || isOfTime(name) || isDomain(name)) return null;
  return namePattern.test(name) ? name : null;
}
