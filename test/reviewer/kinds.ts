/** A kind of mistake that a reviewer finds by reading. */
export interface Kind {
  /** The rules that may tell of it: more than one where it is a matter of taste which of them does. */
  readonly rules: readonly string[];
  readonly zh: string;
  readonly en: string;
}

const kind = (zh: string, en: string, ...rules: readonly string[]): Kind => ({ zh, en, rules });

/** The kinds, in the order of their page. */
export const kinds: Readonly<Record<string, Kind>> = {
  'dates-real': kind('日期不存在', 'dates that do not exist', 'dates-real'),
  'weekdays-right': kind('星期与日期不符', 'days of the week that do not fit', 'weekdays-right'),
  'periods-forward': kind('起止颠倒', 'periods that run backwards', 'periods-forward'),
  'days-named': kind('发布稿里的“明天”“下周”', '“tomorrow” in a published report', 'days-named'),
  'enumerations-whole': kind(
    '列举跳号、重号',
    'enumerations with gaps',
    'enumerations-whole',
    'counts-announced',
  ),
  'counts-announced': kind(
    '“三项”只列两项',
    'three announced, two listed',
    'counts-announced',
    'enumerations-whole',
  ),
  'references-typed': kind('附件、表、部分并不存在', 'references to what is not there', 'references-typed'),
  'documents-numbered': kind('发文字号写法有误', 'numbers of documents misspelt', 'documents-numbered'),
  'one-number': kind('同一文件两个字号', 'one document, two numbers', 'documents-numbered'),
  'privacy-kept': kind('个人信息', 'personal data', 'privacy-kept'),
  'secrets-kept': kind('密级和内部标志', 'marks of secrecy', 'secrets-kept'),
  'names-agree': kind('人名、机构名前后不一', 'one name, two spellings', 'names-agree'),
  changes: kind(
    '增减与前后两数不符',
    'changes between two figures',
    'changes-hold',
    'multiples-sensible',
    'points-not-percent',
  ),
  'plan-actual': kind('完成率与计划、实际不符', 'plan, actual and rate', 'rates-hold', 'claims-backed'),
  parts: kind('分项与合计不符', 'parts and totals', 'parts-add-up'),
  shares: kind('占比之和不是100%', 'shares that do not make 100%', 'parts-add-up'),
  claims: kind(
    '“超额”“全部”与数字相悖',
    '“all” and “exceeded” against figures',
    'claims-backed',
    'rates-hold',
  ),
  'possible-shares': kind('不可能有的占比', 'shares that no count gives', 'shares-possible', 'rates-hold'),
  'periods-nest': kind(
    '全年少于上半年',
    'a year below its half',
    'periods-nest',
    'figures-agree',
    'parts-add-up',
  ),
  averages: kind('平均数不符', 'averages', 'averages-hold'),
  gaps: kind('与全省、全国之差不符', 'gaps between places', 'gaps-hold'),
  ranges: kind('比率超出范围', 'rates out of range', 'ranges-kept'),
  scales: kind('多写或少写一位', 'a digit too many or too few', 'scales-kept', 'averages-hold'),
  progress: kind(
    '累计数倒退',
    'sums that shrink',
    'progress-kept',
    'periods-nest',
    'outcomes-agree',
    'milestones-dated',
  ),
  'tables-add-up': kind(
    '正文表格合计不符',
    'tables in a body',
    'tables-add-up',
    'parts-add-up',
    'rates-hold',
    'changes-hold',
  ),
  'tables-agree': kind(
    '表文不符、表表不符',
    'table against sentence or table',
    'tables-agree',
    'figures-agree',
  ),
  repeats: kind('同一句话写了两遍', 'repeated sentences', 'texts-single', 'text-fresh'),
  once: kind('同一件事两个数', 'one thing, two figures', 'figures-agree'),
};

/** The rules of a kind. */
export const rulesOf = (name: string): readonly string[] => kinds[name]?.rules ?? [];
