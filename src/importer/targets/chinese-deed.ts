import { withoutLeads } from './chinese-plan-words.ts';
import { withoutEnd } from './plan-clauses.ts';
import type { DueIn } from './plan-dates.ts';

/** A deed that is over at a time: 10月投用 is a date by which it is to be. */
const ends =
  /投用|建成|完成|完工|开工|竣工|达产|到位|结题|结项|清零|全覆盖|通车|封顶|投产|开放|启用|贯通|投入使用|投入运营|通过|出台|上线|交付|验收|揭牌|开业|开馆|开园|召开|换届|签订|印发|运行|启动|落成|动工|合龙|开通|挂牌|办结/;

/** What is to be done by the date of a clause, in its words: 县医院新院区投用 of 确保县医院新院区10月投用; undefined where it has no name that a reader takes for one. */
export function chineseDeed(words: string, { span: [start, end], isLimit }: DueIn): string | undefined {
  if (words.length > 200) return undefined;
  const before = withoutEnd(withoutLeads(words.slice(0, start)), /(?:将|要|力争|争取|确保|预计|计划|在|于)$/);
  const behind = withoutLeads(words.slice(end).trim()).replace(/^(?:要|将|内|就)/, '');
  const deed = (before + behind).trim();
  if (behind === '' || (!isLimit && !ends.test(behind))) return undefined;
  // nobody can say what is to be: 10月投入使用
  if (
    /^(?:正式|全面|全部|基本|整体)?(?:投用|建成|完成|完工|开工|竣工|通车|封顶|投产|开放|启用|贯通|投入使用|投入运营|投入试运行|试运行|交付使用|开业|开馆|上线)$/.test(
      deed,
    )
  )
    return undefined;
  return /^[\p{Script=Han}A-Za-z\d“”（）()、+—·.-]{4,30}$/u.test(deed) &&
    /\p{Script=Han}{3}/u.test(deed) &&
    !behind.startsWith('的') &&
    !/^\d/.test(deed)
    ? deed
    : undefined;
}
