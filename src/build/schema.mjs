/** What is made from schemas/report.schema.json: the Chinese schema, the data schema, the grammar of the format. */

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Applies `change` to every schema in a schema, innermost first. */
function mapSchema(schema, change) {
  const out = { ...schema };
  for (const key of ['properties', 'patternProperties', '$defs'])
    if (out[key])
      out[key] = Object.fromEntries(
        Object.entries(out[key]).map(([name, sub]) => [name, mapSchema(sub, change)]),
      );
  for (const key of ['items', 'additionalProperties'])
    if (isObject(out[key])) out[key] = mapSchema(out[key], change);
  return change(out);
}

/** The same schema with Chinese keys, values and explanations, for editors. */
export function chineseSchema(schema) {
  return mapSchema(schema, (node) => {
    const { 'x-zh': zh, ...out } = node;
    if (node.properties) {
      const name = (key) => node.properties[key]['x-zh']?.name ?? key;
      // the names of the inner properties are gone by now, so they are looked up where they still stand
      const names = node['x-names'] ?? {};
      out.properties = Object.fromEntries(
        Object.entries(node.properties).map(([key, sub]) => [names[key] ?? name(key), sub]),
      );
      if (node.required) out.required = node.required.map((key) => names[key] ?? key);
    }
    delete out['x-names'];
    if (zh) {
      out.title = zh.name;
      out.description = zh.description;
      if (zh.examples) out.examples = zh.examples;
      if (zh.patternErrorMessage) out.patternErrorMessage = zh.patternErrorMessage;
      if (zh.enum) {
        out.enum = out.enum.map((value) => zh.enum[value].name);
        out.enumDescriptions = Object.values(zh.enum).map((value) => value.description);
      }
    }
    if (node.type === 'boolean') {
      out.type = ['boolean', 'string'];
      out.enum = [true, false, '是', '否'];
    }
    return out;
  });
}

/** Notes on each object which Chinese name each property has, before the names are taken away. */
export const withNames = (schema) =>
  mapSchema(schema, (node) =>
    node.properties
      ? {
          ...node,
          'x-names': Object.fromEntries(
            Object.entries(node.properties).map(([key, sub]) => [key, sub['x-zh']?.name ?? key]),
          ),
        }
      : node,
  );

/** One definition of a schema as a schema of its own (a section file holds one section). */
export function schemaOf(schema, name, id) {
  const { $schema, $defs } = schema;
  const { properties, additionalProperties, type, title, description } = $defs[name];
  return { $schema, $id: id, title, description, type, additionalProperties, properties, $defs };
}

/** The shape of canonical data: no annotation, no shorthand, quantities and dates as text. */
export function dataSchema(schema) {
  const keep = new Set([
    '$ref',
    'type',
    'enum',
    'pattern',
    'minimum',
    'maximum',
    'minItems',
    'properties',
    'patternProperties',
    'additionalProperties',
    'required',
    'items',
    '$defs',
  ]);
  return mapSchema(schema, (node) => {
    const out = Object.fromEntries(Object.entries(node).filter(([key]) => keep.has(key)));
    if (out.$ref) return { $ref: out.$ref };
    // what is empty is not there when data are validated
    if (Array.isArray(out.type)) out.type = out.type.filter((type) => type !== 'null');
    if (out.type?.length === 1) [out.type] = out.type;
    if (node['x-shorthand']) out.type = 'object';
    else if (node['x-kind'] === 'cell') out.type = ['string', 'null'];
    else if (node['x-kind']) out.type = 'string';
    // what is a date, its reader says; the pattern is for editors
    if (node['x-kind'] === 'date') delete out.pattern;
    return out;
  });
}

/** What stands under keys that are not fixed: names of things, or years. */
const freeEntries = (node) =>
  isObject(node.additionalProperties) ? node.additionalProperties : node.patternProperties?.['^\\d{4}$'];

/** The shape of a mapping: its fixed keys in both languages, and what stands under others. */
function fillMapping(shape, node, name, visit) {
  if (node.properties) {
    shape.keys = {};
    for (const [key, sub] of Object.entries(node.properties))
      shape.keys[key] = {
        zh: sub['x-zh']?.name ?? key,
        is: visit(sub, `${name}.${key}`),
        ...(sub.type === 'boolean' && { means: [sub.description, sub['x-zh'].description] }),
      };
  }
  const free = freeEntries(node);
  if (free) shape.entries = visit(free, `${name}.*`);
  if (node['x-shorthand']) shape.shorthand = node['x-shorthand'];
  if (node.required) shape.required = node.required;
}

/** The values of a choice in both languages, and what each means. */
function choice({ enum: values, enumDescriptions, 'x-zh': zh }) {
  const named = zh?.enum ?? {};
  const meaning = (value, index) => [enumDescriptions?.[index] ?? '', named[value]?.description ?? ''];
  return {
    values: Object.fromEntries(values.map((value) => [value, named[value]?.name ?? value])),
    means: Object.fromEntries(values.map((value, index) => [value, meaning(value, index)])),
  };
}

/** What Source needs to read a draft: for each mapping its keys in both languages and what stands under them. */
export function grammar(schema, root = 'report') {
  const shapes = {};
  const visit = (node, name) => {
    if (node.$ref) return node.$ref.split('/').at(-1);
    const [type] = [node.type].flat();
    if (node.properties || freeEntries(node)) fillMapping((shapes[name] = {}), node, name, visit);
    else if ([node.type].flat().includes('array')) shapes[name] = { items: visit(node.items, `${name}.*`) };
    else if (node.enum && type === 'string') shapes[name] = choice(node);
    else return `:${node['x-kind'] ?? type}`;
    return name;
  };
  for (const [name, node] of Object.entries(schema.$defs ?? {})) visit(node, name);
  visit(schema, root);
  return shapes;
}
