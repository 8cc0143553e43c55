import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { SaxesParser } from 'saxes';

/** An element of a part, or a text. Written apart from what annotates, to hold it against. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
}

/** The tree of a part. */
export function treeOf(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [] };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const made: Element = { name, attributes: { ...attributes }, children: [] };
    open.at(-1)?.children.push(made);
    open.push(made);
  });
  const add = (text: string): void => void open.at(-1)?.children.push(text);
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', () => void open.pop());
  parser.write(xml.replace(/^\ufeff/, '')).close();
  return root;
}

const isElement = (node: Element | string): node is Element => typeof node !== 'string';
const nameOf = (node: Element | string | undefined): string =>
  node === undefined || typeof node === 'string' ? '' : node.name;
const idOf = ({ attributes }: Element): number =>
  Number(Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1]);
const isMark = (node: Element | string): node is Element =>
  /:comment(?:RangeStart|RangeEnd|Reference)$/.test(nameOf(node));

/** Who writes the comments and revisions that are looked at. */
export const OURS = 'report';
const isOurs = (node: Element | string, name: 'ins' | 'del'): node is Element =>
  isElement(node) && node.name.endsWith(`:${name}`) && authorOf(node) === OURS;
const authorOf = ({ attributes }: Element): string | undefined =>
  Object.entries(attributes).find(([name]) => name.endsWith(':author'))?.[1];

/** A part whose own revisions are all taken, or all refused. */
export function settled(node: Element, how: 'accept' | 'reject'): Element {
  const [gone, stays] = how === 'accept' ? (['del', 'ins'] as const) : (['ins', 'del'] as const);
  const children = node.children.flatMap((child): (Element | string)[] => {
    if (!isElement(child)) return [child];
    if (isOurs(child, gone)) return [];
    const own = settled(child, how);
    return isOurs(child, stays) ? own.children.map(restored) : [own];
  });
  return { ...node, children };
}

/** A run that was to go, as it was. */
const restored = (node: Element | string): Element | string =>
  isElement(node)
    ? { ...node, name: node.name.replace(/delText$/, 't'), children: node.children.map(restored) }
    : node;

const asXml = (node: Element | string): string => {
  const escape = (text: string): string =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll('\n', '&#10;');
  if (!isElement(node)) return escape(node);
  if (node.name === '') return node.children.filter(isElement).map(asXml).join('');
  const inner = node.children.map(asXml).join('');
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escape(value)}"`);
  return `<${node.name}${attributes.join('')}>${inner}</${node.name}>`;
};

/** A Word file whose own revisions are all taken, or all refused. */
export const settledFile = (docx: Uint8Array, how: 'accept' | 'reject'): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(unzipSync(docx)).map(([name, bytes]) =>
        /^word\/(?:document|footnotes|endnotes)\.xml$/.test(name)
          ? [name, strToU8(asXml(settled(treeOf(strFromU8(bytes)), how)))]
          : [name, bytes],
      ),
    ),
  );

/** A part without the comments from an id on and without its own revisions, and its neighbouring runs of the same properties joined. */
export function joined(node: Element, first: number): Element {
  return joinedIn(settled(node, 'reject'), first);
}

function joinedIn(node: Element, first: number): Element {
  const isAdded = (each: Element | string): boolean =>
    isElement(each) &&
    ((isMark(each) && idOf(each) >= first) ||
      (each.name.endsWith(':r') && each.children.length === 1 && each.children.some(isAdded)));
  const children: (Element | string)[] = [];
  for (const child of node.children) {
    if (isAdded(child)) continue;
    // between the pieces of a run
    if (node.name.endsWith(':r') && typeof child === 'string' && child.trim() === '') continue;
    const own = isElement(child) ? joinedIn(child, first) : child;
    const before = children.at(-1);
    if (typeof own === 'string' && typeof before === 'string') children.splice(-1, 1, before + own);
    else if (isElement(own) && before !== undefined && isElement(before) && isSameRun(before, own))
      children.splice(-1, 1, joinedRuns(before, own));
    else if (isElement(own) && before !== undefined && isElement(before) && isSameInsertion(before, own))
      children.splice(-1, 1, joinedIn({ ...before, children: [...before.children, ...own.children] }, first));
    else if (isElement(own) && before !== undefined && isElement(before) && isSameText(before, own))
      children.splice(-1, 1, { ...before, children: [[...before.children, ...own.children].join('')] });
    else children.push(own);
  }
  return { ...node, children };
}

const isSameText = (a: Element, b: Element): boolean => a.name.endsWith(':t') && a.name === b.name;

/** Whether an insertion of somebody goes on in the next. */
const isSameInsertion = (a: Element, b: Element): boolean =>
  a.name.endsWith(':ins') && a.name === b.name && withoutId(a) === withoutId(b);
const withoutId = ({ attributes }: Element): string =>
  JSON.stringify(Object.entries(attributes).filter(([name]) => !name.endsWith(':id')));

const propertiesOf = ({ children }: Element): string =>
  JSON.stringify(children.filter((each) => nameOf(each).endsWith(':rPr')));

const isSameRun = (a: Element, b: Element): boolean =>
  a.name.endsWith(':r') &&
  a.name === b.name &&
  JSON.stringify(a.attributes) === JSON.stringify(b.attributes) &&
  propertiesOf(a) === propertiesOf(b);

function joinedRuns(a: Element, b: Element): Element {
  const more = b.children.filter((each) => !nameOf(each).endsWith(':rPr'));
  const [last, next] = [a.children.at(-1), more[0]];
  if (
    last === undefined ||
    next === undefined ||
    !isElement(last) ||
    !isElement(next) ||
    !last.name.endsWith(':t') ||
    last.name !== next.name
  )
    return { ...a, children: [...a.children, ...more] };
  const text = { ...last, children: [[...last.children, ...next.children].join('')] };
  return { ...a, children: [...a.children.slice(0, -1), text, ...more.slice(1)] };
}

/** Whether blanks of a text stay, which a cut at one has to say, told apart. */
export const withoutSpace = (tree: Element): string =>
  JSON.stringify(tree, (key, value: unknown) => (key === 'xml:space' ? undefined : value));

export interface ReadComment {
  readonly author: string;
  readonly date: string | undefined;
  readonly lines: readonly string[];
  /** The words that it stands on. */
  readonly on: string;
}

/** The comments of a Word file by their ids, with the words that they stand on, as they were before its own revisions. */
export function commentsOf(docx: Uint8Array): ReadonlyMap<number, ReadComment> {
  const parts = unzipSync(docx);
  const part = (name: string): Element => treeOf(strFromU8(parts[name] ?? new Uint8Array()) || '<none/>');
  const on = new Map<number, string>();
  const open = new Set<number>();
  const referred = new Set<number>();
  const signs: Readonly<Record<string, string>> = {
    tab: '\t',
    br: '\n',
    cr: '\n',
    noBreakHyphen: '-',
    ptab: '\t',
  };
  const add = (text: string): void => open.forEach((id) => on.set(id, (on.get(id) ?? '') + text));
  const walk = (node: Element): void => {
    const local = node.name.slice(node.name.indexOf(':') + 1);
    if (local === 'commentRangeStart') open.add(idOf(node));
    else if (local === 'commentRangeEnd') open.delete(idOf(node));
    else if (local === 'commentReference') referred.add(idOf(node));
    else if (local === 't') add(node.children.join(''));
    else if (local in signs) add(signs[local] ?? '');
    if (local !== 't' && local !== 'tabs') node.children.filter(isElement).forEach(walk);
  };
  walk(settled(part('word/document.xml'), 'reject'));
  if (open.size > 0) throw new Error(`${[...open].join(', ')} never end`);
  const textIn = (node: Element | string): string =>
    isElement(node) ? node.children.map(textIn).join('') : node;
  const all = (part('word/comments.xml').children.find(isElement)?.children ?? []).filter(isElement);
  return new Map(
    all.map((comment) => {
      const id = idOf(comment);
      if (!referred.has(id)) throw new Error(`nothing refers to comment ${id}`);
      const { 'w:author': author = '', 'w:date': date } = comment.attributes;
      return [
        id,
        { author, date, lines: comment.children.filter(isElement).map(textIn), on: on.get(id) ?? '' },
      ];
    }),
  );
}
