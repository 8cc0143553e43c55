import { join } from 'node:path';
import { analyse } from 'scslre';
import { afterAll, expect, it } from 'vitest';
import { literalsOf, modules, src, type Pattern } from './literals.ts';

const builtIn = globalThis.RegExp;
afterAll(() => {
  globalThis.RegExp = builtIn;
});

/** The regular expressions that modules put together when they are loaded. */
async function composedIn(names: readonly string[]): Promise<Pattern[]> {
  const found: Pattern[] = [];
  globalThis.RegExp = new Proxy(builtIn, {
    construct(target, given: [string, string?]) {
      const made = Reflect.construct(target, given) as RegExp;
      // packages that modules import make their own
      if (!(new Error().stack ?? '').split('\n')[2]?.includes('node_modules'))
        found.push({ source: made.source, flags: made.flags });
      return made;
    },
  });
  for (const name of names) await import(join(src, name));
  globalThis.RegExp = builtIn;
  return found;
}

/** Where the text is cut to some hundred characters before it is searched, more than linear cost is bounded as well. */
const onShortTexts: readonly string[] = [
  // the words of a clause before a figure: 40 to 160 characters
  '(?:[为达到共有是仅已计',
  '(?:，)?(?:同比|比上年|较上年|也|均',
  '(?: |\\b(?:was|were|is|are|of|to|at|by|in|from|the|a|an|about|only',
  // 120 characters before a figure
  '截[至止]到?|(?:19|20)',
  '(?:[为达是有共已仅约计即至到了的也则均]',
  // 200 characters before a figure
  '(?:[\\s:：了]|(?<!公)共',
  '\\b(?:was|were|reached|totall?ed|stood at) ',
  '^ in ((?:[a-z][a-z-]+ ?){1,4})',
  '(?:组织|开展|举办|设立',
  // 80 characters before a value, and of a line
  '&[^\\s,[\\]{}]+\\s+$',
  '^[-—–－‒―−•●▪]+[ \\t\\u3000]*[^\\s:：]',
  // a key of at most 40 characters
  '^([ \\t\\u3000]*)((?:[—–－‒―−•●▪]+[ \\t\\u3000]*|-(?=[^\\s-])|-[ \\t]+)?)([^：:\\n"\'{[#]{1,40}?)',
  // the digits of one number
  '\\.?0+$',
  '\\B(?=(?:\\d{3})+$)',
];

it('no regular expression costs more than its text is long', async () => {
  const literals = (
    await Promise.all(
      modules.map(async (name) => (await literalsOf(name)).map((pattern) => ({ name, ...pattern }))),
    )
  ).flat();
  const composed = (await composedIn(modules)).map((pattern) => ({ name: 'composed', ...pattern }));
  expect(literals.length).toBeGreaterThan(400);
  expect(composed.length).toBeGreaterThan(8);
  const costly = [...literals, ...composed].flatMap(({ name, source, flags }) => {
    const { reports } = analyse({ source, flags }, { reportTypes: { Move: true, Self: true, Trade: true } });
    const worst = reports.find(({ exponential }) => exponential) ?? reports[0];
    return worst && (worst.exponential || !onShortTexts.some((start) => source.startsWith(start)))
      ? [`${name}: ${source.slice(0, 80)} (${worst.exponential ? 'exponential' : worst.type})`]
      : [];
  });
  expect(costly).toEqual([]);
});

it('the check itself sees what is costly', () => {
  const typesOf = (source: string): string[] =>
    analyse({ source, flags: '' }, { reportTypes: { Move: true } }).reports.map(({ type }) => type);
  expect(typesOf('a+$')).toEqual(['Move']);
  expect(typesOf('^\\s*(?:a*)\\s*$')).toEqual(['Trade']);
  expect(typesOf('^(?:a+)+$')).toEqual(['Self']);
  expect(typesOf('^a+$')).toEqual([]);
});
