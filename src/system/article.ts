/** An article as a source gives it: the text or the page, and what is known about it beforehand. */
export type Article = {
  /** Given by the source, or the file's name without its ending; unique in a library. */
  id?: string;
  /** The article's text as scraped; for a page, see `html`. */
  text: string;
  /** The page's HTML when that is what the source has; `text` is then empty and taken from it by the reader. */
  html?: string;
  /**
   * The text differs from the source's own: markup was removed, or entities or a wrong encoding were decoded. The
   * reading carries it as `input`.
   */
  derived?: true;
  title?: string;
  /** Who wrote it, as the source says. */
  author?: string;
  /** `YYYY-MM-DD`, followed by the time of day if that is known (ISO 8601). */
  publishedAt?: string;
  /** When it was last changed, in the same form. */
  updatedAt?: string;
  url?: string;
  /** The outlet's name. */
  source?: string;
  /** The name of the file it came in: its source if no outlet is known. */
  file?: string;
  /** Only the beginning of the article could be had. */
  teaser?: true;
};
