import type { Finding } from '../diagnostic.ts';
import { proseOf, type Prose } from '../model/prose.ts';
import type { Quantity } from '../quantity/quantity.ts';
import { wordsBefore } from '../quantity/qualifiers.ts';
import { zh, type Rule } from './rule.ts';

/** Nouns whose figures are sums of money, with what may stand between noun and figure. */
const money =
  /(?:经费|资金|捐款|善款|拨款|贷款|款项|金额|投资|投入|收入|支出|补贴|补助|奖金|预算|费用|产值|税收|利润|总额|销售额|交易额)(?:达到?|约|为|共|超|逾|近|了|到位)?$/;
/** What ends the figure: 补助20万学生 counts pupils. */
const over = /^(?:[，。；、）),;\s]|用于|其中|$)/;
const magnitude = /^ ?(?:多|余)?(?:万亿|[十百千]?[万亿])(?:多|余)?/;

export const unitsGiven: Rule = {
  id: 'units-given',
  severity: 'warning',
  figures: true,
  languages: ['zh'],
  summary: { en: 'Give every sum of money its unit, and give it once.', zh: '金额写明单位，单位只写一次。' },
  why: {
    en: 'Without it, as in 经费20万, the reader has to guess 元; 人次超过109人 names two units for one count, and they are different things.',
    zh: '“经费20万”要读者自己补“元”；“人次超过109人”一个数两个单位，而“人”和“人次”并不是一回事。',
  },
  messages: {
    missing: {
      en: ({ figure }) => `“${figure}” is a sum of money without its unit`,
      zh: ({ figure }) => `金额“${figure}”没有写单位`,
      help: { en: ({ mended }) => `write “${mended}”`, zh: ({ mended }) => `写作“${mended}”` },
    },
    twice: {
      en: ({ figure }) => `“${figure}” counts 人, while the words before it say 人次`,
      zh: ({ figure }) => `前面说的是“人次”，“${figure}”的单位又是“人”`,
      help: { en: () => 'say the unit once, behind the number: 人 or 人次', zh: () => '单位只在数字后写一次，写“人”或“人次”' },
    },
  },

  *check(report, { names }) {
    for (const prose of proseOf(report, names)) for (const figure of prose.figures) yield* inFigure(prose, figure);
  },

  examples: {
    good: zh`
      总结:
        章节:
          - 标题: 培训
            正文: 安排经费20万元，培训109人次，补助20万学生。
    `,
    bad: zh`
      总结:
        章节:
          - 标题: 培训
            正文: 安排经费20万，培训人次超过109人。
    `,
    finds: ['8:15 missing', '8:25 twice'],
  },
};

function* inFigure({ text, place, isTyped }: Prose, { family, unit, digits, span, kind }: Quantity): Generator<Finding> {
  const figure = text.slice(digits[0], span[1]);
  if (family === '人次' && unit === '人') yield { ...place([digits[0], span[1]]), message: 'twice', data: { figure } };
  const scale = magnitude.exec(text.slice(digits[1], digits[1] + 6))?.[0];
  if (scale === undefined || family !== '' || kind !== 'figure' || !over.test(text.slice(span[1], span[1] + 2))) return;
  if (!money.test(wordsBefore(text, digits[0]).rest)) return;
  const end = digits[1] + scale.length;
  const mended = `${text.slice(digits[0], end)}元`;
  const at = place([digits[0], end]);
  yield { ...at, message: 'missing', data: { figure, mended }, ...(isTyped([digits[0], end]) && { fix: { ...at, insert: mended, safe: false } }) };
}
