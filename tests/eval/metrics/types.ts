/** A span of a text: UTF-16 code units, end exclusive. */
export type Span = { start: number; end: number };

/** An annotated article: only what the scorers here use of it. */
export type Annotated = {
  id?: string;
  text: string;
  people?: ({ text: string; named?: boolean } & Partial<Span>)[];
  /** Names of other kinds: `ORG`, `LOC` or `MISC`. */
  others?: ({ text: string; type: string } & Span)[];
};

/** A reading: only what the scorers here use of it. */
export type ReadArticle = {
  id: string;
  text: string;
  byline: string | null;
  published: { date: string | null };
  people: { name: string; mentions: Span[] }[];
  organizations: { name: string }[];
  places: { name: string }[];
};
