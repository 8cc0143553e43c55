import type { Words } from '../diagnostic.ts';
import type { LedgerRow } from './ledger-row.ts';
import type { Reason } from './light.ts';

/** A state of open targets that may end `report status` with 1: why a light is what it is, or the light itself. */
interface State {
  /** What comes behind how many there are. */
  readonly words: Words;
  readonly holds: (row: LedgerRow) => boolean;
}

const because =
  (...codes: readonly Reason['code'][]) =>
  ({ reasons }: LedgerRow): boolean =>
    reasons.some(({ code }) => codes.includes(code));

/** Every state, by the name that `--fail-on` takes. */
export const states = {
  overdue: { words: { en: 'overdue', zh: '超期' }, holds: because('overdue') },
  'due-soon': { words: { en: 'due soon', zh: '临近时限' }, holds: because('due-soon') },
  milestone: { words: { en: 'past a milestone', zh: '节点逾期' }, holds: because('milestone') },
  behind: {
    words: { en: 'behind time or beyond the level', zh: '进度落后或超出目标值' },
    holds: because('behind', 'beyond'),
  },
  missed: { words: { en: 'missed or met in part', zh: '未完成或部分完成' }, holds: because('missed') },
  stale: { words: { en: 'without a report of progress', zh: '没有报送进展' }, holds: because('stale') },
  red: { words: { en: 'with a red light', zh: '亮红灯' }, holds: ({ light }) => light === 'red' },
  yellow: {
    words: { en: 'with a yellow or red light', zh: '亮黄灯或红灯' },
    holds: ({ light }) => light === 'yellow' || light === 'red',
  },
} as const satisfies Readonly<Record<string, State>>;

export type StateName = keyof typeof states;

/** Whether a word names a state. */
export const isState = (word: string): word is StateName => Object.hasOwn(states, word);

const SHOWN = 10;

/** Which open targets are in a state, in a line; undefined where none is. */
export function inState(name: StateName, rows: readonly LedgerRow[]): Words | undefined {
  const { words, holds } = states[name];
  const found = rows.filter((row) => row.light !== 'closed' && holds(row));
  if (found.length === 0) return undefined;
  const shown = found
    .slice(0, SHOWN)
    .map(({ id, lead, due }) => ({ id, about: [lead, due].filter((part) => part !== '') }));
  const more = found.length - shown.length;
  const en = shown.map(({ id, about }) => (about.length > 0 ? `${id} (${about.join(', ')})` : id)).join('; ');
  const zh = shown
    .map(({ id, about }) => (about.length > 0 ? `${id}（${about.join('，')}）` : id))
    .join('、');
  return {
    en: `${found.length} ${found.length === 1 ? 'target' : 'targets'} ${words.en}: ${en}${more > 0 ? `; and ${more} more` : ''}`,
    zh: `${found.length}项${words.zh}：${zh}${more > 0 ? `等` : ''}`,
  };
}
