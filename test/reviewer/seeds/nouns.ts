import type { Dice } from './dice.ts';

/** What is counted: with its unit in Chinese, and what is done with it. */
export interface Counted {
  readonly noun: string;
  readonly unit: string;
  readonly verb: string;
}

const counted = (words: string): readonly Counted[] =>
  words
    .trim()
    .split(/\s+/u)
    .map((word) => {
      const [verb = '', noun = '', unit = ''] = word.split('/');
      return { verb, noun, unit };
    });

/** Things that one can count by hand. */
export const things = counted(`
  新建/口袋公园/个 改造/泵站/座 更新/校车/辆 添置/消防栓/个 修缮/文物点/处 创建/示范村/个 增设/充电桩/台 整治/黑臭水体/条
  加装/电梯/部 建成/粮仓/座 设立/驿站/个 疏浚/沟渠/条 认定/工坊/家 投放/垃圾箱/只 复核/塔吊/台 查处/违法建设/宗
`);

/** People. */
export const people = counted(`
  培训/养老护理员/人 招录/社区工作者/人 资助/困难学生/人 安置/退役军人/人 救治/尘肺病人/人 登记/志愿者/人 选派/科技特派员/人
  帮扶/零就业家庭成员/人 聘请/护林员/人 体检/环卫工人/人
`);

/** Amounts. */
export const amounts = counted(`
  完成/技改投资/万元 发放/稳岗补贴/万元 拨付/修缮资金/万元 减免/摊位租金/万元 生产/水产品/吨 处理/污泥/吨 采购/储备粮/吨
  供应/天然气/万立方米 销售/农机具/台套 运送/冷链货物/吨
`);

/** What is counted in English. */
export const goods = [
  'street lamps',
  'playgrounds',
  'ferries',
  'culverts',
  'water meters',
  'handcarts',
  'footbridges',
  'parking permits',
  'bus shelters',
  'allotments',
  'fire hydrants',
  'sandbags',
  'market stalls',
  'charging points',
  'food parcels',
  'school crossings',
] as const;

/** What may stand before a passage. */
export const openings = [
  '',
  '坚持问题导向，',
  '按照年初部署，',
  '多部门协同发力，',
  '聚焦群众关切，',
  '经逐项核对，',
  '在资金偏紧的情况下，',
  '组织督查26次，',
  '统筹各级资金1280万元，',
] as const;

/** What may stand behind a passage: with figures of something else. */
export const endings = [
  '。',
  '，群众评价较好。',
  '，召开调度会14次。',
  '，媒体报道37篇次。',
  '；另下拨工作经费260万元。',
  '。同时开通热线2条。',
  '，取得阶段性成效。',
] as const;

/** The same in English. */
export const englishEndings = [
  '.',
  ', and the board met 14 times.',
  '; the local press ran 37 stories on it.',
  ', as residents had asked.',
  '. Two hotlines were opened.',
  '.',
] as const;

/** A passage in the middle of what a report says besides. */
export const around = (dice: Dice, words: string): string => dice.pick(openings) + words + dice.pick(endings);

/** What may stand before a passage in English. */
const englishOpenings = [
  '',
  '',
  'After 26 audits, ',
  'With $1.4 million from the lottery, ',
  'In a dry year, ',
] as const;

/** The same in English. */
export function within(dice: Dice, words: string): string {
  const opening = dice.pick(englishOpenings);
  const first = words.charAt(0) === '⟦' ? 1 : 0;
  const begun = words.slice(0, first) + words.charAt(first).toUpperCase() + words.slice(first + 1);
  return (opening === '' ? begun : opening + words) + dice.pick(englishEndings);
}

/** Places. */
export const places = [
  '城东',
  '河口',
  '石桥',
  '柳林',
  '金滩',
  '白鹤',
  '南屏',
  '双塔',
  '龙湾',
  '青龙',
] as const;

/** Places in English. */
export const towns = [
  'Northgate',
  'Millbrook',
  'Elm Park',
  'Harbour Row',
  'Ashby',
  'Kingsmead',
  'Fairview',
] as const;
