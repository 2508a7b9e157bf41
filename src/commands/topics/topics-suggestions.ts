import type { StoredArticle } from '../../library/model/types.ts';
import { topicSuggestions } from '../../library/topics/topic-suggestions.ts';
import type { TopicKnowledge } from '../../reading/knowledge/knowledge.ts';
import type { Token } from '../../reading/model/document.ts';
import { topical } from '../../reading/topics/topical.ts';

type Story = { title: string; articles: StoredArticle[] };

const examplesShown = 3;
/** Weights in the entries to copy: the first word identifies the topic, the others support it. */
const firstWeight = 3;
const otherWeight = 2;

/**
 * Topics that come up in the stories and are missing from the current file, for the owner to take or leave.
 * People's names are left out; names of places and organizations are marked.
 * @returns lines to read, each suggestion with an entry to copy into the file
 */
export async function topicsSuggestions(
  stories: AsyncIterable<Story>,
  current: TopicKnowledge[],
  limit: number,
): Promise<string[]> {
  const known = new Set(current.flatMap(({ words }) => Object.keys(words).map(word => word.toLowerCase())));
  const titles: string[] = [];
  const isWithoutTopic: boolean[] = [];
  const counted: Map<string, number>[] = [];
  const names = new Set<string>();
  for await (const { title, articles } of stories) {
    titles.push(title);
    isWithoutTopic.push(articles.every(({ reading }) => reading.topics.length === 0));
    counted.push(countTerms(articles, known));
    for (const { reading } of articles)
      for (const { name } of [...reading.places, ...reading.organizations]) names.add(name.toLowerCase());
  }
  const suggestions = topicSuggestions(counted, limit);
  if (suggestions.length === 0)
    return [`no new topics come up in ${titles.length} stories: load more articles and try again.`];
  return [
    `From ${titles.length} stories. Nothing was changed: copy what you want into data/knowledge/topics.json, then run \`topics try\`.`,
    ...suggestions.flatMap(({ words, stories: found }) => {
      const marked = words.map(word => (names.has(word) ? `${word} (a name)` : word));
      const without = found.filter(story => isWithoutTopic[story]).length;
      return [
        '',
        `${marked.join(', ')}: ${found.length} stories, ${without} of them without a topic`,
        ...found.slice(0, examplesShown).map(story => `  ${titles[story]}`),
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

/** A story's nouns and noun phrases of two words, with their counts; no people, nothing that is known. */
function countTerms(articles: StoredArticle[], known: Set<string>): Map<string, number> {
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
  const isContentWord = (token: Token | undefined) =>
    token !== undefined &&
    /^(NOUN|PROPN|ADJ)$/.test(token.pos) &&
    /^\p{L}[\p{L}-]{2,}$/u.test(token.text) &&
    !people.has(token.text.toLowerCase());
  const count = (word: string) => {
    if (!known.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  };
  for (const { reading } of articles)
    for (const { tokens } of topical(reading).sentences)
      for (const [at, token] of tokens.entries()) {
        if (!isContentWord(token) || token.pos === 'ADJ') continue;
        const word = singularOf(token);
        if (word.length >= 4) count(word);
        const before = tokens[at - 1];
        if (isContentWord(before)) count(`${before!.text.toLowerCase()} ${word}`);
      }
  return counts;
}

/** The lemma if it is the word without its ending: lemmas of names and rare words are unreliable. */
function singularOf({ text, lemma, pos }: Token): string {
  const word = text.toLowerCase();
  return pos === 'NOUN' && word.startsWith(lemma.toLowerCase()) ? lemma.toLowerCase() : word;
}
