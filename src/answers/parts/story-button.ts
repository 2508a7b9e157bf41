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
