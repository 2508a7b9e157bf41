import { examplesOf } from './asking/examples.ts';
import { questionText } from './asking/registry.ts';
import { askButton, rows } from './page/builders.ts';
import type { Library } from './page/library.ts';
import type { Button, Line, Page } from './page/page.ts';
import type { Question } from './page/question.ts';
import { emptyPage } from './parts/subject.ts';

/** The greeting of a new user: what can be asked, with names from the library. */
export async function greetingPage(library: Library): Promise<Page> {
  const [people, examples, count] = await Promise.all([
    library.people.leading(2),
    examplesOf(library),
    library.articles.count(),
  ]);
  if (count === 0) return emptyPage();
  const [first, second] = people;
  const asked: [string, Question][] = [];
  if (first) asked.push(['try-who', { kind: 'who', name: surname(first.name) }]);
  if (second) asked.push(['try-quotes', { kind: 'quotes', name: surname(second.name) }]);
  asked.push(['try-timeline', { kind: 'timeline' }]);
  if (examples.topic) asked.push(['try-topic', { kind: 'topic', topic: examples.topic }]);
  asked.push(['try-latest', { kind: 'latest' }]);
  const items = asked.map(
    ([messageKey, question]): Line => [
      { text: questionText(question), style: 'code' },
      { text: ' — ' },
      { messageKey },
    ],
  );
  return {
    blocks: [
      { kind: 'text', line: [{ messageKey: 'greeting', args: { count } }] },
      { kind: 'list', items },
      { kind: 'text', line: [{ messageKey: 'greeting-more' }] },
    ],
    buttons: rows(
      asked.map(([, question]): Button => askButton([{ text: questionText(question) }], question)),
      2,
    ),
  };
}

/** One short greeting for a group that the bot was added to. */
export async function groupGreetingPage(library: Library): Promise<Page> {
  const { person } = await examplesOf(library);
  const example = person === undefined ? 'latest' : `who ${surname(person)}`;
  return {
    blocks: [
      {
        kind: 'text',
        line: [{ messageKey: 'group-greeting' }, { text: ' ' }, { text: `/${example}`, style: 'code' }],
      },
    ],
    buttons: [],
  };
}

function surname(name: string): string {
  return name.split(' ').at(-1)!;
}
