import type { Subject } from '../../library/subjects/types.ts';
import { askButton } from '../page/builders.ts';
import type { Button } from '../page/page.ts';

/** The button that shows what is known about a person, an organization or a place. */
export function whoButton({ type, id, name }: Pick<Subject, 'type' | 'id' | 'name'>): Button {
  const messageKey = type === 'person' ? 'button-who' : 'button-about';
  return askButton([{ messageKey, args: { name } }], { kind: 'who', name: `#${id}` });
}
