import type { Quantity } from '../../quantity/value/quantity.ts';
import { isPlain } from '../changes/change-claims.ts';
import type { SharedBy } from '../parts/shared-by.ts';

/** A figure with the words of its clause on either side. */
export interface ToldBeside {
  readonly figure: Quantity;
  readonly lead: string;
  readonly behind: string;
  /** Whether parts of it, or more than it, are told next: ，其中. */
  readonly hasParts: boolean;
}

const generic =
  /^(?:安排|配备|拥有|获得|获|领取|享受|配发|发放|选派|投入|投资|补助|支出|救助|资助|奖励|补贴|慰问|下拨|拨付|使用|建成|完成|出动|派驻|教|带|管护|负责|联系)$/;
const filler = /平均|达到?|^年|[约共为是有的了]/g;

/** What one does whose total is told by another word; of several totals only one that makes the average is meant. */
const otherWords = new Map([
  ['结案', '办结|审结|结案'],
  ['办案', '办理|审理|受理|办结|审结|案件'],
  ['创收', '收入|营收|产值'],
  ['创利', '利润'],
  ['纳税', '税收|税款|缴税|入库'],
  ['产', '产量|总产'],
  ['借阅', '外借|流通|借阅'],
  ['接待', '读者|游客|观众|参观|入馆|到馆'],
  ['到场', '读者|观众|听众|参加|参与'],
  ['用水', '供水|用水|售水'],
  ['供水', '供水|用水|售水'],
  ['用电', '供电|用电|售电'],
  ['贷款', '发放|授信|放贷|贷款'],
  ['管护', '面积|管护|林地'],
  ['听众', '受众|听众|观众|参加'],
  ['获补', '补助|奖补|补贴|资金'],
  ['接诊', '门诊|诊疗|就诊|接诊'],
  ['接警', '接报|接处警|警情|接警'],
  ['处警', '接处警|警情|出警'],
  ['增收', '收入|增收'],
  ['捐款', '捐赠|募集|筹集|善款'],
  ['补助', '发放|拨付|补助|补贴|资金'],
  ['减负', '减免|减税|退税|降费'],
]);

/** People and their visits are counted alike: 出动7560人次，每次6人. */
const isOneKind = ({ family: a }: Quantity, { family: b }: Quantity): boolean =>
  a === b || (a === '人次' && b === '人');

/** The figures that can be the total of an average: of its kind, and of what it is of. */
export function totalsFor(
  told: readonly ToldBeside[],
  own: ToldBeside,
  rest: string,
  count: SharedBy,
): readonly ToldBeside[] {
  const what = rest.replaceAll(filler, '').replace(/[总量额数]/g, '');
  const all = told.filter(
    (each) =>
      each !== own &&
      each.figure.span[0] !== count.span[0] &&
      isOneKind(each.figure, own.figure) &&
      isPlain(each.figure) &&
      each.figure.movement === undefined &&
      !/[每均]|其中|另|平均|比|较/.test(each.lead) &&
      !each.hasParts,
  );
  const isOf = ({ lead, behind }: ToldBeside): boolean => {
    const words = (lead + behind).replaceAll(/[总量额数]/g, '');
    return (
      what === '' ||
      words.includes(what) ||
      ((what.length >= 4 || /[费款金]$/.test(what)) && words.includes(what.slice(0, 2))) ||
      what.includes(words.replaceAll(/全[市县区省年]|累计|共/g, '') || '—')
    );
  };
  const fitting = all.filter(isOf);
  const candidates = fitting.length > 0 ? fitting : generic.test(what) ? all : byOtherWord(all, what);
  const marked = candidates.filter(({ lead }) => /共|累计|合计|总|全年/.test(lead));
  return marked.length === 1 && candidates.length > 1 ? marked : candidates;
}

function byOtherWord(all: readonly ToldBeside[], what: string): readonly ToldBeside[] {
  const words = [...otherWords].find(([word]) => what.startsWith(word))?.[1];
  return words === undefined
    ? []
    : all.filter(({ lead, behind }) => words.split('|').some((word) => (lead + behind).includes(word)));
}
