import type { Edit, Language, Problem } from '../diagnostic.ts';
import type { Canonical } from './canonical.ts';
import { removeEntry } from './edit.ts';
import { keyName } from './grammar.ts';
import type { Entry, TreeNode } from './tree.ts';

/**
 * The problems of a draft that is to be turned into the other key set, with what has to turn along: its language, which is
 * that of the keys where it does not say one, and the address of the schema for editors.
 */
export function turnAlong(
  { keys, mostKeys, problems }: Canonical,
  text: string,
  root: TreeNode | undefined,
  is: string,
): readonly Problem[] {
  if (keys === mostKeys || root?.kind !== 'map') return problems;
  const along = [
    schemaEdit(text, keys),
    is === 'report' ? languageEdit(text, root.entries, keys, mostKeys) : undefined,
  ].filter((edit) => edit !== undefined);
  return problems.map((problem) => {
    if (problem.message !== 'keys-mixed' || problem.fix === undefined) return problem;
    const others = problem.fix.edits.filter(({ start, end }) =>
      along.every((edit) => end <= edit.start || start >= edit.end),
    );
    return { ...problem, fix: { ...problem.fix, edits: [...along, ...others] } };
  });
}

function schemaEdit(text: string, keys: Language): Edit | undefined {
  const [whole = '', , zh = ''] =
    /^((?:\uFEFF?#.*\r?\n)*?\uFEFF?#\s*yaml-language-server:\s*\$schema=\S*?(?:report|section))(\.zh)?\.schema\.json/.exec(
      text,
    ) ?? [];
  if (whole === '' || (zh !== '') === (keys === 'zh')) return undefined;
  const end = whole.length - '.schema.json'.length;
  return { start: end - zh.length, end, insert: zh === '' ? '.zh' : '' };
}

/** A draft that does not say its language has that of its keys: turned, it has to say it, and turned back it need not. */
function languageEdit(
  text: string,
  entries: readonly Entry[],
  keys: Language,
  mostKeys: Language,
): Edit | undefined {
  const said = entries.find(({ key }) => key.value === 'language' || key.value === keyName('language', 'zh'));
  if (said === undefined)
    return sayLanguage(text, entries[0]?.key.start ?? 0, keyName('language', keys), mostKeys);
  const { value } = said;
  const alone = /^[ \t]*(?:\r?\n|$)/.test(text.slice(value.end));
  return alone && value.kind === 'scalar' && value.value === keys ? removeEntry(text, said) : undefined;
}

/** A line before the first key, or an entry in braces; none where the key shares its line. */
function sayLanguage(text: string, at: number, name: string, language: Language): Edit | undefined {
  const indent = text.slice(text.lastIndexOf('\n', at - 1) + 1, at).replace('\uFEFF', '');
  const flow = /\{\s*$/.test(text.slice(0, at));
  if (!flow && indent.trim() !== '') return undefined;
  return {
    start: at,
    end: at,
    insert: flow
      ? `${name}: ${language}, `
      : `${name}: ${language}${/\r?\n/.exec(text)?.[0] ?? '\n'}${indent}`,
  };
}
