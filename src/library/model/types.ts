import type { Reading } from '../../reading/model/reading.ts';

/**
 * What the library returns: plain data, every passage with the article and the offsets it was taken from. Ids are strings; days are `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; moments are milliseconds since the epoch.
 */

export type ArticleRef = {
  id: string;
  title: string | null;
  /** The outlet, or the file's name. */
  source: string | null;
  url: string | null;
  published: string | null;
  /** Whether what the article says contradicts the day it gives as that of its publication. */
  doubted?: true;
};

/** A passage of an article that supports a line. Offsets as in a `Reading`: UTF-16 code units, end exclusive. */
export type Evidence = { article: ArticleRef; start: number; end: number; text: string };

export type PersonRef = { id: string; name: string };

export type PersonSummary = PersonRef & {
  variants: string[];
  /** The role given most often or most recently, if any article gives one. */
  role: string | null;
  /** How many articles name them (near-duplicates counted once). */
  articles: number;
};

/** `person` only if the speaker is named; `text` are the words of the article that attribute the quote. */
export type Speaker = {
  name: string | null;
  person: PersonRef | null;
  /** Whose words they are, as in a reading; missing if its reader didn’t say. */
  kind?: 'person' | 'organization' | 'document' | 'unnamed' | undefined;
  text: string;
  start: number;
  end: number;
};

export type Quote = Evidence & {
  kind: 'direct' | 'partial';
  speaker: Speaker | null;
  /** Who cites it, where the words are not their own. */
  citedBy?: Speaker;
  /** The day, month or year in which its article says that it was spoken. */
  said?: string | undefined;
  cue: string | null;
  rule: string;
  confidence: number;
};

/** A quote as far as it takes to find others of the same words. */
export type QuoteWording = Pick<Quote, 'kind' | 'text'> & {
  /** By which the whole quote is looked up. */
  id: string;
  /** Its own `id` is for telling articles apart only. `quote`: the quote's, which has the article. */
  article: { id: string; quote: string };
  speaker: { person: { id: string } | null; text: string } | null;
};

export type TimelineEntry = {
  date: string;
  precision: 'day' | 'month' | 'year';
  /** The last day, month or year if it is a period, as precise as `date`. */
  until: string | null;
  approximate: boolean;
  /** Only announced: no article reports that it happened. */
  planned: boolean;
  /** How the date was resolved: `explicit`, `relative` or `year-inferred`. */
  basis: string;
  text: string;
  /** One for each article that reports it, the first report first. */
  evidence: Evidence[];
  people: PersonRef[];
};

export type Topic = { id: string; label: string; articles: number };

export type Story = {
  id: string;
  title: string;
  /** Oldest first; near-duplicates are in `duplicates`, under the one they repeat. */
  articles: (ArticleRef & { duplicates: ArticleRef[] })[];
  first: string | null;
  last: string | null;
};

/** One page of a longer list. `total` is exact up to `countLimit` (1,000), and one more than that for more. */
export type Slice<T> = { total: number; items: T[] };
export type Range = { limit: number; offset: number };
/** A page of quotes, and the days between which they were said: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, both included. */
export type QuotesAsked = Range & { from?: string; to?: string };

/** A whole article as kept. */
export type StoredArticle = ArticleRef & {
  reading: Reading;
  story: string;
  /** The library's person for each of the reading's people, by the reading's own ids. */
  cast: ReadonlyMap<string, PersonRef>;
  duplicateOf: string | null;
  /** Its place in the order of arrival: rises by at least one with each article. */
  arrival: number;
};

export type WrittenAs = { article: ArticleRef; name: string; role: string | null };

export type Filter = {
  /** A topic's id. */
  topic?: string;
  /** A person's id. */
  person?: string;
  /** The id of an organization or place. */
  entity?: string;
  /** Words that must all occur, folded. */
  words?: string;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, both ends included. */
  from?: string;
  to?: string;
};

/** A day on which something happened, with the sentence that reports it best. */
export type KeyDate = {
  /** `YYYY-MM-DD` */
  date: string;
  /** How important the day is; see `key-dates.ts`. Comparable within one answer only. */
  weight: number;
  /** How many of the articles that were looked at report something of that day. */
  articles: number;
  basis: string;
  planned: boolean;
  approximate: boolean;
  text: string;
  /** The sentence, then those in which other articles report the same. */
  evidence: Evidence[];
  people: PersonRef[];
};

/** A person (`p` and the id), an organization or place (its id), a story (`s` and the id) or a topic (`t` and the id). */
export type About = `${'p' | 'e' | 's' | 't'}${string}`;

/** What to include of the news. */
export type NewsFilter = {
  /** Ids of topics, of people, organizations and places, and words, any of which is enough; everything if all are empty. */
  topics: string[];
  people: string[];
  /** Each a few words that must all occur; in quotes, next to each other. */
  words: string[];
  /** Words in the same syntax, and sources, whose articles are left out. */
  without: string[];
  withoutSources: string[];
  /** Ids of people, organizations and places whose articles are left out, and of stories that are. */
  withoutPeople?: string[];
  withoutStories?: string[];
};

/** A story with what is new in it. */
export type FreshStory = {
  story: Story;
  /** Its new articles that match, in order of arrival, including copies of each other. */
  fresh: ArticleRef[];
  /** It was delivered before: then `summary` and `quotes` hold only what was not delivered then. */
  update: boolean;
  /** Sentences in the order in which they are to be shown, none repeating an earlier one. */
  summary: Evidence[];
  /** The one of them that says best what is new: most like the others and like its title. */
  lead: Evidence | null;
  /** Those of the people asked for come first. */
  quotes: Quote[];
  /** How many outlets report it. */
  sources: number;
  /** The parts of the filter that it matches. */
  met: { topics: string[]; people: string[]; words: string[] };
};

/**
 * Something an article no longer says: a sentence, a quote or its title, as it was shown. With an empty passage it still
 * says all that it did, but who it names was decided again by hand.
 */
export type Withdrawal = {
  /** Its place in the order of withdrawals. */
  seq: number;
  /** The article's id. */
  article: string;
  passage: string;
  /** What the article says instead; null if nothing. */
  replacement: string | null;
  /** The address of an article that was removed; null if it was only changed. */
  url: string | null;
};
