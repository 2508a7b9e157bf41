/** A pure function of a text that keeps its last answers: the same names and words come again and again. */
export function memoize<Answer>(answer: (text: string) => Answer, most = 50_000): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return text => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= most) known.clear();
    const fresh = answer(text);
    known.set(text, fresh);
    return fresh;
  };
}

/** What is made of an object, such as a list of the knowledge, made once for each and kept as long as that is, at least that of the last one. */
export function memoizeByObject<Key extends object, Made>(make: (key: Key) => Made): (key: Key) => Made {
  const known = new WeakMap<Key, { made: Made }>();
  // Nearly always it is the same object as the last time.
  let last: { key: Key; made: Made } | undefined;
  return key => {
    if (last?.key === key) return last.made;
    let found = known.get(key);
    if (!found) known.set(key, (found = { made: make(key) }));
    last = { key, made: found.made };
    return found.made;
  };
}
