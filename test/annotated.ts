import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect } from 'vitest';
import { readDocx } from '../src/importer/readers/docx/read-docx.ts';
import { folder, report } from './cli.ts';
import { commentsOf, joined, settledFile, treeOf, withoutSpace, type ReadComment } from './docx-comments.ts';
import { paragraph, run, zipOf } from './docx-file.ts';
import { runsOf } from './docx-runs.ts';

export const author = { name: 'report', date: undefined };
export const document = 'word/document.xml';
/** The parts that carry the text. */
const carriers = new Set([document, 'word/footnotes.xml', 'word/endnotes.xml']);
export const head = paragraph(run('某馆2017年工作总结'), '<w:pStyle w:val="Title"/>');
export const chapter = paragraph(run('一、工作情况'), '<w:pStyle w:val="Heading1"/>');

/** Holds a copy against its document: nothing but comments is new, part by part. */
export function holdSame(before: Uint8Array, after: Uint8Array): void {
  const [old, made] = [unzipSync(before), unzipSync(after)];
  const isOwn = (name: string): boolean =>
    /^word\/comments\d*\.xml$|^\[Content_Types\]\.xml$|^word\/_rels\/document\.xml\.rels$/.test(name);
  for (const name of new Set([...Object.keys(old), ...Object.keys(made)])) {
    if (carriers.has(name)) continue;
    const [was, is] = [old[name], made[name]];
    if (!isOwn(name)) expect(Buffer.from(is ?? []).equals(Buffer.from(was ?? [])), name).toBe(true);
    // what was there stands there still, around what is added
    else if (was) expect(isKept(strFromU8(was), strFromU8(is ?? new Uint8Array())), name).toBe(true);
  }
  const ids = [...commentsOf(before).keys(), -1];
  const first = Math.max(...ids) + 1;
  for (const name of carriers) {
    const tree = (parts: Record<string, Uint8Array>): string | undefined =>
      parts[name] && withoutSpace(joined(treeOf(strFromU8(parts[name])), first));
    expect(tree(made)).toBe(tree(old));
  }
  const blocks = (docx: Uint8Array): unknown =>
    readDocx(docx).blocks.map((block) => (block.kind === 'table' ? block.rows : block.text));
  expect(blocks(settledFile(after, 'reject'))).toEqual(blocks(before));
}

/** Whether a text is another one with something put in at one place. */
function isKept(before: string, after: string): boolean {
  if (before === after) return true;
  // an outermost element that was empty has an end tag then
  const empty = /\s*\/>\s*$/.exec(before);
  if (empty) return after.startsWith(`${before.slice(0, empty.index)}>`);
  let same = 0;
  while (same < before.length && before[same] === after[same]) same++;
  return after.endsWith(before.slice(same));
}

export async function annotated(
  docx: Uint8Array,
  ...more: readonly string[]
): Promise<{ code: number; copy: Uint8Array; comments: readonly ReadComment[] }> {
  const cwd = folder({ 'a.docx': docx });
  const { code, stderr } = await report(cwd, [
    'lint',
    'a.docx',
    '--annotate',
    'b.docx',
    '--lang',
    'zh',
    ...more,
  ]);
  expect(stderr).toContain('已写好 b.docx');
  expect(readFileSync(join(cwd, 'a.docx'))).toEqual(Buffer.from(docx));
  const copy = new Uint8Array(readFileSync(join(cwd, 'b.docx')));
  holdSame(docx, copy);
  return { code, copy, comments: [...commentsOf(copy).values()] };
}

/** What each run of the text of a Word file says, of those that can be cut. */
export function looseRuns(docx: Uint8Array): { readonly at: number; readonly text: string }[] {
  const texts = runsOf(docx).get(document) ?? [];
  const loose: boolean[] = [];
  const walk = (node: ReturnType<typeof treeOf>, isHeld: boolean): boolean => {
    const isRun = /^(?:\w+:)?r$/.test(node.name) && !node.name.startsWith('a:');
    const index = isRun ? loose.push(!isHeld) - 1 : -1;
    const holds = isHeld || isRun || /:oMath(?:Para)?$/.test(node.name);
    const inner = node.children.filter((each) => typeof each !== 'string').map((each) => walk(each, holds));
    const isSkipped = inner.includes(true) || /:(?:AlternateContent|delText|sym)$/.test(node.name);
    if (isRun && isSkipped) loose[index] = false;
    return isRun || isSkipped;
  };
  walk(treeOf(strFromU8(unzipSync(docx)[document] ?? new Uint8Array())), false);
  return texts.flatMap((text, at) => (loose[at] && text !== '' ? [{ at, text }] : []));
}

/** Whether a place is between the two halves of a sign. */
export const isHalf = (text: string, at: number): boolean => /^[\udc00-\udfff]/.test(text.slice(at));

/** A Word file that other programs open as well: with the types of its parts, and relations to those that it has. */
export function whole(docx: Uint8Array): Uint8Array {
  const { 'word/numbering.xml': _, ...parts } = unzipSync(docx);
  const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
  const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const overrides = [
    ['document', 'document.main'],
    ['styles', 'styles'],
  ].map(([name, type]) => `<Override PartName="/word/${name}.xml" ContentType="${word}.${type}+xml"/>`);
  return zipOf({
    ...parts,
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${types}/styles" Target="styles.xml"/></Relationships>`,
  });
}
