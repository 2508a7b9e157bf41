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
  if (typeof named.source === 'object') named.source = plainOf(named.source);
  if (!isGiven(named.html)) take('text', textNames);
  if (!isGiven(named.text)) take('html', pageNames);
  return named;
}

const isGiven = (value: unknown) =>
  value !== null && value !== undefined && !(typeof value === 'string' && value.trim() === '');

/** No fact is nested deeper; what is, may be nested without end. */
const deepest = 4;

/** A name where it is given as `{ name }`, several authors as one line; undefined for anything else. */
function plainOf(value: unknown, depth = 0): unknown {
  if (depth > deepest) return undefined;
  if (Array.isArray(value)) {
    const names = value
      .map(each => plainOf(each, depth + 1))
      .filter(each => typeof each === 'string' && each.trim() !== '');
    return names.length === 0 ? undefined : names.join(', ');
  }
  if (typeof value === 'object' && value !== null)
    return 'name' in value ? plainOf(value.name, depth + 1) : undefined;
  return typeof value === 'boolean' ? undefined : value;
}
