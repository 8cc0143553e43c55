import { isHan } from '../quantity/characters.ts';
import type { Quantity } from '../quantity/value/quantity.ts';
import { isPercent, POINTS } from '../quantity/value/unit.ts';
import type { TextAlone } from '../reading/text-alone.ts';
import { countsWhatFollows } from '../reading/whole-names.ts';
import { englishThing } from './english-things-told.ts';
import { tailOf } from './sentence-tails.ts';

/** A figure with the words of what was done, as a text says them: 组织安全培训, “volunteers planted trees”. */
export interface ThingTold {
  readonly figure: Quantity;
  /** In lower case, without when and in all. */
  readonly words: string;
  /** Whether another figure leads to it, of which it may tell: 招聘会8场，提供岗位1200个. */
  readonly isBehind: boolean;
}

/** What was done, with its figure, where no word limits it to a time, a place, a part or a plan: of the same words another figure is another answer. */
export const thingsTold = (alone: TextAlone): readonly ThingTold[] =>
  alone.figures.flatMap((figure) => {
    if (!isCount(figure)) return [];
    const words = chineseThing(alone.text, figure) ?? englishThing(alone.text, figure);
    return words === undefined ? [] : [{ figure, words, isBehind: isLed(alone.text, figure) }];
  });

const isCount = (figure: Quantity): boolean =>
  figure.kind === 'figure' &&
  figure.qualifier === 'exact' &&
  (figure.movement === undefined || figure.movement.to) &&
  figure.per.length === 0 &&
  figure.family !== POINTS &&
  !isPercent(figure);

/** Whether a figure stands before one in its sentence. */
const isLed = (text: string, { span: [start] }: Quantity): boolean =>
  /\d/.test(tailOf(text, start, '。；\n'));

/** What leads to a thing and limits it to nothing. */
const fillers =
  /^(?:同时|此外|并且?|还|(?:19|20)\d{2}年|全年|年内|本年度?|一年来|今年以?来?|截[至止](?:今年)?(?:年底|年末|12月底|12月31日)|我[省市区县局校]|全[省市区县局校]){0,3}(?:共计?|一共|总共)?/;
const trailing = /(?:共计?|合计|总计|达到?|了|约)$/;
/** What limits it. */
const limits =
  /其中|[上下]半年|季度|\d月|[年月]初|月[底末]|[上去前明后次]年|(?:19|20)\d{2}|十[一二三四]五|计划|目标|任务|拟|将|预计|力争|第[一二三四五六七八九\d]|[首末次两]轮|批|阶段|期间|针对|对于|面向|方面|联合|会同|配合|协助|每|平均|各|另|分别|先后|新增|再|以来|[：:“”《》]|比|较|由|从/u;
/** A place or a body ahead of what was done, or by which it was done. */
const places = /(?:省|市|区|县|镇|乡|村|街道|社区|片|局|站|所|队|园|公司|学校|企业|中心)/u;
const doers =
  /^\p{Script=Han}{1,5}(?:省|市|区|县|镇|乡|村|街道|社区|片|局|站|所|队|园|公司|学校|企业|中心)\p{Script=Han}{2}/u;

/** 组织安全培训 of 全年组织安全培训46期，. */
function chineseThing(text: string, figure: Quantity): string | undefined {
  const [start, end] = figure.span;
  if (!isHan(text.charCodeAt(start - 1)) || countsWhatFollows(text, figure)) return undefined;
  if (!/^(?:$|[，。；、\n])/.test(text.slice(end, end + 1))) return undefined;
  const sentence = tailOf(text, start, '。；\n');
  const clause = tailOf(text, start, '。；\n，、');
  const thing = clause.replace(fillers, '').replace(trailing, '');
  if (!/^\p{Script=Han}{4,16}$/u.test(thing)) return undefined;
  const ahead = sentence
    .slice(0, sentence.length - clause.length)
    .replaceAll(/截至年[底末]|全[省市区县局校]/g, '');
  const isLimited = limits.test(ahead) || places.test(ahead) || limits.test(thing) || doers.test(thing);
  return isLimited ? undefined : thing;
}
