'use strict';

const { existsSync } = require('node:fs');
const { join } = require('node:path');

// a reader that stops early (`report lint | head`) is no error; anything else that keeps a text from arriving is
let lost = false;
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error) => {
    if (error.code === 'EPIPE') return;
    lost = true;
    process.exitCode = 2;
  });

const bundle = join(__dirname, '../dist/report.cjs');
const argv = process.argv.slice(2);
// answered from here, so that it loads nothing
if (argv.length === 1 && /^(?:--version|-V)$/.test(argv[0]))
  process.stdout.write(require('../package.json').version + '\n');
else if (!existsSync(bundle)) {
  const remedy = existsSync(join(__dirname, '../node_modules')) ? 'npm run build' : 'npm ci';
  process.stderr.write(
    `report: this checkout is not built yet; run: ${remedy} · 源码还没有构建，请先运行 ${remedy}\n`,
  );
  process.exitCode = 2;
} else {
  const { exports: program, save } = require('./code-cache.js').load(bundle, kindOf(argv));
  program.main(argv).then((code) => {
    process.exitCode = lost ? Math.max(code, 2) : code;
    save();
  });
}

/** Runs of one command compile much the same code. */
function kindOf(words) {
  return words.find((word) => /^[a-z]{3,20}$/.test(word)) || 'help';
}
