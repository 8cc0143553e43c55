import { Traced } from './traced.ts';

/** What normalising did to a text, for the message on it. */
export interface Normalised {
  readonly text: string;
  readonly done: readonly Normalisation[];
}

export type Normalisation =
  'punctuation' | 'radicals' | 'percent' | 'ratio' | 'subscript' | 'line-ends' | 'controls';

/** A text without control characters, which no renderer prints; those that end a line or a page do that as a line feed. */
export const withPlainControls = (text: string): string => withoutControlsIn(new Traced(text)).text;

/** The same of a text with its origin. */
export const withoutControlsIn = (text: Traced): Traced =>
  text
    .replaceAll(/[\v\f]/g, () => '\n')
    .replaceAll(/[\0-\x08\x0E-\x1F\x7F-\x84\x86-\x9F\uFFFE\uFFFF]/g, () => '');

/** CJK radicals (U+2E80–2EF3) that PDF puts in place of characters and that NFKC leaves alone; those of U+2F00–2FD5 it maps. */
const radicals: Readonly<Record<string, string>> = Object.fromEntries(
  '⺁厂⺄乙⺆冂⺇几⺈刀⺋卩⺍小⺎兀⺏尢⺓幺⺕彐⺗心⺘手⺙攵⺛无⺜日⺝月⺞歹⺟母⺠民⺡氵⺢氺⺣灬⺤爪⺥爪⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糸⺰纟⺱网⺲罒⺳网⺶羊⺷羊⺸羊⺹老⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃西⻄西⻅见⻆角⻇角⻈讠⻉贝⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑长⻒长⻓长⻔门⻕阝⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟食⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫齐⻬齐⻭齿⻮齿⻯龙⻰龙⻱龟⻲龟⻳龟'
    .match(/../gu)
    ?.map((pair) => [...pair] as [string, string]) ?? [],
);

const folded: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '(': '（',
  ')': '）',
  '!': '！',
  '?': '？',
};

/**
 * Mends what copying out of web pages and PDF does to Chinese text, and nothing else: radicals in place of characters,
 * full-width per cent signs, colons of ratios, a subscript on a line of its own (PM2.5), and the full-width punctuation
 * of a text that has lost all of it.
 */
export function normalise(text: string): Normalised {
  const { text: traced, done } = normaliseTraced(new Traced(text));
  return { text: traced.text, done };
}

/** The same of a text with its origin. */
export function normaliseTraced(text: Traced): {
  readonly text: Traced;
  readonly done: readonly Normalisation[];
} {
  const done: Normalisation[] = [];
  const step = (name: Normalisation, from: Traced, to: Traced): Traced => {
    if (from.text !== to.text) done.push(name);
    return to;
  };
  let now = step(
    'line-ends',
    text,
    text.replaceAll(/\r\n?|[\u0085\u2028\u2029]/g, () => '\n').replaceAll(/^\uFEFF/g, () => ''),
  );
  now = step(
    'radicals',
    now,
    now.replaceAll(/[\u2E80-\u2EF3\u2F00-\u2FD5]/g, (found) => radicals[found] ?? found.normalize('NFKC')),
  );
  now = step(
    'percent',
    now,
    now.replaceAll(/％/g, () => '%'),
  );
  now = step(
    'ratio',
    now,
    now.replaceAll(/(?<=\d ?)[∶︰](?= ?\d)/g, () => '：'),
  );
  now = step(
    'subscript',
    now,
    now.replaceAll(
      /\bPM(?:_|[ \t]*\n[ \t]*|[ \t]+)(2\.5|10)(?:[ \t]*\n(?=[\p{Script=Han}，。、]))?/gu,
      (_, __, [number = '']) => `PM${number}`,
    ),
  );
  return { text: isFolded(now.text) ? step('punctuation', now, unfold(now)) : now, done };
}

/** Whether a Chinese text has lost all its full-width commas, colons and brackets, and only these. */
function isFolded(text: string): boolean {
  if (/[，；：（）！？]/.test(text)) return false;
  return (text.match(/\p{Script=Han}[,;:()!?]|[,;:()!?]\p{Script=Han}/gu)?.length ?? 0) >= 5;
}

/** Gives punctuation beside Chinese its full width again; that within figures, times, addresses and Latin words stays. */
const unfold = (text: Traced): Traced =>
  text.replaceAll(/[,;:()!?]/g, (mark, at) => {
    const [before, after] = [text.text[at - 1] ?? '', text.text[at + 1] ?? ''];
    return beside.test(before) || beside.test(after) ? (folded[mark] ?? mark) : mark;
  });

const beside = /[\p{Script=Han}\u3000-\u303F\uFF01-\uFF5E“”‘’—…%]/u;
