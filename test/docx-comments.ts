import { strFromU8, unzipSync } from 'fflate';
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

/** A part without the comments from an id on, and its neighbouring runs of the same properties joined. */
export function joined(node: Element, first: number): Element {
  const isAdded = (each: Element | string): boolean =>
    isElement(each) &&
    ((isMark(each) && idOf(each) >= first) ||
      (each.name.endsWith(':r') && each.children.length === 1 && each.children.some(isAdded)));
  const children: (Element | string)[] = [];
  for (const child of node.children) {
    if (isAdded(child)) continue;
    const own = isElement(child) ? joined(child, first) : child;
    const before = children.at(-1);
    if (typeof own === 'string' && typeof before === 'string') children.splice(-1, 1, before + own);
    else if (isElement(own) && before !== undefined && isElement(before) && isSameRun(before, own))
      children.splice(-1, 1, joinedRuns(before, own));
    else children.push(own);
  }
  return { ...node, children };
}

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

/** The comments of a Word file by their ids, with the words that they stand on. */
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
  walk(part('word/document.xml'));
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
