import type { NewsFilter } from '../../library/model/types.ts';
import { note } from '../page/builders.ts';
import type { Library } from '../page/library.ts';
import type { Page } from '../page/page.ts';
import { interestLabels } from '../parts/interest.ts';
import { limitedArticles } from '../quoted/quote.ts';
import { openedPage, overviewPage } from './overview.ts';
import type { Overview } from './window.ts';

type Opened = Overview & { story: number };

/** A story of a short digest with its quotes, agreement and sources, shown in the digest's place. */
export async function openedStory(library: Library, filter: NewsFilter, opened: Opened): Promise<Page> {
  const { since, after, upTo } = opened.window;
  const { items } = await library.news.stories({
    since,
    after,
    upTo,
    filter,
    limit: 1,
    offset: opened.story,
  });
  const story = items[0];
  if (story === undefined) return note('digest-gone');
  return openedPage(story, opened, await limitedArticles(library, story.quotes));
}

/** The short digest again, as it was sent. */
export async function closedStory(library: Library, filter: NewsFilter, opened: Opened): Promise<Page> {
  const { window, stories, day, first } = opened;
  const { since, after, upTo } = window;
  const { total, items } = await library.news.stories({ since, after, upTo, filter, limit: stories });
  if (items.length === 0) return note('digest-gone');
  return overviewPage(items, {
    day,
    about: await interestLabels(library, filter),
    first,
    preview: false,
    total,
    window,
    limited: await limitedArticles(
      library,
      items.flatMap(({ quotes }) => quotes),
    ),
  });
}
