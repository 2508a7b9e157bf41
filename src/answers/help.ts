import { examplesOf } from './asking/examples.ts';
import { commands } from './asking/parse.ts';
import type { Library } from './page/library.ts';
import type { Line, Page } from './page/page.ts';

/** What can be asked, a line for each command, with examples from the library. */
export async function helpPage(library: Library): Promise<Page> {
  const { person, topic, story, article, year } = await examplesOf(library);
  const examples: Record<(typeof commands)[number], string | undefined> = {
    who: person,
    quotes: topic === undefined ? person : `${person} about ${topic.toLowerCase()}`,
    timeline: person && [person, year].filter(Boolean).join(' '),
    topics: '',
    topic,
    latest: '',
    story,
    article,
    search: topic?.toLowerCase() ?? person,
  };
  const items = commands.map((command): Line => {
    const words = examples[command];
    return [
      { text: words ? `/${command} ${words}` : `/${command}`, style: 'code' },
      { text: ' — ' },
      { messageKey: `help-${command}` },
    ];
  });
  return {
    blocks: [
      { kind: 'heading', line: [{ messageKey: 'help' }] },
      { kind: 'list', items },
      { kind: 'text', line: [{ messageKey: 'help-spelling' }] },
      { kind: 'text', line: [{ messageKey: 'help-conversations' }] },
    ],
    buttons: [],
  };
}
