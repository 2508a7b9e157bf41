import type { Reading } from '../../reading/model/reading.ts';

/**
 * What the library gives: plain data, every stretch of text with the article and the offsets it was read
 * from. Ids are strings; days are `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; moments are milliseconds since the epoch.
 */

export type ArticleRef = {
  id: string;
  title: string | null;
  /** The outlet, or the file's name. */
  source: string | null;
  url: string | null;
  published: string | null;
};

/** A stretch of an article that bears a line out. Offsets as in a `Reading`. */
export type Evidence = { article: ArticleRef; start: number; end: number; text: string };

export type PersonRef = { id: string; name: string };

export type PersonSummary = PersonRef & {
  variants: string[];
  /** What they are called most often or most lately, if any article says. */
  role: string | null;
  /** In how many articles they stand (near-duplicates counted once). */
  articles: number;
};

export type Quote = Evidence & {
  kind: 'direct' | 'partial';
  /** `person` only where the speaker is named; `text` are the words of the article that tell who spoke. */
  speaker: { name: string | null; person: PersonRef | null; text: string; start: number; end: number } | null;
  cue: string | null;
  rule: string;
  confidence: number;
};

export type TimelineEntry = {
  date: string;
  precision: 'day' | 'month' | 'year';
  /** The last day, month or year where it is a stretch of them, as exact as `date`. */
  until: string | null;
  approximate: boolean;
  /** Told only as what was to come: nobody tells that it happened. */
  planned: boolean;
  /** How the day is known: `explicit`, `relative` or `year-inferred`. */
  basis: string;
  text: string;
  /** One for each article that tells it, the first told first. */
  evidence: Evidence[];
  people: PersonRef[];
};

export type Topic = { id: string; label: string; articles: number };

export type Story = {
  id: string;
  title: string;
  /** Oldest first; near-duplicates stand in `duplicates`, under the one they repeat. */
  articles: (ArticleRef & { duplicates: ArticleRef[] })[];
  first: string | null;
  last: string | null;
};

/** One page of a longer list. */
export type Slice<T> = { total: number; items: T[] };
export type Range = { limit: number; offset: number };

export type AddOutcome =
  | { outcome: 'loaded'; id: string; story: string; duplicateOf: string | null }
  | { outcome: 'known'; id: string }
  | { outcome: 'refused'; id: string; reason: string };

/** A whole article as kept. */
export type StoredArticle = ArticleRef & {
  reading: Reading;
  story: string;
  /** Who of the library each of the reading's people is, by the reading's own ids. */
  cast: ReadonlyMap<string, PersonRef>;
  duplicateOf: string | null;
  /** Its place in the order of arrival: rises by at least one with each article. */
  arrival: number;
};

export type Articles = {
  /**
   * Keeps a reading and joins its people, story and events to what is there, all or nothing.
   * @param options.now when it came, milliseconds since the epoch
   * @param options.archive true: it is never told in a digest
   */
  add(reading: Reading, options: { now: number; archive?: boolean }): Promise<AddOutcome>;
  /** Whether an article of this id and text (but for white space) is here: `add` would find it known. */
  has(id: string, input: string): Promise<boolean>;
  get(id: string): Promise<StoredArticle | null>;
  /** Those whose id begins so, in the order of their ids. */
  beginning(id: string, range: Range): Promise<Slice<ArticleRef>>;
  /** Newest first by the day of publication, then by arrival; near-duplicates left out. */
  latest(range: Range): Promise<Slice<ArticleRef>>;
  /** Takes an article out with everything that rests on it; false if there is none. */
  remove(id: string): Promise<boolean>;
  /** Takes out every article of a source; how many there were. */
  removeSource(source: string): Promise<number>;
  count(): Promise<number>;
  /** The sentence round a stretch of an article, with `before`/`after` its neighbours in the same paragraph or the next. */
  sentenceAt(
    article: string,
    start: number,
    end: number,
  ): Promise<{ sentence: Evidence; before: Evidence | null; after: Evidence | null } | null>;
};

export type People = {
  /**
   * Who is meant by `words`, in any script or spelling. `fits`: those so named, best first (one: it is
   * them; several: ask which). `nearest`: when nobody fits, the names closest in spelling.
   */
  find(words: string): Promise<{ fits: PersonSummary[]; nearest: PersonSummary[] }>;
  get(id: string): Promise<PersonSummary | null>;
  /** What they are called, most lately used first, the same wording once. */
  roles(id: string): Promise<Evidence[]>;
  /** What they said, newest first; with `about`, only what matches these words (the quote or its sentence). */
  quotes(id: string, options: Range & { about?: string }): Promise<Slice<Quote>>;
  /** What is said about them: others' quotes that name them first, then sentences that do; newest first. */
  about(id: string, range: Range): Promise<Slice<Evidence & { quote: Quote | null }>>;
  /** With whom they stand in articles, most often first. */
  companions(id: string, limit: number): Promise<(PersonRef & { articles: number })[]>;
  /** Those in the most articles, with the most quotes. */
  leading(limit: number): Promise<PersonSummary[]>;
  /** The articles somebody stands in, in order of arrival, and what each calls them; empty for nobody. */
  writtenAs(id: string): Promise<WrittenAs[]>;
  /** Two are one from now on, whatever articles come and go. Gives the id that stays. */
  join(id: string, other: string): Promise<DecidingOutcome>;
  /**
   * Parts from somebody what one article tells (`what` is its id), or all those that write them so. It stays
   * so whatever articles come and go. Gives the new id.
   */
  split(id: string, what: string): Promise<DecidingOutcome>;
};

export type WrittenAs = { article: ArticleRef; name: string; role: string | null };

/** `all`: nothing would be left of them; `nothing`: no article is meant by the words. */
export type DecidingOutcome =
  | { outcome: 'done'; id: string; articles: number }
  | { outcome: 'nobody'; id: string }
  | { outcome: 'same' }
  | { outcome: 'nothing'; what: string }
  | { outcome: 'all'; articles: number };

export type Filter = {
  /** A topic's id. */
  topic?: string;
  /** A person's id. */
  person?: string;
  /** Words, any of whose articles match, folded. */
  words?: string;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, both ends included. */
  from?: string;
  to?: string;
};

export type Topics = {
  /** Those with at least one article, most articles first. */
  all(): Promise<Topic[]>;
  /** A topic by id, label or near spelling. */
  find(words: string): Promise<Topic | null>;
};

export type Stories = {
  get(id: string): Promise<Story | null>;
  /** The story an article belongs to. */
  of(article: string): Promise<Story | null>;
  /** Newest first. */
  latest(range: Range): Promise<Slice<Story>>;
  /** Stories by words of their titles or articles. */
  find(words: string, range: Range): Promise<Slice<Story>>;
};

export type Search = {
  /** Articles with all the words (folded, any script, the last one as a beginning), best first, each with the sentence that fits best. */
  articles(words: string, range: Range): Promise<Slice<{ article: ArticleRef; passage: Evidence }>>;
  /** Articles that meet every condition of the filter, newest first. */
  filtered(filter: Filter, range: Range): Promise<Slice<ArticleRef>>;
};

export type Timeline = {
  /** What happened when, oldest first, the same event once with all its articles. */
  entries(filter: Filter, range: Range): Promise<Slice<TimelineEntry>>;
};

/** What of the news somebody wants. */
export type NewsFilter = {
  /** Ids of topics and of people, and words, any of which is enough; everything where all are empty. */
  topics: string[];
  people: string[];
  /** Each a few words that must all be there; in quotes, next to each other. */
  words: string[];
  /** Words, written alike, with which nothing is told, and sources of which nothing is. */
  without: string[];
  withoutSources: string[];
};

/** A story with what is new in it. */
export type FreshStory = {
  story: Story;
  /** Its new articles that match, in order of arrival, copies of one another too. */
  fresh: ArticleRef[];
  /** It was told before: then `summary` and `quotes` hold only what was not told then. */
  update: boolean;
  /** Sentences in the order in which they are to be told, none telling the same as one before it. */
  summary: Evidence[];
  quotes: Quote[];
  /** How many outlets tell it. */
  sources: number;
  /** What of the filter it meets. */
  met: { topics: string[]; people: string[]; words: string[] };
};

export type News = {
  /** The arrival of the newest article, 0 for an empty library. */
  head(): Promise<number>;
  /** An arrival behind which stand the newest `articles` articles; 0 where there are no more than those. */
  before(articles: number): Promise<number>;
  /** The outlets that articles came from, those with the most first. */
  sources(): Promise<{ source: string; articles: number }[]>;
  /**
   * Stories with articles that arrived after `after` and up to `upTo` and meet the filter, archived articles
   * left out; most important first. A story of which something was told from `since` (0 unless told) up to
   * `after` is among them only where something in it is new.
   */
  stories(options: {
    since?: number;
    after: number;
    upTo: number;
    filter: NewsFilter;
    limit: number;
    offset?: number;
  }): Promise<Slice<FreshStory>>;
};
