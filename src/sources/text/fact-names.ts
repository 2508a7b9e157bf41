/** What is known about an article beforehand. */
export type Facts = { title?: string; author?: string; publishedAt?: string; url?: string; source?: string };

/**
 * The names that people and scrapers (Trafilatura, Newspaper, news-please, NewsAPI, JSON Feed and common collections)
 * give to each fact, in lower case; the first that has a value counts.
 */
export const factNames: Readonly<Record<keyof Facts, readonly string[]>> = {
  title: ['title', 'headline'],
  author: ['author', 'authors', 'byline', 'creator'],
  publishedAt: [
    'publishedat',
    'published_at',
    'published',
    'date',
    'pubdate',
    'publishdate',
    'publish_date',
    'date_publish',
    'date_published',
    'datepublished',
    'publication_date',
    'publishing_date',
  ],
  url: ['url', 'link', 'canonical', 'canonical_url', 'source_url'],
  source: ['source', 'outlet', 'publisher', 'publication', 'sitename', 'site', 'source_domain', 'domain'],
};

/** The names of an article's text and of its page in JSON, likewise. */
const textNames: readonly string[] = [
  'text',
  'body',
  'content',
  'maintext',
  'content_text',
  'articlebody',
  'article',
];
const pageNames: readonly string[] = ['html', 'content_html'];

/**
 * An article's object with its text and facts under our names, whatever a scraper called them. What it has under our
 * names already is kept as it is, be it of the wrong kind; so is everything else in it.
 */
export function underOurNames(object: object): Record<string, unknown> {
  const given = new Map(Object.entries(object).map(([name, value]) => [name.toLowerCase(), plainOf(value)]));
  const named: Record<string, unknown> = { ...object };
  const take = (ours: string, names: readonly string[]) => {
    if (isGiven(named[ours])) return;
    const found = names.find(name => isGiven(given.get(name)));
    // A day may be a number of seconds.
    if (found !== undefined)
      named[ours] = ours === 'publishedAt' ? given.get(found) : String(given.get(found));
  };
  for (const [fact, names] of Object.entries(factNames)) take(fact, names);
  for (const name of ['title', 'source'])
    if (typeof named[name] === 'object') named[name] = plainOf(named[name]);
  for (const name of [...textNames, ...pageNames]) {
    const value = Object.entries(object).find(([each]) => each.toLowerCase() === name)?.[1];
    if (typeof value === 'object') given.set(name, paragraphsIn(value).join('\n\n'));
  }
  if (typeof named.text === 'object') named.text = given.get('text');
  if (!isGiven(named.html)) take('text', textNames);
  if (!isGiven(named.text)) take('html', pageNames);
  return named;
}

/** What holds a text's parts, in the order of the object: WordPress's `rendered`, blocks of editors, sections. */
const partNames = new Set([
  'rendered',
  'text',
  'value',
  'content',
  'summary',
  'headline',
  'heading',
  'title',
  'paragraphs',
  'sections',
  'blocks',
]);

/** The paragraphs of a text that is given as a list or in parts. */
function paragraphsIn(value: unknown, depth = 0): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  if (depth > deepest || typeof value !== 'object' || value === null) return [];
  const parts = Array.isArray(value)
    ? value
    : Object.entries(value).flatMap(([name, part]) => (partNames.has(name) ? [part] : []));
  return parts.flatMap(part => paragraphsIn(part, depth + 1));
}

const isGiven = (value: unknown) =>
  value !== null && value !== undefined && !(typeof value === 'string' && value.trim() === '');

/** No fact is nested deeper; what is, may be nested without end. */
const deepest = 4;

/** A name where it is given as `{ name }` or, by WordPress, as `{ rendered }`, several authors as one line; undefined for anything else. */
function plainOf(value: unknown, depth = 0): unknown {
  if (depth > deepest) return undefined;
  if (Array.isArray(value)) {
    const names = value
      .map(each => plainOf(each, depth + 1))
      .filter(each => typeof each === 'string' && each.trim() !== '');
    return names.length === 0 ? undefined : names.join(', ');
  }
  if (typeof value === 'object' && value !== null) {
    const name = 'name' in value ? value.name : 'rendered' in value ? value.rendered : undefined;
    return plainOf(name, depth + 1);
  }
  return typeof value === 'boolean' ? undefined : value;
}
