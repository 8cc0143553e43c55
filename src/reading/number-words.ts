const small =
  'zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen'.split(
    '|',
  );
const tens = '||twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety'.split('|');

/** A whole number from 0 to 100 as English writes it: sixty-two, a hundred. Undefined of any other. */
function spelt(value: number): string | undefined {
  if (!Number.isInteger(value) || value < 0 || value > 100) return undefined;
  if (value === 100) return '(?:a|one) hundred';
  const unit = small[value % 10] ?? '';
  return (
    small[value] ?? (value % 10 === 0 ? tens[value / 10] : `${tens[Math.floor(value / 10)] ?? ''}[- ]${unit}`)
  );
}

/** What a number can also be called. */
const called: Readonly<Record<number, string>> = {
  1: 'an?|a single',
  2: 'a pair of|a couple of',
  6: 'half a dozen',
  12: 'a dozen',
  20: 'a score of',
  24: 'two dozen',
  36: 'three dozen',
};

/** What goes on with a number word is another number: sixty of sixty-two, nine of nine hundred. */
const after =
  '(?![- ](?:one|two|three|four|five|six|seven|eight|nine|hundred|thousand|million|billion|dozen|in|point|and a half)\\b|[-–](?:third|quarter|fifth|sixth|tenth|hundred)|’s\\b)';
const before =
  '(?<!\\b(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred and|hundred|thousand|point|no|half)[- ])(?<![-–])';

/**
 * Where words can say a whole number from 0 to 100 in an English text: “nine sites”, “Sixty-two people”, “a dozen schools”, as style guides
 * ask for. “A” and “one” say 1 only before one of the `names`, for they stand everywhere. Undefined where there are no such words.
 */
export function numberWords(value: number, names: readonly string[]): RegExp | undefined {
  const word = spelt(value);
  if (word === undefined) return undefined;
  const words = [word, ...(called[value] === undefined ? [] : [called[value]])].join('|');
  const noun = value === 1 ? ` (?:[a-z’-]+ ){0,3}(?:${names.map(singular).join('|')})` : '';
  return new RegExp(`${before}\\b(?:${words})\\b${after}${noun}`, 'i');
}

/** A name without the ending of its plural, as a pattern. */
const singular = (name: string): string =>
  name.replaceAll(/[^\p{L}\p{N} ]/gu, '.').replace(/(?:ies|es|s)$/i, '');
