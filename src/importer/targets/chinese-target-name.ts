import type { Quantity } from '../../quantity/value/quantity.ts';
import { deedVerb, withoutChange, withoutLeads, withoutLevelVerb } from './chinese-plan-words.ts';

/** What goes on from what stands before: what is done, within a clause, and what the clause before is about. */
export interface GoingOn {
  readonly verb: string;
  readonly above: string;
}

/** The name of what a figure is to be, from the words of its item before and behind it; undefined where a reader would take none for one. */
export function targetName(
  before: string,
  behind: string,
  figure: Quantity,
  { verb: carried, above }: GoingOn,
): string | undefined {
  const lead = withoutLeads(
    before.replace(
      /(?:从(?!业|事|严|教)|由(?!于))[^从由]*?(?:提高|提升|增加|扩大|下降|降低|压缩|减少|压减|上升|增长|升|降|缩短)?(?:到|至|为)$/,
      '',
    ),
  );
  if (
    /^(?:含|包括|除|在|于|对|从|由|每(?![十百千万亿]+[\p{Script=Han}])|按|以|用|经|用于|不少于|比|较)/u.test(
      lead,
    )
  )
    return undefined;
  const noun = nounBehind(behind);
  if (noun === '') {
    const own = withoutLevelVerb(lead, figure);
    return above !== '' && withoutChange(own) === '' ? named(above + own, '') : named(own, carried);
  }
  return noun === undefined ? undefined : countedName(lead, noun, figure, carried);
}

/** The name of what is counted by its noun behind it. */
function countedName(lead: string, noun: string, { unit }: Quantity, carried: string): string | undefined {
  if (/^(?:为|向|给|对|让|帮助|支持|组织|引导)$/.test(lead)) return named(lead + noun, '');
  // 学生每天有一小时体育活动时间
  if (/\p{Script=Han}{2}(?:都|均)?有$/u.test(lead)) return named(lead.replace(/[都均]?有$/, '') + noun, '');
  // 推进240小时过境免签: how long is no number of things
  if (/^(?:小时|分钟|天|日|周|个月|年)$/.test(unit)) return undefined;
  // 60%以上学校建成达标食堂
  if (lead === '' && unit.endsWith('%')) return reached.test(noun) ? named(noun, '') : undefined;
  const verb = lead === '' && carried !== '' ? carried : deedVerb.exec(lead)?.[0];
  return verb === undefined ? undefined : named(verb + noun, '');
}

const reached = /达到|达标|成为|完成|建成|实现|通过|接入|纳入|配备|开设|参加|覆盖/;

/** The noun that is counted, behind its number: 消费场景 in 40个吸引力强、带动面广的消费场景; empty where the clause ends, undefined where no noun stands there. */
function nounBehind(behind: string): string | undefined {
  const bare = behind
    .replaceAll(/[（(][^（()）]*[）)]/g, '')
    .replace(/^以[上内]/, '')
    .replace(/(?:以上|左右|的目标|目标)$/, '')
    .trim();
  if (bare === '') return '';
  const listed = bare.includes('、')
    ? (/^.*、[^、]*的([^的]+)$/.exec(bare)?.[1] ?? bare.split('、')[0] ?? '')
    : bare;
  return /^[\p{Script=Han}“”A-Za-z\d+—·-]{2,24}$/u.test(listed) &&
    !/^(?:用于|并|且|和|及|与|作为|比|较|同比)/.test(listed)
    ? listed
    : undefined;
}

/** A name that a reader takes for one: a noun of some length; with the verb of the item before, where it has none. */
function named(name: string | undefined, carried: string): string | undefined {
  if (name === undefined) return undefined;
  const whole =
    carried !== '' && !deedVerb.test(name) && !/[率比重额度量值标准收入指数能力面积规模浓寿命]$/.test(name)
      ? carried + name
      : name;
  const verb = deedVerb.exec(whole)?.[0] ?? '';
  return /^[\p{Script=Han}A-Za-z“”"（）()\d.+—·、/-]{3,26}$/u.test(whole) &&
    /\p{Script=Han}{2}/u.test(whole) &&
    whole.length - verb.length >= 2 &&
    !/[的占了]$|[万亿]元$|^[先再](?:发行|增加|安排)$|^预算增加$/.test(whole)
    ? whole
    : undefined;
}
