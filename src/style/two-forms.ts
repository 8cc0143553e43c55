import { mayStandInBody } from '../reading/names/body-characters.ts';
import type { Prose } from '../reading/prose.ts';
import type { Reading } from '../reading/reading.ts';
import type { Span } from '../quantity/value/formula.ts';
import {
  bodyNames,
  bracketedNames,
  endingsOf,
  isNamed,
  nameForms,
  quotedNames,
  withoutPlaceWord,
  type FormKind,
  type NameForm,
} from './name-forms.ts';

/** A form of a name at its place in a report. */
interface Placed extends Pick<NameForm, 'kind' | 'key' | 'form'> {
  readonly prose: Prose;
  readonly span: Span;
  /** Which text of the report it stands in. */
  readonly order: number;
}

/** One name in two forms: the rarer or later, and the other. */
export interface TwoForms {
  readonly kind: FormKind;
  readonly odd: Placed;
  readonly usual: Placed;
}

/** Names that the bodies and introductions of a report write in two forms. */
export function twoForms({ texts }: Reading): readonly TwoForms[] {
  const prose = texts.filter(({ part, path }) => part && /^(?:body|intro|title)$/.test(String(path.at(-1))));
  const placed = (forms: (text: Prose) => readonly NameForm[]): readonly Placed[] =>
    prose.flatMap((text, order) =>
      forms(text)
        .filter(({ span }) => text.isTyped(span))
        .map((form) => ({ ...form, prose: text, order })),
    );
  const bare = new Fours();
  const [quoted, bracketed] = [quotedNames, bracketedNames].map((read) => placed((text) => text.once(read)));
  for (const each of [...(quoted ?? []), ...(bracketed ?? [])]) if (each.kind !== 'letter') bare.add(each);
  return [
    ...[...unlike(placed((text) => text.once(nameForms)))].map(widened),
    ...[...bare.standingIn(prose)].map(widened),
    ...withPlaceWord(prose),
    ...byOneLetter(quoted ?? []),
  ];
}

/** Two forms with the characters beside them that both have, as far as those may belong to the name. */
function widened(two: TwoForms): TwoForms {
  if (two.kind !== 'joint' && two.kind !== 'bracket') return two;
  const [a, b] = [two.odd, two.usual];
  const shared = (first: number, other: number): boolean => {
    const char = a.prose.text.charAt(first);
    return char !== '' && char === b.prose.text.charAt(other) && mayStandInBody(a.prose.text, first);
  };
  let [left, right] = [0, 0];
  while (left < WIDER && shared(a.span[0] - left - 1, b.span[0] - left - 1)) left++;
  while (right < WIDER && shared(a.span[1] + right, b.span[1] + right)) right++;
  const wider = (form: Placed): Placed => ({ ...form, span: [form.span[0] - left, form.span[1] + right] });
  return { ...two, odd: wider(a), usual: wider(b) };
}
const WIDER = 6;

/** Forms of one key that differ: of each rarer form its first place, beside that of the most frequent. */
function* unlike(all: readonly Placed[]): Generator<TwoForms> {
  const byKey = new Map<string, Placed[]>();
  for (const each of all) add(byKey, `${each.kind} ${each.key}`, each);
  for (const forms of byKey.values()) {
    const counts = new Map<string, Placed[]>();
    for (const each of forms) add(counts, each.form, each);
    if (counts.size < 2) continue;
    const [usual, ...others] = [...counts.values()].sort((a, b) => b.length - a.length);
    for (const odd of others)
      if (odd[0] && usual?.[0]) yield { kind: odd[0].kind, odd: odd[0], usual: usual[0] };
  }
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

/** Names by their first four characters, sought in one pass over the texts. */
class Fours {
  readonly #names = new Map<string, Map<string, Placed[]>>();
  /** What they begin with: most places are passed by that. */
  readonly #firsts = new Set<number>();

  add(form: Placed): void {
    const four = form.key.slice(0, 4);
    this.#firsts.add(four.charCodeAt(0));
    const names = this.#names.get(four) ?? new Map<string, Placed[]>();
    this.#names.set(four, names);
    add(names, form.key, form);
  }

  /** The first place of each name where it stands bare and in its other form further down, or anywhere where that is one with a bracket. */
  *standingIn(texts: readonly Prose[]): Generator<TwoForms> {
    if (this.#names.size === 0) return;
    const told = new Set<string>();
    for (const [order, prose] of texts.entries()) {
      if (prose.path.at(-1) === 'title') continue;
      const { text } = prose;
      for (let at = 0; at + 4 <= text.length; at++) {
        if (!this.#firsts.has(text.charCodeAt(at))) continue;
        for (const [name, forms] of this.#names.get(text.slice(at, at + 4)) ?? []) {
          if (told.has(name) || !text.startsWith(name, at)) continue;
          const span: Span = [at, at + name.length];
          const odd = forms.findLast(
            (form) =>
              form.kind === 'bracket' || form.order > order || (form.order === order && form.span[0] > at),
          );
          if (!odd || !prose.isTyped(span) || !isBare(text, span, odd.kind)) continue;
          told.add(name);
          yield { kind: odd.kind, odd: { ...odd, form: name, prose, span, order }, usual: odd };
        }
      }
    }
  }
}

/** Whether a name stands by itself: neither in quotes nor in a title, and where it would be quoted, as the name of something. */
function isBare(text: string, [start, end]: Span, kind: FormKind): boolean {
  const before = text.slice(Math.max(0, start - 60), start);
  if (
    before.lastIndexOf('《') > before.lastIndexOf('》') ||
    before.lastIndexOf('“') > before.lastIndexOf('”')
  )
    return false;
  return kind === 'bracket' || isNamed(text, end);
}

/** 江门智慧平台 beside 江门市智慧平台. */
function* withPlaceWord(texts: readonly Prose[]): Generator<TwoForms> {
  const names = texts.flatMap((prose, order) =>
    prose.once(bodyNames).map((span) => ({ prose, order, span, name: prose.text.slice(...span) })),
  );
  const full = new Map<string, Placed>();
  for (const { prose, order, span, name } of names)
    for (const [key, form] of withoutPlaceWord(name))
      if (!full.has(key))
        full.set(key, { kind: 'place', key, form, prose, order, span: [span[1] - form.length, span[1]] });
  if (full.size === 0) return;
  const told = new Set<string>();
  for (const { prose, order, span, name } of names)
    for (const form of endingsOf(name)) {
      const usual = full.get(form);
      if (usual === undefined || told.has(form)) continue;
      told.add(form);
      yield {
        kind: 'place',
        odd: { kind: 'place', key: form, form, prose, order, span: [span[1] - form.length, span[1]] },
        usual,
      };
    }
}

/** Signs that tell two things apart: numbers, levels, sides, sizes. */
const telling =
  /[〇一二三四五六七八九十百千万两零\d省市县区镇乡村街国州东南西北中上下左右内外前后大小新老旧高低初男女父母师生正副主次分总甲乙丙丁戊春夏秋冬]/;

/** Names in quotes, one of which stands several times, and the other once with one character more, less or other. */
function* byOneLetter(quoted: readonly Placed[]): Generator<TwoForms> {
  const counts = new Map<string, Placed[]>();
  for (const each of quoted) if (each.key.length >= 6) add(counts, each.key, each);
  const byRest = new Map<string, { readonly name: string; readonly letter: string }[]>();
  for (const name of counts.keys()) {
    add(byRest, name, { name, letter: '' });
    for (let at = 1; at < name.length; at++)
      add(byRest, `${name.slice(0, at)}${name.slice(at + 1)}`, { name, letter: name.charAt(at) });
  }
  const told = new Set<string>();
  for (const alike of byRest.values()) {
    const names = [...new Map(alike.map((each) => [each.name, each])).values()].slice(0, 4);
    if (names.length !== 2 || alike.some(({ letter }) => telling.test(letter))) continue;
    const [usual, odd] = names.map(({ name }) => counts.get(name) ?? []).sort((a, b) => b.length - a.length);
    if (!odd?.[0] || !usual?.[0] || odd.length > 1 || usual.length < 2 || told.has(odd[0].key)) continue;
    told.add(odd[0].key);
    yield {
      kind: 'letter',
      odd: { ...odd[0], form: odd[0].key },
      usual: { ...usual[0], form: usual[0].key },
    };
  }
}
