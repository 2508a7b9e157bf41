/** What bylines and data give along with an author's name. */

/** Words in front of a job: `Senior Ostland Correspondent`, `Deputy Editor`. */
const rank =
  'senior|chief|deputy|assistant|associate|managing|executive|contributing|staff|special|national|foreign|international|world|local|political|diplomatic|business|economics?|education|health|science|technology|tech|sports?|arts|culture|crime|court|breaking news|news|features?|investigative|data|web|guest';
const job =
  'correspondent|reporter|editor|writer|columnist|journalist|contributor|producer|photographer|critic|blogger|analyst';
/** A name of two to four words and a job, as if it were a longer name: they stand in elements of their own. */
const roleBehind = new RegExp(
  `^(\\p{Lu}[^\\s,]{0,30}(?: \\p{Lu}[^\\s,]{0,30}){1,3}?) (?:(?:${rank})(?: \\p{Lu}[^\\s,]{0,20}){0,3} )?(?:${job})$`,
  'iu',
);

/** `Transport correspondent`, `Journaliste`: a line that says what an author is, and nothing else. */
const jobAlone = new RegExp(
  `^(?:[\\p{L}&’'-]{1,20} ){0,4}(?:${job}|korrespondent(?:in)?|redakteur(?:in)?|journalist(?:in|e|a)?|reporterin|periodista|corresponsal|redactora?|reporter[ao]|журналіст(?:ка)?|журналист(?:ка)?|кореспондент(?:ка)?|корреспондент)(?:,? (?:in|for|at|of|für|bei|im|en|de|del|à|au|aux|chez) [\\p{L} .’'-]{2,40})?$`,
  'iu',
);

/** Whether a line names an author's job and nothing else. */
export function isJob(text: string): boolean {
  return text.length <= longestJob && jobAlone.test(text);
}

/** UTF-16 code units. */
const longestJob = 80;

/** Whether a name begins with a known given name and has more behind it. */
export function isFullName(name: string, isGivenName: (word: string) => boolean): boolean {
  return name.includes(' ') && isGivenName(name.split(' ')[0]!);
}

/** `Anna Berg` of `Anna Berg Senior Ostland Correspondent`; `Harbour Post Reporter` names no one. */
export function withoutRole(name: string, isGivenName: (word: string) => boolean): string {
  const [, person] = roleBehind.exec(name) ?? [];
  return person && isFullName(person, isGivenName) ? person : name;
}

/** `Anna Berg, OBC`: behind a name that is not all in capitals, an outlet that is; `III` belongs to the name. */
const affiliation =
  /^(\p{Lu}[^,|]{0,40}\p{Ll}[^,|]{0,40}?)(?:,| \|) (?![IVX]{1,4}$)\p{Lu}[\p{Lu}\p{N}&.-]{1,12}(?: (?:\p{Lu}[\p{Lu}\p{N}&.-]{1,12}|News|Sports?|Online)){0,3}$/u;

/** `Anna Berg, Abuja`: one word behind a name of two and more. */
const placeBehind = /^(\p{Lu}[^\s,]{0,30} \p{Lu}[^,]{0,40}), (?!(?:Jr|Sr|Esq)\b)\p{Lu}\p{Ll}{2,20}$/u;

/** A name without the outlet, the institution or the place behind it. */
export function withoutAffiliation(name: string): string {
  const comma = name.indexOf(', ');
  if (comma > 0 && name.lastIndexOf(', ') === comma && institution.test(name.slice(comma)))
    return name.slice(0, comma);
  return (affiliation.exec(name) ?? placeBehind.exec(name))?.[1] ?? name;
}

/** `Anna Berg, Office of Communications`, `Anna Berg, Universität Ostby`: what no further author is called. */
const institution =
  /(?<!\p{L})(?:office|department|dept|college|school|faculty|university|institute|institution|academy|centre|center|ministry|foundation|museum|council|association|communications?|relations|affairs|universität|hochschule|institut|pressestelle|ministerium|stiftung|université|faculté|ministère|universidad|facultad|ministerio|universidade|faculdade|ministério|università|facoltà|ministero|uniwersytet|ministerstwo|університет|інститут|міністерство|университет|институт|министерство)(?!\p{L})/iu;

/** `Anna Berg, Harbour Post`, `Anna Berg, Culture correspondent`: an outlet or a job among the authors. */
export function withoutOutlets(names: string, isOutlet: (name: string) => boolean): string {
  const people = names.split(', ').filter(name => !isOutlet(name) && !isJob(name));
  return people.length === 0 ? names : people.join(', ');
}

/** `harbourpost.no`, `HarbourPost.com`: a site, which wrote nothing. */
export function isDomain(name: string): boolean {
  return /^(?:www\.)?[\p{L}\d-]{3,40}\.(?:com|net|org|info|news|media|co\.[a-z]{2}|com\.[a-z]{2}|[a-z]{2})$/iu.test(
    name,
  );
}

/** `Harbour Post Bureau`, `Web Desk`, `Onlineredaktion Osterby`: a part of an outlet, which a named author goes before. */
export const bureau =
  /\s(?:bureau|desk|staff|newsroom|team|online|agencies|reporters?|correspondents?)$|^(?:\p{L}{0,10}redaktion|(?:la )?(?:rédaction|redacción|redazione)|redakcja|redactie)(?!\p{L})/iu;

/** `harbourpost7`: an account, which a named author goes before. */
export const login = /^\p{Ll}[\p{Ll}\d._-]*$/u;

/** Whether a name is that of a site, with or without its team: `The Harbour Post Editorial Team` of harbourpost.example. */
export function isNamedAfter(name: string, host: string): boolean {
  const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\d]/gu, '');
  const bare = name.replace(/\b(?:the|editorial|team|staff|editors?)\b/gi, ' ');
  const own = letters(host.replace(/^www\./, '').replace(/\.[a-z]{2,}(?:\.[a-z]{2})?$/, ''));
  return letters(bare).length >= 4 && (own.includes(letters(bare)) || letters(bare).includes(own));
}

/** A name in capitals, alone or with an agency behind it: `ANNA BERG Coastal Wire`. */
const inCapitals = /^(\p{Lu}[\p{Lu}.'’-]+(?: \p{Lu}[\p{Lu}.'’-]*){1,3})(?:$|(?:,| \/)? (?=\p{Lu}\p{Ll}))/u;

/**
 * An author as names are written elsewhere, where the page has the name in capitals.
 * @param isGivenName whether a word is a known given name: an agency may have capitals too
 */
export function withoutCapitals(
  author: string | null,
  isGivenName: (word: string) => boolean,
): string | null {
  const name = inCapitals.exec(author ?? '')?.[1];
  if (!name || !isGivenName(name.split(' ')[0]!)) return author;
  return name
    .replace(/(?<=\p{L})\p{Lu}+/gu, letters => letters.toLowerCase())
    .replace(/\bMc\p{Ll}/gu, start => `Mc${start.at(-1)!.toUpperCase()}`);
}
