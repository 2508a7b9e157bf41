import type { Filter, Topic } from '../../library/model/types.ts';
import { foldedWords } from '../../library/text/fold.ts';
import { askButton, idIn } from '../page/builders.ts';
import { clip } from '../page/clip.ts';
import type { Library } from '../page/library.ts';
import type { Button, Page } from '../page/page.ts';
import type { Question } from '../page/question.ts';
import { quoted } from './interest.ts';
import { filterOn, resolveSubject } from './subject.ts';
import { whoButton } from './subject-buttons.ts';

/** Whose or which timeline: a condition of the library, what to call it, how to ask for it again. */
export type TimelineSubject = {
  filter: Filter;
  name: string | undefined;
  about: string | undefined;
  buttons: Button[][];
};

/**
 * What a timeline is asked for: what has a name, a topic or words; or the page that asks which one is meant.
 * @param ask the question again, about what is chosen
 */
export async function subjectOf(
  library: Library,
  about: string | undefined,
  ask: (about: string) => Question,
): Promise<TimelineSubject | Page> {
  if (about === undefined) return { filter: {}, name: undefined, about, buttons: [] };
  const topic = await library.topics.find(idIn(about) ?? about);
  const exactly =
    topic !== null && [topic.id, topic.label].some(name => sameWords(name, idIn(about) ?? about));
  if (topic !== null && exactly && idIn(about) === undefined) return ofTopic(topic);
  const meant = await resolveSubject(library, about, ask);
  // A name that has the words as a part, or is only spelled like them, gives way to what reports them verbatim.
  const isNamed = meant.how === 'name' || !(await isReported(library, about));
  if ('subject' in meant && isNamed) {
    const { id, name } = meant.subject;
    return {
      filter: filterOn(id),
      name,
      about: `#${id}`,
      buttons: [[whoButton(meant.subject)], ...meant.others],
    };
  }
  if (topic !== null && (exactly || !('page' in meant) || meant.fits === 0)) return ofTopic(topic);
  if ('page' in meant && meant.fits > 0 && isNamed) return meant.page;
  return { filter: { words: about }, name: quoted(clip(about, 80), library.quoteMarks), about, buttons: [] };
}

function ofTopic({ id, label }: Topic): TimelineSubject {
  const button = askButton([{ messageKey: 'button-topic', args: { topic: label } }], {
    kind: 'topic',
    topic: `#${id}`,
  });
  return { filter: { topic: id }, name: label, about: `#${id}`, buttons: [[button]] };
}

/** Whether any event is reported with the words, spelled like this. */
async function isReported(library: Library, words: string): Promise<boolean> {
  const [found, { total }] = await Promise.all([
    library.search.articles(words, { limit: 1, offset: 0 }),
    library.timeline.entries({ words }, { limit: 1, offset: 0 }),
  ]);
  const passage = new Set(found.items.flatMap(item => foldedWords(item.passage.text)));
  return total > 0 && foldedWords(words).every(word => passage.has(word));
}

function sameWords(one: string, other: string): boolean {
  return one.localeCompare(other, 'en', { sensitivity: 'base' }) === 0;
}
