import { dirname, relative, resolve, sep } from 'node:path';
import type { Words } from '../diagnostic.ts';
import { UserError } from '../errors.ts';
import { realPath, type Io } from '../io.ts';
import { findPlugin, loadModule, type NotFound } from '../io/plugin-module.ts';
import { rulesIn } from '../plugins/rules-in.ts';
import type { Rule } from '../rules/rule.ts';
import { printable, printableName } from '../source/printable.ts';
import type { FoundConfig } from './config-file.ts';

/** A plugin with its rules, by the name that the configuration gives it. */
export interface Plugin {
  readonly name: string;
  readonly rules: readonly Rule[];
}

const loaded = new WeakMap<FoundConfig, Promise<readonly Plugin[]>>();

/**
 * The plugins that a configuration names, in its order, each loaded once. They are code, which runs with the rights of whoever runs the
 * program: only a configuration of the project that somebody works in has a say. @throws UserError where one is missing, fails or is wrong
 */
export function pluginsOf(found: FoundConfig, io: Io): Promise<readonly Plugin[]> {
  const known = loaded.get(found) ?? loadAll(found, io);
  loaded.set(found, known);
  return known;
}

async function loadAll(found: FoundConfig, io: Io): Promise<readonly Plugin[]> {
  const config = relative(io.cwd, found.file) || found.file;
  if (!isTrusted(found, io)) throw untrusted(config);
  const plugins: Plugin[] = [];
  for (const name of found.config.plugins ?? [])
    plugins.push(await loadPlugin(name, dirname(found.file), config));
  refuseTwice(plugins);
  found.checkRules(plugins.flatMap(({ rules }) => rules));
  return plugins;
}

/** Whether a configuration is one that somebody chose to run: it was named, or stands in the working folder, above it or below it, and in no package. */
function isTrusted({ file, named }: FoundConfig, io: Io): boolean {
  if (named === true) return true;
  const [here, folder] = [realPath(io.cwd), realPath(dirname(resolve(io.cwd, file)))];
  if (isWithin(here, folder)) return true;
  return isWithin(folder, here) && !relative(here, folder).split(sep).includes('node_modules');
}

const isWithin = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);

const untrusted = (config: string): UserError =>
  new UserError({
    en: `“${printableName(config)}” names plugins, and stands outside the folder that report runs in: plugins are code, and only those of the project at hand are run; run report in the folder of that configuration if you trust it`,
    zh: `“${printableName(config)}”写了插件，但不在当前文件夹的上级或下级：插件是程序，只运行本项目的；如信得过它，请到该配置所在的文件夹运行 report`,
  });

async function loadPlugin(name: string, folder: string, config: string): Promise<Plugin> {
  const found = findPlugin(folder, name);
  if ('lacks' in found) throw notFound(name, config, found.lacks);
  let module: unknown;
  try {
    module = await loadModule(found.file);
  } catch (error) {
    throw notLoaded(name, error);
  }
  const { rules, problems } = rulesIn(module);
  if (problems.length === 0) return { name, rules };
  const lines = ({ en, zh }: Words): Words => ({
    en: `\n  ${printableName(en)}`,
    zh: `\n  ${printableName(zh)}`,
  });
  const all = problems.map(lines);
  throw new UserError({
    en: `the plugin “${printableName(name)}” cannot be used, so that nothing was checked:${all.map(({ en }) => en).join('')}`,
    zh: `插件“${printableName(name)}”不能使用，没有检查稿子：${all.map(({ zh }) => zh).join('')}`,
  });
}

const lacks: Readonly<Record<NotFound, Words>> = {
  'no-file': {
    en: 'there is no such file; paths count from the folder of the configuration',
    zh: '没有这个文件；路径从配置所在的文件夹算起',
  },
  folder: { en: 'it is a folder; name the file in it', zh: '它是文件夹；请写明其中的文件' },
  'no-package': {
    en: 'there is no such package in node_modules; install it (npm install -D), or write the path of a file with ./ before it',
    zh: 'node_modules 里没有这个包；请先安装（npm install -D），如是文件请以 ./ 开头写路径',
  },
  'no-entry': {
    en: 'the package has no such module; see “exports” or “main” of its package.json',
    zh: '这个包没有这个模块；请看它 package.json 里的 exports 或 main',
  },
};

const notFound = (name: string, config: string, why: NotFound): UserError =>
  new UserError({
    en: `the plugin “${printableName(name)}”, which ${printableName(config)} names, is not found: ${lacks[why].en}`,
    zh: `找不到 ${printableName(config)} 写的插件“${printableName(name)}”：${lacks[why].zh}`,
  });

function notLoaded(name: string, error: unknown): UserError {
  const { code = '', message = String(error), name: kind = '' } = (error ?? {}) as NodeJS.ErrnoException;
  const reason =
    printable(`${kind === '' || message.startsWith(kind) ? '' : `${kind}: `}${message}`).split('\n')[0] ?? '';
  const remedy = remedyOf(code, message, error);
  return new UserError({
    en: `the plugin “${printableName(name)}” cannot be loaded, so that nothing was checked: ${reason}${placeIn(error)}${remedy ? `; ${remedy.en}` : ''}`,
    zh: `插件“${printableName(name)}”无法载入，没有检查稿子：${reason}${placeIn(error)}${remedy ? `；${remedy.zh}` : ''}`,
  });
}

function remedyOf(code: string, message: string, error: unknown): Words | undefined {
  if (error instanceof SyntaxError)
    return { en: '`node --check <file>` shows where', zh: '用 node --check <文件> 可看到在哪里' };
  if (code === 'ERR_UNKNOWN_FILE_EXTENSION')
    return {
      en: `Node.js ${process.versions.node} does not run such files; compile it to JavaScript, or use Node.js 22.18 or later for TypeScript`,
      zh: `Node.js ${process.versions.node} 不能运行这种文件；请先编译成 JavaScript，TypeScript 也可改用 Node.js 22.18 以上`,
    };
  if (code === 'ERR_MODULE_NOT_FOUND' && message.includes('workreport'))
    return {
      en: 'install workreport where the plugin is (npm install -D workreport), or write the rule without this import, which it can do without',
      zh: '请在插件所在处安装 workreport（npm install -D workreport），或去掉这一行引入：规则可以不用它',
    };
  return undefined;
}

/** Where the code is wrong: of a mistake of syntax Node writes it above the stack, else it is the innermost place. */
function placeIn(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const [place] = /file:\/\/[^\s)]+:\d+(?::\d+)?|^\/[^\n]+:\d+$/m.exec(stack) ?? [];
  return place === undefined ? '' : ` (${printableName(place)})`;
}

/** Ids are names: a comment that silences a rule, and a level, mean one. @throws UserError */
function refuseTwice(plugins: readonly Plugin[]): void {
  const known = new Map<string, string>();
  for (const { name, rules } of plugins)
    for (const { id } of rules) {
      const first = known.get(id);
      if (first !== undefined)
        throw new UserError(
          first === name
            ? {
                en: `the plugin “${printableName(name)}” has the rule “${id}” twice, or is named twice; leave one`,
                zh: `插件“${printableName(name)}”有两条规则都叫“${id}”，或插件写了两次；只留一个`,
              }
            : {
                en: `the plugins “${printableName(first)}” and “${printableName(name)}” both have a rule “${id}”; give one of them another prefix`,
                zh: `插件“${printableName(first)}”和“${printableName(name)}”都有规则“${id}”；请给其中一个另取前缀`,
              },
        );
      known.set(id, name);
    }
}
