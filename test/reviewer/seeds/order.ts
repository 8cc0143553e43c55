import { mark, type Dice, type Patterns, type Seeded } from './dice.ts';
import { around, goods, places, things, towns, within } from './nouns.ts';

const CHINESE = '一二三四五六七八九十';
const WORDS = ['two', 'three', 'four', 'five', 'six', 'seven'] as const;
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'] as const;
const ADVERBS = ['firstly', 'secondly', 'thirdly', 'fourthly', 'fifthly', 'sixthly'] as const;

const points = (dice: Dice, count: number): string[] =>
  dice.some(things, count).map(({ verb, noun, unit }) => `${verb}${noun}${dice.int(12, 480)}${unit}`);
const englishPoints = (dice: Dice, count: number): string[] =>
  dice.some(goods, count).map((noun) => `${dice.int(12, 480)} ${noun} were mended`);

/** The numbers of a run: whole, or its last is one too high or said twice. */
function run(dice: Dice, bad: boolean): number[] {
  const [count, twice] = [dice.int(3, 5), dice.int(0, 1) === 1];
  const numbers = Array.from({ length: count }, (_, at) => at + 1);
  if (bad) numbers[count - 1] = count + (twice ? -1 : 1);
  return numbers;
}

const runOf =
  (before: (number: number) => string, between: string) =>
  (dice: Dice, bad: boolean): string => {
    const numbers = run(dice, bad);
    const said = points(dice, numbers.length);
    const items = numbers.map(
      (number, at) => mark(bad && at === numbers.length - 1, before(number)) + (said[at] ?? ''),
    );
    return `围绕${dice.pick(places)}片区建设，${items.join(between)}。`;
  };
const englishRun =
  (before: (number: number) => string, between: string) =>
  (dice: Dice, bad: boolean): string => {
    const numbers = run(dice, bad);
    const said = englishPoints(dice, numbers.length);
    const items = numbers.map(
      (number, at) => mark(bad && at === numbers.length - 1, before(number)) + (said[at] ?? ''),
    );
    return `In ${dice.pick(towns)} the work went on in steps: ${items.join(between)}.`;
  };

/** How many there are, and how many are said to be. */
const announced = (dice: Dice, bad: boolean): [are: number, said: number] => {
  const [are, off] = [dice.int(3, 5), dice.pick([-1, 1])];
  return [are, bad ? are + off : are];
};
const numeral = (count: number): string => (count === 2 ? '两' : CHINESE.charAt(count - 1));

const table = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `| ${row.join(' | ')} |`).join('\n');

/** A table under its caption, and a mention of it or of one that is not there. */
const captioned = (dice: Dice, bad: boolean, word: string, numbered: string): Seeded => {
  const thing = dice.pick(things);
  return {
    text: `${dice.pick(places)}片区${thing.verb}${thing.noun}${dice.int(30, 80)}${thing.unit}，${mark(bad, `${word}${bad ? dice.int(3, 8) : 1}`)}列出明细。\n\n${numbered}1 ${thing.noun}明细\n\n${table(
      [
        ['片区', `数量（${thing.unit}）`],
        ['---', '---'],
        [dice.pick(places), String(dice.int(3, 9))],
      ],
    )}`,
  };
};

/** Order: runs of points, announced counts, references. */
export const order: Readonly<Record<string, Patterns>> = {
  'enumerations-whole': {
    zh: [
      runOf((number) => `${CHINESE.charAt(number - 1)}是`, '；'),
      runOf((number) => `${CHINESE.charAt(number - 1)}是`, '。'),
      runOf((number) => `第${CHINESE.charAt(number - 1)}，`, '；'),
      runOf((number) => `（${number}）`, '；'),
      runOf((number) => `${'①②③④⑤⑥⑦'.charAt(number - 1)}`, '；'),
    ],
    en: [
      englishRun((number) => `${ORDINALS[number - 1]}, `, '; '),
      englishRun((number) => `${ADVERBS[number - 1]}, `, '; '),
      englishRun((number) => `(${number}) `, '; '),
      englishRun((number) => `${number}) `, '; '),
    ],
  },
  'counts-announced': {
    zh: [
      (d, bad) => {
        const [are, said] = announced(d, bad);
        const items = points(d, are).map((point, at) => `${CHINESE.charAt(at)}是${point}`);
        return around(d, `落实${mark(bad, `${numeral(said)}项举措`)}：${items.join('；')}`);
      },
      (d, bad) => {
        const [are, said] = announced(d, bad);
        return around(
          d,
          `推进${mark(bad, `“${numeral(said)}大工程”`)}：${d
            .some(places, are)
            .map((place) => `${place}工程`)
            .join('、')}`,
        );
      },
      (d, bad) => {
        const [are, said] = announced(d, bad);
        return around(
          d,
          `走访${mark(bad, `${said}个社区`)}：${d
            .some(places, are)
            .map((place) => `${place}社区`)
            .join('、')}`,
        );
      },
      (d, bad) => {
        const [are, said] = announced(d, bad);
        return around(
          d,
          `建立${mark(bad, `${numeral(said)}项机制`)}（${d
            .some(['会商', '通报', '督办', '回访', '考核', '容错'], are)
            .map((word) => `${word}机制`)
            .join('、')}）`,
        );
      },
    ],
    en: [
      (d, bad) => {
        const [are, said] = announced(d, bad);
        const names = d.some(towns, are);
        return `The fund opened ${mark(bad, `${WORDS[said - 2]} branches`)}: ${names.slice(0, -1).join(', ')} and ${names.at(-1)}.`;
      },
      (d, bad) => {
        const [are, said] = announced(d, bad);
        return `The year had ${mark(bad, `${WORDS[said - 2]} priorities`)}: ${d
          .some(['safety', 'housing', 'transport', 'schools', 'clean air', 'sport'], are)
          .join(', ')
          .replace(/, ([^,]*)$/u, ', and $1')}.`;
      },
      (d, bad) => {
        const [are, said] = announced(d, bad);
        const steps = englishPoints(d, are).map((point, at) => `${ORDINALS[at]}, ${point}`);
        return `${mark(bad, `${WORDS[said - 2]?.replace(/^./u, (letter) => letter.toUpperCase())} steps were taken`)}: ${steps.join('; ')}.`;
      },
    ],
  },
  'references-typed': {
    zh: [
      (d, bad) => captioned(d, bad, '表', '表'),
      (d, bad) =>
        around(
          d,
          `上述问题的整改打算见${mark(bad, `第${bad ? d.pick(['五', '六', '七', '八']) : '一'}部分`)}，${points(d, 2).join('、')}`,
        ),
      (d, bad) => {
        const text = `${around(d, `${points(d, 2).join('，')}，名单见${mark(bad, `附件${bad ? d.int(3, 7) : 2}`)}`)}`;
        return { text: `${text}\n\n附件：1. ${d.pick(places)}片区明细\n\n2. ${d.pick(things).noun}名单` };
      },
    ],
    en: [
      (d, bad) =>
        within(
          d,
          `${englishPoints(d, 2).join(' and ')}, as ${mark(bad, `section ${bad ? d.int(4, 9) : 1}`)} sets out`,
        ),
      (d, bad) => ({
        text: `${within(d, `${englishPoints(d, 1).join('')}, as ${mark(bad, `Table ${bad ? d.int(3, 9) : 1}`)} shows`)}\n\nTable 1: Sites\n\n${table(
          [
            ['Town', 'Sites'],
            ['---', '---'],
            [d.pick(towns), String(d.int(3, 9))],
          ],
        )}`,
      }),
    ],
  },
};
