const stopWords =
  /^(?:stop|end|quit|exit|cancel|unsubscribe|стоп|скасувати|відписатис[яь]|відпишись|отмена|отписаться|отпишись)[.!]*$/iu;

/** Whether a message asks in a word to stop what is under way, or to stop receiving digests. */
export function isStopWord(text: string): boolean {
  return stopWords.test(text.trim());
}
