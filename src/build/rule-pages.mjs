import { parse } from 'acorn';
import { full } from 'acorn-walk';

/** What the page of a rule says and no check needs. */
const PAGE = ['why', 'examples'];
/** What tells a rule from other objects. */
const RULE = ['id', 'severity', 'messages', 'on', ...PAGE];

/**
 * Code of rules without what only their pages say, and code of a file of its own that holds it: to read the examples of
 * all rules takes longer than to run some. A rule has it as before, from `file`, which is loaded when it is first asked for.
 */
export function withoutPages(code, file) {
  const cuts = [];
  const pages = [];
  const names = new Set();
  full(parse(code, { ecmaVersion: 'latest' }), (node) => {
    if (node.type !== 'ObjectExpression') return;
    const values = new Map(node.properties.flatMap((each) => (each.key ? [[each.key.name, each]] : [])));
    if (!RULE.every((name) => values.has(name))) return;
    const id = values.get('id').value.value;
    // one that is made of another is no rule of ours
    if (typeof id !== 'string') return;
    for (const name of PAGE) {
      const { start, end, value } = values.get(name);
      cuts.push({ start, end, text: `get ${name}(){return pageApart(${JSON.stringify(id)}).${name}}` });
      for (const each of freeIn(value)) names.add(each);
    }
    const texts = PAGE.map((name) => code.slice(values.get(name).start, values.get(name).end));
    pages.push(`${JSON.stringify(id)}:{${texts.join(',')}}`);
  });
  if (pages.length === 0) return { code };
  let made = '';
  let from = 0;
  for (const { start, end, text } of cuts.sort((a, b) => a.start - b.start)) {
    made += code.slice(from, start) + text;
    from = end;
  }
  const given = [...names].join(',');
  return {
    code: `${made}${code.slice(from)}let pagesApart;function pageApart(id){return(pagesApart??=require("./${file}")(${given}))[id]}\n`,
    pages: `module.exports=(${given})=>({${pages.join(',')}});\n`,
  };
}

/** The names that an expression takes from around it. */
function freeIn(expression) {
  const names = [];
  full(expression, ({ type, name }) => {
    if (type === 'Identifier') names.push(name);
  });
  return names;
}
