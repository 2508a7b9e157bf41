/** An article as a source gives it: the text or the page, and what is known about it beforehand. */
export type Article = {
  /** Given by the source, or the file's name without its ending; unique in a library. */
  id?: string;
  /** The article's text as scraped; for a page, see `html`. */
  text: string;
  /** The page's HTML when that is what the source has; `text` is then empty and taken from it by the reader. */
  html?: string;
  title?: string;
  /** `YYYY-MM-DD`, with the time of day behind it where it is known (ISO 8601). */
  publishedAt?: string;
  url?: string;
  /** The outlet's name, or the file's name. */
  source?: string;
};
