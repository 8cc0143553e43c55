import { parse } from 'acorn';
import { fullAncestor } from 'acorn-walk';
import { analyze } from 'eslint-scope';

/**
 * The constants of a file, one a statement, whose first value `isWanted`: name, where the statement stands, the value, and each
 * place where the constant is used, with what is around it, outermost first. Other things of the same name are not among them.
 */
export function moduleConstants(code, isWanted) {
  const tree = parse(code, { ecmaVersion: 'latest', sourceType: 'module', ranges: true });
  const scopes = analyze(tree, { ecmaVersion: 2022, sourceType: 'module' });
  const scope = scopes.acquire(tree, true);
  const around = new Map();
  fullAncestor(tree, (node, _, ancestors) => void around.set(node, [...ancestors]));
  const constants = [];
  for (const { type, kind, declarations, start, end } of tree.body) {
    if (type !== 'VariableDeclaration' || kind !== 'const' || declarations.length > 1) continue;
    const [{ id, init }] = declarations;
    if (id.type !== 'Identifier' || !isWanted(init)) continue;
    const uses = scope.set
      .get(id.name)
      .references.filter(({ init: isFirst }) => !isFirst)
      .map(({ identifier }) => ({ node: identifier, around: around.get(identifier) ?? [] }));
    constants.push({ name: id.name, start, end, init, uses });
  }
  return { constants, tree, around };
}

/** A text with some stretches of it replaced; of two at one place that take nothing away, the first stands first. */
export function edited(text, edits) {
  let made = '';
  let from = 0;
  for (const { start, end, text: put } of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    made += text.slice(from, start) + put;
    from = end;
  }
  return made + text.slice(from);
}
