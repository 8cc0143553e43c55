import { unzipSync, strFromU8 } from 'fflate';
import { SaxesParser } from 'saxes';
import { symbolOf } from '../src/importer/readers/docx/docx-symbols.ts';

const word =
  /^http:\/\/(?:schemas\.openxmlformats\.org|purl\.oclc\.org\/ooxml)\/(?:wordprocessingml|officeDocument)\/(?:2006\/)?(?:main|math)$/;
const signs: Readonly<Record<string, string>> = {
  tab: '\t',
  ptab: '\t',
  br: '\n',
  cr: '\n',
  noBreakHyphen: '-',
};

/** What each run of a part says, in the order in which the runs begin. Written apart from the reader, to hold it against. */
function runsIn(xml: string): string[] {
  const runs: string[] = [];
  const open: { readonly name: string; readonly run: number }[] = [];
  const parser = new SaxesParser({ xmlns: true });
  const add = (text: string): void => {
    const run = open.at(-1)?.run ?? -1;
    if (run !== -1) runs[run] += text;
  };
  parser.on('opentag', ({ uri, local, attributes }) => {
    const name = word.test(uri) ? local : '';
    const above = open.at(-1)?.run ?? -1;
    if (name === 'r') runs.push('');
    open.push({ name, run: name === 'r' ? runs.length - 1 : name === 'p' ? -1 : above });
    const value = (wanted: string): string =>
      Object.values(attributes).find((each) => each.local === wanted)?.value ?? '';
    add(name === 'sym' ? symbolOf(value('font'), value('char')) : (signs[name] ?? ''));
  });
  parser.on('text', (text) => {
    if (open.at(-1)?.name === 't') add(text);
  });
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  return runs;
}

/** What the runs of a Word file say, by the names of its parts. */
export function runsOf(docx: Uint8Array): ReadonlyMap<string, readonly string[]> {
  return new Map(
    Object.entries(unzipSync(docx)).flatMap(([name, bytes]) =>
      /^word\/[^/]+\.xml$/.test(name) ? [[name, runsIn(strFromU8(bytes))] as const] : [],
    ),
  );
}
