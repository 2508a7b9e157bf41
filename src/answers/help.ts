import { examplesOf } from './asking/examples.ts';
import { explainedQuestions } from './asking/registry.ts';
import type { Library } from './page/library.ts';
import type { Line, Page } from './page/page.ts';
import { exampleLine } from './page/usage.ts';

/** What can be asked, a line for each question, with examples from the library. */
export async function helpPage(library: Library): Promise<Page> {
  const examples = await examplesOf(library);
  const items = explainedQuestions.map(({ kind, example }): Line => {
    const words = example?.(examples);
    return [
      ...(words ? exampleLine(kind, words) : [{ text: `/${kind}`, style: 'code' as const }]),
      { text: ' — ' },
      { messageKey: `help-${kind}` },
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
