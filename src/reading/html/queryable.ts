import type { parseHTML } from 'linkedom';

/** A whole page, which may be changed. */
export type PageDocument = ReturnType<typeof parseHTML>['document'];

/** An element of such a page. */
export type PageElement = NonNullable<ReturnType<PageDocument['querySelector']>>;

/** A parsed document or element, as far as it is searched by selectors. */
export type Queryable = {
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): Iterable<Element>;
};

type Element = { getAttribute(name: string): string | null; textContent: string | null };
