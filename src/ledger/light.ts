import type { Words } from '../diagnostic.ts';

/** Green is on course, yellow at risk, red overdue: the colours of supervision ledgers. */
export type Light = 'green' | 'yellow' | 'red';

/** A sign and a word for each light, so that colour says nothing by itself. */
export const lightNames: Readonly<Record<Light, Words>> = {
  red: { en: '■ red', zh: '■ 红' },
  yellow: { en: '▲ yellow', zh: '▲ 黄' },
  green: { en: '● green', zh: '● 绿' },
};

/** Why a light is what it is, or what else there is to know. */
export interface Reason extends Words {
  readonly code:
    | 'by-hand'
    | 'computed'
    | 'overdue'
    | 'missed'
    | 'due-soon'
    | 'milestone'
    | 'behind'
    | 'beyond'
    | 'stale'
    | 'on-course'
    | 'reached'
    | 'unanswered'
    | 'silent'
    | 'revised'
    | 'ahead'
    | 'taken-up';
}

export interface Lit {
  readonly light: Light;
  /** First what made the light, then what else there is to know; never empty. */
  readonly reasons: readonly Reason[];
}

/**
 * The day that is looked from; how many days before its due date a target turns yellow; and after how many days without
 * progress, 0 for never.
 */
export interface LightSettings {
  readonly on: string;
  readonly days: number;
  readonly stale: number;
}
