import type { Span } from '../../quantity/value/formula.ts';

const here = '[本此]|以[上下]|上述|下列';
const thing = '件|文|页|表|稿|刊|节|章|报告|资料|材料|文件|文稿|内容|部分(?:内容)?|数据|简报|附[件表]';
const own = `(?:(?:${here}|该)(?:${thing})|附[件表]\\d{0,2}|(?<=^)(?:文件|资料|材料))`;
const quiet =
  '(?:(?:对外|向外|向社会|擅自|随意){0,2}(?:公开|外传|外泄|传播|转发|转载|复制|复印|翻印|扩散|上网|提供|泄露|引用|摘抄|发布|散发|公布)(?:[、或和及]|$)?)+';
const inside =
  '(?:(?:单位|系统|机关|局|本局)?内部(?:文件|资料|材料|刊物|使用|参考|参阅|传阅|掌握|发行|工作)|领导(?:干部|同志)?(?:参阅|参考|传阅|阅知|审阅)|(?:机关|单位|系统|公司|本院|本局)内(?:使用|参考|传阅))';

/** Clauses that each keep a document inside. */
const mark = new RegExp(
  `^(?:${[
    `(?:(?:${here})(?:${thing})(?:均|都|全部)?(?:属于?|[为系是]))(?:国家|工作|商业|警务)?(?:绝密|机密|秘密)(?:级|件|事项|文件|资料|信息)?`,
    '密级[：: ]{1,2}(?:绝密|机密|秘密)',
    `${own}(?:均|都)?(?:属于?|[为是系])?(?:仅供|[仅只]限于?)${inside}`,
    `${own}(?:均|都|暂)?(?:不予|不宜|不|请勿|不得|严禁|禁止|不准|切勿|勿)${quiet}`,
    `(?:请勿|切勿)${quiet}`,
    '公开(?:属性|方式|类别|类型|形式)[：: ]{1,2}(?:不予公开|不公开|依申请公开)',
    '(?:[阅用会]后|请?阅后)(?:即|立即|请|统一)?(?:收回|销毁|交回|退回|焚毁)',
  ].join('|')})$`,
);
/** What may stand beside such a clause. */
const beside = new RegExp(
  `^(?:注|说明|提示|注意|(?:征求意见|送审|讨论|汇报|内部)稿|${inside}|(?:仅供|[仅只]限于?)${inside}|未经(?:批准|授权|许可|同意)|(?:请)?(?:注意|妥善|严格)(?:保存|保密|保管)|保密期限?[：: ]{0,2}\\d+年)$`,
);
/** A clause that speaks to its reader whatever goes on behind it: 附表仅供内部使用，收案…. */
const toReader = new RegExp(`^(?:${own}(?:属于?|[为是系])?(?:仅供|[仅只]限于?)${inside})$`);

/** One of these stands in every such clause; what reads it is long, and seldom needed. */
const mayKeep =
  /密|勿|[仅只][供限]|严禁|禁止|不准|[件文页表稿刊节章告料容分据报\d](?:均|都|暂)?不|公开(?:属性|方式|类别|类型|形式)|后(?:即|立即|请|统一)?[收销交退焚]/;

/**
 * The marks that a stretch of Chinese (a line, a bracket, a sentence) is made of, clause by clause, or that it begins with; spans count from
 * its start.
 */
export function chineseMarks(stretch: string): readonly Span[] {
  if (stretch.length > 80 || !mayKeep.test(stretch)) return [];
  const clauses = [...stretch.matchAll(/[^，,；; 　]+/g)].map(({ 0: words, index }) => ({
    span: [index, index + words.length] as const,
    words: words.replace(/^(?:注|说明|提示|注意)[：:]|^[#*_>]{1,6}|[.*_：:]$/g, ''),
  }));
  const [first] = clauses;
  const last = clauses.at(-1);
  if (first === undefined || last === undefined) return [];
  const isWhole = clauses.every(({ words }) => words === '' || mark.test(words) || beside.test(words));
  if (isWhole && clauses.some(({ words }) => mark.test(words))) return [[first.span[0], last.span[1]]];
  if (toReader.test(first.words)) return [first.span];
  // 内部稿，请勿外传：全年…
  const [head = ''] = stretch.split(/[：:]/);
  return head.length > 4 && head.length < stretch.length ? chineseMarks(head) : [];
}
