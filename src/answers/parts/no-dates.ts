import { askButton, dotted, note } from '../page/builders.ts';
import type { Library } from '../page/library.ts';
import type { Line, Page } from '../page/page.ts';
import { hasEnds, type Period } from '../page/period.ts';
import { periodLine } from '../page/period-line.ts';
import type { QuestionOf } from '../page/question.ts';
import { emptyPage, resolveSubject } from './subject.ts';
import type { TimelineSubject } from './timeline-subject.ts';

/** What a timeline is of; of everything if no subject is named. */
export function timelineHeading({ name }: TimelineSubject): Line {
  return [name === undefined ? { messageKey: 'timeline' } : { messageKey: 'timeline-of', args: { name } }];
}

/** That there is nothing, of whom or what and when; and what there is of it at other times. */
export async function noDatesPage(
  library: Library,
  question: QuestionOf<'timeline'>,
  { subject, period }: { subject: TimelineSubject; period: Period },
): Promise<Page> {
  if ((await library.articles.count()) === 0) return emptyPage();
  const { words } = subject.filter;
  if (words !== undefined) {
    const found = await library.stories.matching(words, { limit: 1, offset: 0 });
    const meant = await resolveSubject(library, words, name => ({ ...question, about: name }));
    const isUnread = found.total === 0 || found.isPartial;
    if (isUnread && 'page' in meant) return meant.page;
  }
  const { about, from, to } = question;
  if (!about && !from && !to) return note('no-events');
  const ofAnyDay = hasEnds(period) && subject.about ? { about: subject.about } : {};
  const whole = askButton([{ messageKey: 'button-whole-timeline' }], { kind: 'timeline', ...ofAnyDay });
  // What has no day may be in the news all the same.
  const news = subject.about
    ? [askButton([{ messageKey: 'button-latest' }], { kind: 'latest', about: subject.about })]
    : [];
  const heading = dotted([timelineHeading(subject), periodLine(period)]);
  const page = note('no-events-for', {}, [[...news, whole]]);
  return { ...page, blocks: [{ kind: 'heading', line: heading }, ...page.blocks] };
}
