import type { Language } from '../../diagnostic.ts';
import { plainText, type Block, type Composition, type Inline } from '../block.ts';
import { parseBody } from '../body.ts';
import { Notes } from '../notes.ts';

/** What a number of a title is, in a page that we wrote: 一、 or 1. and a space. */
const numbered = /^([一二三四五六七八九十]+、|\d+\. )/;

/** A page of Markdown that was written here, with one title and numbered sections, as a document to be printed in another format. */
export function documentOfMarkdown(markdown: string, language: Language): Composition {
  const read = (text: string): Block[] =>
    parseBody([{ kind: 'text', text }], { language, notes: new Notes() }).map(decoded);
  const line = (text: string): readonly Inline[] => {
    const [block] = read(text);
    return block?.kind === 'paragraph' ? block.text : [{ kind: 'text', text }];
  };
  const [opening = '', ...sections] = markdown.split(/^## /m);
  const [first = '', ...intro] = opening.split('\n');
  const title = first.replace(/^# /, '');
  const blocks = sections.flatMap((section, index): Block[] => {
    const [head = '', ...rest] = section.split('\n');
    const [number = ''] = numbered.exec(head) ?? [];
    const heading = { level: 2, depth: 0, grade: 1, id: `section-${index + 1}`, label: '', number };
    return [
      { kind: 'heading', ...heading, title: line(head.slice(number.length)) },
      ...read(rest.join('\n')),
    ];
  });
  return {
    language,
    tag: language === 'zh' ? 'zh-CN' : 'en',
    stamps: [],
    title: [{ kind: 'text', text: plainText(line(title)) }],
    documentNumber: '',
    blocks: [...read(intro.join('\n')), ...blocks],
  };
}

const characters: Readonly<Record<string, string>> = {
  lt: '<',
  amp: '&',
  '#58': ':',
  '#46': '.',
  '#91': '[',
  '#93': ']',
};

/** References to characters, which our Markdown writes so that nothing is markup, as the characters. */
function decoded<T>(thing: T): T {
  if (Array.isArray(thing)) return thing.map((each: unknown) => decoded(each)) as T;
  if (typeof thing !== 'object' || thing === null || thing instanceof Uint8Array) return thing;
  return Object.fromEntries(
    Object.entries(thing).map(([key, value]: [string, unknown]) => [
      key,
      key === 'text' && typeof value === 'string'
        ? value.replace(/&(lt|amp|#58|#46|#91|#93);/g, (_, name: string) => characters[name] ?? '')
        : decoded(value),
    ]),
  ) as T;
}
