import type { Quantity } from '../../quantity/value/quantity.ts';
import {
  actorNames,
  beginsWithDeed,
  endsInDeed,
  namesNothing,
  noName,
  otherLevel,
  rateNames,
  shortNames,
  timeNames,
} from './chinese-name-words.ts';

/** The longest name that a reader takes for one. */
const LONGEST = 22;

/** Whether words before a figure may be its name: no earlier level, and no deed without its thing. */
export const isSubject = (words: string): boolean =>
  words !== '' &&
  !otherLevel.test(words) &&
  (!endsInDeed.test(words) || isNamedDeed(words) || shortNames.test(words));

/** Whether a deed names by itself what is counted: 开展汛前检查9次, and 按期办结15件, which leaves the thing to the words before. */
const isNamedDeed = (words: string): boolean =>
  words.length >= 4 &&
  (words.length - (beginsWithDeed.exec(words)?.[0].length ?? words.length) >= 2 ||
    /^\p{Script=Han}{3,10}(?:检测|监测|抽检|检查|排查|巡查|维修|救助|帮扶|调解|发放|清理|处置|安置|采购|授权|认定|结案|立案|签约|完工|投用)$|[党团会作]组织$|^(?:按期|按时|当年|主动|自主|实际|依法)|[\p{Script=Han}]{2}(?:投入|支持|服务|培训|签约)$/u.test(
      words,
    ));

/** Words as a name, without marks and what only leads to it. */
export const tidyName = (words: string): string =>
  words
    .replaceAll(/["“”'#*!|>%@`[\]{}\\]|(?<![A-Za-z])&|&(?![A-Za-z])/g, '')
    .replace(/^(?:[的了和与、]|及(?![时格第])|其(?![他中余它实]))+/u, '')
    // 加上级补助收入31.4亿元、上年结转1.6亿元
    .replace(
      /^加上?(?=(?:上[级解年]|中央|省级?|市级?|一般|专项|地方|调入|动用|债务|转移)\p{Script=Han}{2})/u,
      '',
    )
    .trim();

/** Whether words are a name that a reader accepts for a figure. */
export function isNameOf(name: string, { unit, number }: Quantity): boolean {
  if (!isNameLike(name)) return false;
  if (actorNames.test(name) && !beginsWithDeed.test(name) && !/^(?:[个家所户座处]|)$/u.test(unit))
    return false;
  // of 甲、乙、丙3家 the number counts the names
  if (name.includes('、') && name.split('、').length === number.valueOf()) return false;
  // of 办好丰收节、项目签约3543万元 the festival is no money
  if (/[元$£€]$/.test(unit) && /(?:办好|举办|召开|承办|参加|组织|开展)[^、]+、/u.test(name)) return false;
  if (/[%‰]$|百分点$/u.test(unit)) return rateNames.test(name);
  if (/^(?:年|个?月|周|天|日|小时|分钟|秒|岁|个?工作日)$/u.test(unit)) return timeNames.test(name);
  if (/[元$£€]$/.test(unit) && (/(?:小学|初中|高中)$/u.test(name) || name.length === 2))
    return /(?:收入|支出|利润|产值|营收|负债|资产|税收|投资|存款|贷款|[出进]口|罚款|捐款|善款|售电|售水)$/u.test(
      name,
    );
  return name.length >= 3 || shortNames.test(name);
}

/** Whether words may name a figure at all, whatever it counts. */
const isNameLike = (name: string): boolean =>
  name.length >= 2 &&
  name.length <= LONGEST &&
  /\p{Script=Han}/u.test(name) &&
  !namesNothing.test(name) &&
  !noName.test(name) &&
  !otherLevel.test(name) &&
  // the blanks of a form, and what ends in the middle
  !/\s{2}|^[年月日时分]\s|[、\d]$/.test(name) &&
  !/^\d+(?!\d|[—–~～-]\d+岁|岁|年级|G|A|\+\d|热线|平台|千伏|届|级|万?[元人亩吨]以[上下]|亿元以[上下])/.test(
    name,
  );
