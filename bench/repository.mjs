/**
 * node bench/repository.mjs <folder> [drafts] [faulty]: makes a repository of drafts with a history, as an authority has them: an office’s
 * two years in a folder of its own, committed year by year, every fifth with its last section in a file. `faulty` of them have a fault.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { draft, faults } from './drafts.mjs';

const [folder = 'drafts', count = '200', faulty = '0'] = process.argv.slice(2);
const offices = Math.ceil(Number(count) / 2);

const git = (...words) =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...words], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });

function write(name, text) {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}

const nameOf = (office) => `offices/${String(office).padStart(3, '0')} 局`;
const kinds = Object.keys(faults);

mkdirSync(folder, { recursive: true });
git('init', '-q', '-b', 'main');
for (const year of [2017, 2018]) {
  for (let office = 0; office < offices; office++) {
    const fault = year === 2018 && office < Number(faulty) ? kinds[office % kinds.length] : undefined;
    const language = office % 2 === 0 ? 'zh' : 'en';
    const previous = year === 2018 ? '2017.report.yaml' : undefined;
    let text = draft({ language, office, year, works: 4, fault, previous });
    if (office % 5 === 0) {
      const [key, file, last] = language === 'zh' ? ['章节', '文件', '标题'] : ['sections', 'file', 'title'];
      const name = `parts/${year}.section.yaml`;
      write(
        `${nameOf(office)}/${name}`,
        language === 'zh'
          ? '标题: 其他工作\n正文: 其余事项均已办结。\n'
          : 'title: Other work\nbody: All else is done.\n',
      );
      text = text.replace(new RegExp(`^(  ${key}:\n)(    - ${last}:)`, 'm'), `$1    - ${file}: ${name}\n$2`);
    }
    write(`${nameOf(office)}/${year}.report.yaml`, text);
  }
  git('add', '-A');
  git('commit', '-q', '-m', `Reports on ${year}`);
}
