import { mark, type Dice, type Patterns } from './dice.ts';
import { amounts, goods, people, places, things, towns, type Counted } from './nouns.ts';

const any = (dice: Dice): Counted => dice.pick(dice.pick([people, amounts, things]));

/** Sentences of twenty characters and more, as people write them once. */
const saying = (dice: Dice): string =>
  `${dice.pick(['抽调业务骨干组成专班', '逐户上门宣讲补助政策', '会同属地乡镇摸清底数'])}，${dice.pick(['对排查出的问题当场登记', '把办理进度张榜公布', '请群众代表全程监督'])}，${dice.pick(['每个环节都留下影像资料', '做到件件有着落', '确保资金不出差错'])}。`;
const englishSaying = (dice: Dice): string =>
  `${dice.pick(['Wardens walked every lane of the ward', 'Engineers opened each chamber by hand', 'Advisers sat down with every family'])} and ${dice.pick(['wrote down what the people there had asked for', 'agreed on a day for the repair with the owners', 'told them in plain words what the fund would pay'])}.`;

const two = (heading: string, first: string, second: string): string => `${first}\n§ ${heading}\n${second}`;

/** What is said twice. */
export const repeats: Readonly<Record<string, Patterns>> = {
  repeats: {
    zh: [
      (d, bad) => {
        const [said, first, second] = [saying(d), any(d), any(d)];
        const figure = ({ verb, noun, unit }: Counted): string => `${verb}${noun}${d.int(12, 480)}${unit}。`;
        return two('持续巩固', figure(first) + said, figure(second) + (bad ? mark(true, said) : ''));
      },
      (d, bad) => {
        const [said, first] = [saying(d), any(d)];
        return two(
          '下步打算',
          said,
          `${bad ? mark(true, said) : ''}${first.verb}${first.noun}${d.int(12, 480)}${first.unit}。`,
        );
      },
    ],
    en: [
      (d, bad) => {
        const [said, noun] = [englishSaying(d), d.pick(goods)];
        return two(
          'Later',
          `${said} They counted ${d.int(12, 480)} ${noun}.`,
          `${d.pick(towns)} was next. ${bad ? mark(true, said) : ''}`,
        );
      },
      (d, bad) => {
        const [said, noun] = [englishSaying(d), d.pick(goods)];
        return two('Later', said, `There are ${d.int(12, 480)} ${noun}. ${bad ? mark(true, said) : ''}`);
      },
    ],
  },
  once: {
    zh: [
      (d, bad) => {
        const [{ verb, noun, unit }, first, more] = [any(d), d.int(120, 480), d.int(3, 60)];
        const said = (value: number): string => mark(bad, `${verb}${noun}${value}${unit}`);
        return two(
          '改善民生',
          `${said(first)}，召开现场会3次。`,
          `同时，${said(bad ? first + more : first)}，投入经费260万元。`,
        );
      },
      (d, bad) => {
        const [{ verb, noun, unit }, first, more, [here, there]] = [
          any(d),
          d.int(120, 480),
          d.int(3, 60),
          d.some(places, 2),
        ];
        const said = (where: string | undefined, value: number): string =>
          `${bad ? '' : `${where}街道`}${mark(bad, `${verb}${noun}${value}${unit}`)}`;
        return `${said(here, first)}，召开现场会3次。${said(there, first + more)}，媒体报道12次。`;
      },
    ],
    en: [
      (d, bad) => {
        const [noun, first, more, [here, there]] = [
          d.pick(goods),
          d.int(120, 480),
          d.int(3, 60),
          d.some(towns, 2),
        ];
        return two(
          'Later',
          `Crews replaced ${mark(bad, `${first} ${noun}`)}${bad ? '' : ` in ${here}`}.`,
          `During the year, crews replaced ${mark(bad, `${first + more} ${noun}`)}${bad ? '' : ` in ${there}`}.`,
        );
      },
      (d, bad) => {
        const [noun, first, more] = [d.pick(goods), d.int(120, 480), d.int(3, 60)];
        return `The board paid for ${mark(bad, `${first} ${noun}`)}. As the accounts show, the board paid for ${mark(bad, `${bad ? first + more : first} ${noun}`)}.`;
      },
    ],
  },
};
