/** Why something is not taken as an article, for those who put it into the words of their readers. */
export type RefusalCode =
  | 'empty'
  /** A page of menus and notices. */
  | 'no-article'
  | 'not-text'
  | 'not-an-object'
  | 'not-json'
  /** A field of an article, a reading or an index isn't what it should be. */
  | 'wrong-field'
  | 'too-long'
  | 'too-slow'
  | 'too-large'
  /** The reader failed on it. */
  | 'failed'
  /** Its id is that of another article. */
  | 'other-text'
  /** A reading that doesn't fit its text. */
  | 'unfit'
  | 'other-kind'
  | 'leads-out'
  /** A file that can't be opened, or is none. */
  | 'unreadable';

/** A refusal in English, as the command line and the log have it, and its code; `detail`: what only a program says. */
export type Refusal = { reason: string; code: RefusalCode; detail?: string };

/** Why a page is rejected that has no article. */
export const noArticle: Refusal = {
  reason: 'there is no article on this page, only menus and notices',
  code: 'no-article',
};
