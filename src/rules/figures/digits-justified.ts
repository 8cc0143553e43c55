import type { Finding } from '../../diagnostic.ts';
import { isExactCount } from '../../claims/counts/exact-count.ts';
import type { Prose } from '../../reading/prose.ts';
import type { FigureStatement } from '../../reading/statements.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import { POINTS, RATIO } from '../../quantity/value/unit.ts';
import { en, zh, type Rule } from '../rule.ts';

/** More decimals than this say nothing of a percentage. */
const DECIMALS = 2;
/** Digits, from the first that is not zero, that an approximate figure can bear. */
const APPROXIMATE = 4;

export const digitsJustified: Rule = {
  id: 'digits-justified',
  severity: 'info',
  figures: true,
  summary: {
    en: 'Give figures no more digits than they can justify, and those of a list alike.',
    zh: '数字的位数不宜过多，并列的比率位数一致。',
  },
  why: {
    en: 'One or two decimals are all that a share or a rate of a report can bear; with a base of less than a hundred, one. An approximate figure of five digits is none, and the rates of one list are compared, which takes the same decimals.',
    zh: '报告里的比率一两位小数足够；基数不到一百的，至多一位。说是概数，却写到五位数字，就不是概数；并列的比率要互相比较，小数位数应当一致。',
  },
  messages: {
    fine: {
      en: ({ figure }) => `“${figure}” has more decimals than a percentage can justify`,
      zh: ({ figure }) => `“${figure}”的小数位数过多`,
      help: { en: () => 'round to one or two decimals', zh: () => '保留一至两位小数' },
    },
    base: {
      en: ({ figure, part, whole }) => `“${figure}” has more decimals than ${part} of ${whole} can justify`,
      zh: ({ figure, part, whole }) => `“${figure}”由${part}和${whole}算得，基数小，小数位数过多`,
      help: { en: () => 'round to a whole per cent or to one decimal', zh: () => '取整数或保留一位小数' },
    },
    about: {
      en: ({ figure }) => `“${figure}” is said to be approximate, but gives every digit`,
      zh: ({ figure }) => `“${figure}”说是概数，数字却写得很细`,
      help: { en: () => 'round it, or leave the word out', zh: () => '概数取整，精确数不用“约”“左右”' },
    },
    uneven: {
      en: ({ figure, most }) =>
        `“${figure}” does not have the same number of decimals as the rest of its list (up to ${most})`,
      zh: ({ figure, most }) => `“${figure}”与并列各数的小数位数不一致，多的有${most}位`,
      help: {
        en: () => 'give all of a list the same number of decimals',
        zh: () => '并列各数保留相同的小数位数',
      },
    },
  },

  on: {
    *statement({ prose, statement }) {
      let counts: readonly Quantity[] | undefined;
      const countsHere = (): readonly Quantity[] => (counts ??= smallCounts(statement));
      for (const figure of statement.figures)
        if (isRate(figure) || figure.qualifier === 'about') yield* inFigure(prose, figure, countsHere);
      if (statement.figures.filter(isRate).length > 1) yield* inLists(prose, statement);
    },
  },

  examples: {
    en: {
      good: en`
        summary:
          sections:
            - title: Water
              body: Use fell by 3.9%. Of 7 wells tested, 3 passed (42.9%). Repairs cost about $12 million.
            - title: Users
              body: Homes took 55%, farms 30.4% and industry 14.6%.
      `,
      bad: en`
        summary:
          sections:
            - title: Water
              body: Use fell by 3.9011%. Of 7 wells tested, 3 passed (42.86%). Repairs cost about $12.3456 million.
            - title: Users
              body: Homes took 55.02%, farms 30.4% and industry 14.6%.
      `,
      finds: ['8:25 fine', '8:63 base', '8:85 about', '10:24 uneven'],
    },
    zh: {
      good: zh`
        总结:
          章节:
            - 标题: 用水
              正文: 用水量下降3.9%，抽检7所学校，3所合格，合格率42.9%，投入约1200万元。
            - 标题: 构成
              正文: 小学占55%、初中占30.4%、高中占14.6%。
      `,
      bad: zh`
        总结:
          章节:
            - 标题: 用水
              正文: 用水量下降3.9011%，抽检7所学校，3所合格，合格率42.86%，投入约1234.56万元。
            - 标题: 构成
              正文: 小学占55.02%、初中占30.4%、高中占14.6%。
      `,
      finds: ['8:16 fine', '8:39 base', '8:48 about', '10:14 uneven'],
    },
  },
};

const decimalsOf = ({ text }: Prose, { digits }: Quantity): number =>
  /[.．]([\d０-９]+)/.exec(text.slice(...digits))?.[1]?.length ?? 0;
const isRate = ({ family, unit, kind }: Quantity): boolean =>
  kind === 'figure' && ((family === RATIO && unit !== '倍') || family === POINTS);

function* inFigure(
  prose: Prose,
  figure: Quantity,
  countsHere: () => readonly Quantity[],
): Generator<Finding> {
  const decimals = decimalsOf(prose, figure);
  const at = prose.place(figure.span);
  if (isRate(figure) && decimals > DECIMALS) yield { ...at, message: 'fine', data: { figure: figure.text } };
  else if (figure.qualifier === 'about' && isFine(prose, figure, decimals))
    yield { ...at, message: 'about', data: { figure: figure.text } };
  else if (isRate(figure) && figure.family === RATIO && decimals === DECIMALS) {
    const [part, whole] = shareOf(figure, countsHere()) ?? [];
    if (part && whole)
      yield { ...at, message: 'base', data: { figure: figure.text, part: part.text, whole: whole.text } };
  }
}

/** 约1234.56万元, 约42.86%: more digits than an approximation has. A whole count such as 约3467人 is told elsewhere. */
function isFine({ text }: Prose, figure: Quantity, decimals: number): boolean {
  if (isExactCount(text, figure)) return false;
  if (isRate(figure)) return decimals >= DECIMALS;
  const digits = text
    .slice(...figure.digits)
    .replace(/[^\d０-９]/g, '')
    .replace(/^[0０]+/, '');
  return (decimals > 0 ? digits : digits.replace(/(?<![0０])[0０]+$/, '')).length > APPROXIMATE;
}

/** Rates side by side of which one has other decimals than the rest. Whole percents say nothing: official texts drop the nought of 10.0%. */
function* inLists(prose: Prose, { figures }: FigureStatement): Generator<Finding> {
  let list: Quantity[] = [];
  for (const [index, figure] of figures.entries()) {
    const last = list.at(-1);
    const next = figures[index + 1];
    if (
      isRate(figure) &&
      (last === undefined ||
        (last.unit === figure.unit && joins(prose.text.slice(last.span[1], figure.span[0]))))
    )
      list.push(figure);
    else list = isRate(figure) ? [figure] : [];
    if (
      list.length > 1 &&
      !(
        next &&
        isRate(next) &&
        next.unit === figure.unit &&
        joins(prose.text.slice(figure.span[1], next.span[0]))
      )
    ) {
      const uneven = unevenIn(prose, list);
      if (uneven) yield uneven;
    }
  }
}

const joins = (words: string): boolean =>
  words.length <= 40 &&
  /^(?: [A-Za-z][A-Za-z ]{0,20})?(?:[、和]|, (?:and )?| and )[^，。；、,;\d]*$/.test(words);

/** The first figure of a list that has other decimals than most of it; of two, the second. */
function unevenIn(prose: Prose, list: readonly Quantity[]): Finding | undefined {
  const partial = list.filter((each) => each.qualifier === 'exact' && decimalsOf(prose, each) > 0);
  const decimals = partial.map((each) => decimalsOf(prose, each));
  const most = Math.max(...decimals);
  const ofMost = decimals.filter((each) => each === most).length;
  if (ofMost === decimals.length) return undefined;
  const usual =
    ofMost * 2 > decimals.length
      ? most
      : decimals.find((each) => each !== most || ofMost * 2 === decimals.length);
  const figure = partial[decimals.findIndex((each) => each !== usual)] as Quantity;
  return { ...prose.place(figure.span), message: 'uneven', data: { figure: figure.text, most } };
}

/** How many counts of a statement are held against a share. */
const MOST_COUNTS = 12;

/** The first counts of a statement that are less than a hundred. */
const smallCounts = ({ figures }: FigureStatement): readonly Quantity[] =>
  figures
    .filter(
      (each) =>
        each.kind === 'figure' &&
        each.family !== '%' &&
        each.exact &&
        each.number.compare(0) > 0 &&
        each.number.compare(100) < 0,
    )
    .slice(0, MOST_COUNTS);

/** Two counts, the whole less than a hundred, that a share was rounded from. */
function shareOf(
  { number, step }: Quantity,
  counts: readonly Quantity[],
): readonly [Quantity, Quantity] | undefined {
  for (const whole of counts)
    for (const part of counts) {
      if (part.family !== whole.family || part.number.compare(whole.number) >= 0) continue;
      const share = part.number.div(whole.number);
      const off = share.sub(number).abs();
      if (off.compare(0) > 0 && off.mul(2).compare(step) <= 0) return [part, whole];
    }
  return undefined;
}
