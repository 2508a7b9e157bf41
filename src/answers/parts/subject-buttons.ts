import type { Subject } from '../../library/subjects/types.ts';
import { askButton } from '../page/builders.ts';
import { clip } from '../page/clip.ts';
import type { Button } from '../page/page.ts';
import { maxLabelLength } from './article-list.ts';

/** The button that opens a story. */
export function storyButton({ id, title }: { id: string; title: string }): Button {
  return askButton([{ messageKey: 'button-article', args: { title: clip(title, maxLabelLength) } }], {
    kind: 'story',
    story: `#${id}`,
  });
}

/** The button that shows what is known about a person, an organization or a place. */
export function whoButton({ type, id, name }: Pick<Subject, 'type' | 'id' | 'name'>): Button {
  const messageKey = type === 'person' ? 'button-who' : 'button-about';
  return askButton([{ messageKey, args: { name } }], { kind: 'who', name: `#${id}` });
}
