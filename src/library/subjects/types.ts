import type { EntityType } from '../entities/entities-in.ts';
import type {
  Evidence,
  PersonRef,
  PersonSummary,
  Quote,
  QuotesAsked,
  QuoteWording,
  Slice,
} from '../model/types.ts';

/** An organization or a place. */
export type EntitySummary = {
  type: EntityType;
  id: string;
  name: string;
  /** Other ways it is written, the most frequent first. */
  variants: string[];
  /** What the reader takes it for: `body`, `state`, `company`, `town` …; null if that isn’t clear. */
  kind: string | null;
  /** How many articles name it (near-duplicates counted once). */
  articles: number;
};

/** Whom or what can be asked about by name. */
export type Subject = ({ type: 'person' } & PersonSummary) | EntitySummary;

export type SubjectRef = { id: string; name: string };

/** What `words` may mean. */
export type FoundSubjects = {
  /** Those with this name, the most likely first; several: ask which. */
  fits: Subject[];
  /**
   * How they fit: they are called so, the words are a part of their names, are an office of theirs, or their names are
   * spelled much like it; null if nothing fits.
   */
  how: 'name' | 'part' | 'office' | 'spelling' | null;
  /** If nothing fits, the names closest in spelling. */
  nearest: Subject[];
};

/** People, organizations and places, looked up by one index of names. */
export type Subjects = {
  /** Finds what a name means, in any script or spelling. */
  find(words: string): Promise<FoundSubjects>;
  /**
   * People who have an office in articles on it, also for the time being, where `find` is stricter: `the acting mayor`,
   * in an article on Tarn, for `mayor of Tarn`. Those who are called so most often first.
   */
  holdersNearby(words: string): Promise<Subject[]>;
  get(id: string): Promise<Subject | null>;
  /** What someone or something is called, or was when an article last named them; null for an id that never was. */
  nameOf(id: string): Promise<string | null>;
  /** What an organization said, newest first; with `about`, of the newest 2,000 quotes those with these words. */
  statements(id: string, options: QuotesAsked & { about?: string }): Promise<Slice<Quote>>;
  /** As `statements`, of each only what groups it with others. */
  wordings(id: string, options: QuotesAsked & { about?: string }): Promise<Slice<QuoteWording>>;
  /** People whose office it is to speak for an organization, by its newest articles, each with the office, most often named first. */
  representatives(id: string, limit: number): Promise<(PersonRef & { role: Evidence })[]>;
  /** The people, organizations and places named in the same articles, most often first. */
  companions(id: string, limit: number): Promise<(SubjectRef & { articles: number })[]>;
  /** The organizations or places in the most articles. */
  leading(type: EntityType, limit: number): Promise<EntitySummary[]>;
};
