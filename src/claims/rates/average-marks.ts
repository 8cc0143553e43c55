import type { AverageMark } from './average-times.ts';

const mean = /([^平不各\P{Script=Han}])均([\p{Script=Han}]{0,10})$/u;
const means: readonly RegExp[] = [
  mean,
  /平均(日|月|年|班)([\p{Script=Han}]{0,8})$/u,
  /(?<=[两三四五六七八九十\d])(年)平均([\p{Script=Han}]{0,8})$/u,
  /(?<!\p{Script=Han})(日)((?:处理|供[水电气热]|发电|产|售|发送|运送|接待|接诊|开行)(?!能力|规模|总?能)[\p{Script=Han}]{0,4})$/u,
  /(?<!\p{Script=Han})((?![每全年月日各户人])\p{Script=Han}{2,4})平均((?:投资|投入|获|补助|产值|收入|造价|规模|面积)[\p{Script=Han}]{0,4})$/u,
  /(亩)(产(?:[出量值]|粮食|鲜[果薯])?)(?:达到?|为|约)?$/u,
];
const each = /(平均)?每一?([\p{Script=Han}]{1,14})$/u;
/** 平均亩产, 平均户: the word 每 left out; 亩产 is so much for each 亩. */
const meanOf =
  /平均([个名所家位座条户场次村镇校人亩站支队馆企院县乡桌床车件例笔台单项批][\p{Script=Han}]{0,12})$/u;
/** What makes an amount a limit, or one of several. */
const limit =
  /最高|最低|最多|最少|至多|至少|不超过|不低于|上限|起|标准|左右|约|增加|减少|增长|提高|下降|多|少/;

/** So many for each hundred or thousand people: 每千人口床位6张, 万人有律师2.9名. */
const perMany =
  /(?:每|^)(百|千|万|十万)(?:名|个)?(?:人口?|常住人口|学生|居民|老年人)(?:拥有|配备|有)?(\p{Script=Han}{0,10})$/u;
const manyOf: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 10_000, 十万: 100_000 };

function manyMark(lead: string): AverageMark | undefined {
  const [, many = '', rest = ''] = perMany.exec(lead) ?? [];
  const per = manyOf[many];
  return per === undefined ? undefined : { by: '人', rest: rest.replace(/数$/, ''), isEach: false, per };
}

/** What the words before a figure make an average of, and by what: 校均, 平均每年, 每千人口; undefined where they make none. */
export function averageMark(lead: string): AverageMark | undefined {
  const many = manyMark(lead);
  if (many) return many;
  for (const pattern of means) {
    const found = pattern.exec(lead);
    if (found) return { by: found[1] ?? '', rest: found[2] ?? '', isEach: false };
  }
  if (/(?:平均)?单产(?:达到?|为)?$/u.test(lead)) return { by: '亩', rest: '产', isEach: false };
  const [, average, by = meanOf.exec(lead)?.[1]] = each.exec(lead) ?? [];
  return by === undefined || limit.test(by) || by.includes('每')
    ? undefined
    : { by, rest: '', isEach: average === undefined && lead.includes('每') };
}
