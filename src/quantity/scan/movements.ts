import { isSpaceAt } from '../characters.ts';
import type { Movement } from '../value/quantity.ts';
import { Suffixes } from '../word-table.ts';

/** Verbs of change. */
const verbs = new Suffixes<Movement['direction'] | undefined>(() => [
  ['up', '提升', '造 建 治 修 化'],
  ['up', '增长 增加 上升 提高 上涨 攀升 递增 增 涨 扩大 延长 上调 增产 多 高出'],
  ['up', 'rose risen increase increased grew grown climbed up raised'],
  // what makes up a third of a whole has not risen
  [undefined, 'made_up make_up makes_up making_up'],
  ['down', '下降 减少 降低 回落 下滑 缩减 缩小 收窄 压减 缩短 压缩 压降 下调 减产 降 减 跌 少 低'],
  ['down', 'fell fallen decrease decreased decline declined dropped down cut reduced'],
]);

/** What leads from a verb of change to what was reached. */
const toward = new Suffixes<undefined>(() => [[undefined, '到 至 为 _to']]);

/** The change that the words before a place tell, no more than white space between, and none of them before `floor`. */
export function movementBefore(text: string, at: number, floor: number): Movement | undefined {
  let end = at;
  while (end > floor && isSpaceAt(text, end - 1)) end--;
  const link = toward.before(text, end, floor)?.word;
  const reached = link === undefined ? undefined : verbs.before(text, end - link.length, floor);
  if (reached?.value)
    return reached.word === 'up' && link === ' to' ? undefined : { direction: reached.value, to: true };
  const by = text.endsWith(' by', end) ? verbs.before(text, Math.max(floor, end - 3), floor) : undefined;
  const verb = by ?? verbs.before(text, end, floor);
  return verb?.value && { direction: verb.value, to: false };
}
