import type { Filter } from '../../library/model/types.ts';
import { askButton, idIn } from '../page/builders.ts';
import { clip } from '../page/clip.ts';
import type { Library } from '../page/library.ts';
import type { Button, Page } from '../page/page.ts';
import type { Question } from '../page/question.ts';
import { resolvePerson } from './person.ts';

/** Whose or which timeline: a condition of the library, what to call it, how to ask for it again. */
export type TimelineSubject = {
  filter: Filter;
  name: string | undefined;
  about: string | undefined;
  buttons: Button[][];
};

/**
 * The person, topic or words that a timeline is asked for; or the page that asks which person is meant.
 * @param ask the question again, about someone chosen
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
  const meant = await resolvePerson(library, about, ask);
  if ('person' in meant && !(exactly && idIn(about) === undefined)) {
    const { id, name } = meant.person;
    const button = askButton([{ messageKey: 'button-who', args: { name } }], { kind: 'who', name: `#${id}` });
    return { filter: { person: id }, name, about: `#${id}`, buttons: [[button], ...meant.others] };
  }
  if (topic !== null && (exactly || !('page' in meant) || meant.fits === 0)) {
    const button = askButton([{ messageKey: 'button-topic', args: { topic: topic.label } }], {
      kind: 'topic',
      topic: `#${topic.id}`,
    });
    return { filter: { topic: topic.id }, name: topic.label, about: `#${topic.id}`, buttons: [[button]] };
  }
  if ('page' in meant && meant.fits > 0) return meant.page;
  return { filter: { words: about }, name: `“${clip(about, 80)}”`, about, buttons: [] };
}

function sameWords(one: string, other: string): boolean {
  return one.localeCompare(other, 'en', { sensitivity: 'base' }) === 0;
}
