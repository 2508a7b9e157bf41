import type { StoredArticle } from '../library/model/types.ts';
import { topicSuggestions } from '../library/topics/topic-suggestions.ts';
import type { TopicKnowledge } from '../reading/knowledge/knowledge.ts';
import type { Token } from '../reading/model/document.ts';
import { topical } from '../reading/topics/topical.ts';

type Story = { title: string; articles: StoredArticle[] };

const examplesShown = 3;
/** What a suggested word weighs in the lines to copy: the first tells the topic, the others help it. */
const firstWeight = 3;
const otherWeight = 2;

/**
 * The topics that the stories themselves bring up and the current file does not have, for the owner to take or
 * leave. People's names are left out, names of places and organizations marked.
 * @returns lines to read, each suggestion with an entry to copy into the file
 */
export async function topicsSuggested(
  stories: AsyncIterable<Story>,
  current: TopicKnowledge[],
  limit: number,
): Promise<string[]> {
  const known = new Set(current.flatMap(({ words }) => Object.keys(words).map(word => word.toLowerCase())));
  const titles: string[] = [];
  const untold: boolean[] = [];
  const counted: Map<string, number>[] = [];
  const names = new Set<string>();
  for await (const { title, articles } of stories) {
    titles.push(title);
    untold.push(articles.every(({ reading }) => reading.topics.length === 0));
    counted.push(wordsOf(articles, known));
    for (const { reading } of articles)
      for (const { name } of [...reading.places, ...reading.organizations]) names.add(name.toLowerCase());
  }
  const suggestions = topicSuggestions(counted, limit);
  if (suggestions.length === 0)
    return [
      `${titles.length} stories bring up no topic that the file does not have: load more articles, and ask again.`,
    ];
  return [
    `Of ${titles.length} stories; nothing is taken over by itself: copy what you want into data/knowledge/topics.json, and try it.`,
    ...suggestions.flatMap(({ words, stories: told }) => {
      const marked = words.map(word => (names.has(word) ? `${word} (a name)` : word));
      const without = told.filter(story => untold[story]).length;
      return [
        '',
        `${marked.join(', ')}: ${told.length} stories, ${without} of them with no topic yet`,
        ...told.slice(0, examplesShown).map(story => `  ${titles[story]}`),
        `  ${JSON.stringify(entryOf(words))}`,
      ];
    }),
  ];
}

function entryOf([first = '', ...others]: string[]): TopicKnowledge {
  const id = first.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'topic';
  const words = Object.fromEntries([[first, firstWeight], ...others.map(word => [word, otherWeight])]);
  return { id, label: first.charAt(0).toUpperCase() + first.slice(1), words };
}

/** The nouns of a story and the pairs they make, with how often they stand there; no people, nothing known. */
function wordsOf(articles: StoredArticle[], known: Set<string>): Map<string, number> {
  const people = new Set(
    articles.flatMap(({ reading }) =>
      reading.people.flatMap(({ name, variants }) =>
        [name, ...variants]
          .join(' ')
          .toLowerCase()
          .split(/[\s-]+/),
      ),
    ),
  );
  const counts = new Map<string, number>();
  const isTelling = (token: Token | undefined) =>
    token !== undefined &&
    /^(NOUN|PROPN|ADJ)$/.test(token.pos) &&
    /^\p{L}[\p{L}-]{2,}$/u.test(token.text) &&
    !people.has(token.text.toLowerCase());
  const note = (word: string) => {
    if (!known.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  };
  for (const { reading } of articles)
    for (const { tokens } of topical(reading).sentences)
      for (const [at, token] of tokens.entries()) {
        if (!isTelling(token) || token.pos === 'ADJ') continue;
        const word = singularOf(token);
        if (word.length >= 4) note(word);
        const before = tokens[at - 1];
        if (isTelling(before)) note(`${before!.text.toLowerCase()} ${word}`);
      }
  return counts;
}

/** The lemma where it is the word without its ending: of names and of rarer words it is none. */
function singularOf({ text, lemma, pos }: Token): string {
  const word = text.toLowerCase();
  return pos === 'NOUN' && word.startsWith(lemma.toLowerCase()) ? lemma.toLowerCase() : word;
}
