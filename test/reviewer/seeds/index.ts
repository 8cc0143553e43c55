import { passageOf, unmarked, type Passage } from '../passages.ts';
import { filled } from '../../personal-numbers.ts';
import { changes } from './changes.ts';
import { dates } from './dates.ts';
import { Dice, type Patterns } from './dice.ts';
import { documents } from './documents.ts';
import { levels } from './levels.ts';
import { measures } from './measures.ts';
import { more } from './more.ts';
import { order } from './order.ts';
import { repeats } from './repeats.ts';
import { tables } from './tables.ts';

/** Every kind with its builds. */
export const patterns: Readonly<Record<string, Patterns>> = Object.fromEntries(
  Object.entries({
    ...dates,
    ...order,
    ...documents,
    ...changes,
    ...measures,
    ...levels,
    ...repeats,
    ...tables,
  }).map(([kind, { zh = [], en = [], setting }]) => [
    kind,
    {
      zh: [...zh, ...(more[kind]?.zh ?? [])],
      en: [...en, ...(more[kind]?.en ?? [])],
      ...(setting && { setting }),
    },
  ]),
);

/** How many faults are seeded of a kind in a language. */
export const SEEDED = 48;

/** The faults of a kind in a language, each with its sound twin. */
export function seededOf(
  kind: string,
  language: 'zh' | 'en',
): readonly (readonly [wrong: Passage, sound: Passage])[] {
  const builds = patterns[kind]?.[language] ?? [];
  if (builds.length === 0) return [];
  const seen = new Set<string>();
  const pairs: (readonly [Passage, Passage])[] = [];
  for (let at = 0; pairs.length < SEEDED; at++) {
    if (at > SEEDED * 20) throw new Error(`${kind} ${language}: the builds give too few passages`);
    const build = builds[at % builds.length];
    if (build === undefined) continue;
    const [wrong, sound] = [true, false].map((bad) => {
      const made = build(new Dice(`${kind} ${language} ${at}`), bad);
      const { text = '', setting, draft } = typeof made === 'string' ? { text: made } : made;
      return draft === undefined
        ? passageOf(kind, language, bad, text, { ...patterns[kind]?.setting, ...setting })
        : { kind, language, wrong: bad, ...unmarked(filled(draft)) };
    });
    if (wrong === undefined || sound === undefined || seen.has(wrong.draft)) continue;
    seen.add(wrong.draft);
    pairs.push([wrong, sound]);
  }
  return pairs;
}
