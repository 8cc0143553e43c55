import { parse } from 'acorn';
import { ancestor, full } from 'acorn-walk';

/**
 * Code in which constants of modules that are costly to make (expressions, sets, maps) are made where they are first used, and
 * not when the file is loaded: a run uses one in four. To make one does nothing else, and what it is made of never changes. One
 * whose name stands for something else as well, somewhere in the file, stays as it is.
 */
export function withLazyConstants(code) {
  const tree = parse(code, { ecmaVersion: 'latest' });
  const constants = costlyConstants(tree);
  ancestor(tree, {
    Identifier(node, _, ancestors) {
      constants.get(node.name)?.uses.push({ ...node, isShort: ancestors.at(-2)?.shorthand === true });
    },
  });
  const edits = [];
  for (const [name, { start, end, init, uses }] of constants) {
    const isOnce = init.type === 'Literal' && uses.length === 1;
    const made = isOnce ? `(${name}??=${code.slice(init.start, init.end)})` : `${name}$made()`;
    if (isOnce) edits.push({ start, end, text: `let ${name};` });
    else
      edits.push(
        { start, end: init.start, text: `let ${name};function ${name}$made(){return ${name}??=` },
        { start: init.end, end, text: '}' },
      );
    for (const { isShort, ...use } of uses) edits.push({ ...use, text: isShort ? `${name}:${made}` : made });
  }
  let text = '';
  let from = 0;
  for (const edit of edits.sort((a, b) => a.start - b.start)) {
    text += code.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  return text + code.slice(from);
}

/** The constants of a file that are costly to make, by name, with where they are declared. */
function costlyConstants(tree) {
  const declared = new Map();
  full(tree, ({ name }, _, type) => {
    if (type === 'VariablePattern') declared.set(name, (declared.get(name) ?? 0) + 1);
  });
  const constants = new Map();
  for (const { type, kind, declarations, start, end } of tree.body) {
    if (type !== 'VariableDeclaration' || kind !== 'const' || declarations.length > 1) continue;
    const [{ id, init }] = declarations;
    if (isCostly(init) && declared.get(id.name) === 1) constants.set(id.name, { start, end, init, uses: [] });
  }
  return constants;
}

const isCostly = ({ type, regex, callee }) =>
  (type === 'Literal' && regex !== undefined) ||
  (type === 'NewExpression' && ['RegExp', 'Set', 'Map'].includes(callee.name));
