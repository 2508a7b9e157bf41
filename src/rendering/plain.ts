import { questionText } from '../answers/asking/registry.ts';
import type { Button, Page } from '../answers/page/page.ts';
import { units } from './blocks.ts';
import { isVisible } from './display.ts';
import type { Messages } from './messages.ts';
import { richLine } from './pieces.ts';

/**
 * A page as plain text for the command line, without a line break at its end: buttons as `→ label: /command`
 * (those that turn pages left out), addresses of sources behind them.
 */
export function renderPlain(page: Page, messages: Messages): string {
  const parts = units(page, messages).map(({ rich, gap }, i) => {
    const address = rich.entities.find(entity => entity.type === 'text_link' && entity.offset === 0);
    const text =
      address?.type === 'text_link' ? rich.text.replace(/$/m, () => ` <${address.url}>`) : rich.text;
    return i === 0 ? text : gap + text;
  });
  const text = parts.join('');
  const buttons = page.buttons.flat().flatMap(button => buttonLine(button, messages));
  const body = isVisible(text) ? text : messages.say('nothing');
  return buttons.length === 0 ? body : `${body}\n\n${buttons.join('\n')}`;
}

function buttonLine({ label, action }: Button, messages: Messages): string[] {
  const words = richLine(label, { messages, addresses: [] }).text;
  switch (action.kind) {
    case 'ask':
    case 'private':
      return [`→ ${words}: ${questionText(action.question)}`];
    case 'open':
      return [`→ ${words}: ${action.url}`];
    case 'choose':
      return [`→ ${words}`];
    case 'turn':
    case 'share':
    case 'picture':
    case 'report':
      return [];
  }
}
