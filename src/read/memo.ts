const MOST = 2000;

/**
 * A function of a text that remembers its latest answers, for columns in which the same few texts stand again and again.
 * The answers are shared, so nobody may change them.
 */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const answers = new Map<string, T>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    if (answers.size >= MOST) answers.clear();
    const answer = read(text);
    answers.set(owned(text), answer);
    return answer;
  };
}

/** A copy: engines keep the whole text of which a part is kept. */
const owned = (text: string): string => ` ${text}`.slice(1);
