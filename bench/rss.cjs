'use strict';
// preloaded with NODE_OPTIONS: writes down the most memory that a process had, in KB
const { writeFileSync } = require('node:fs');
process.on('exit', () => writeFileSync(process.env.BENCH_RSS, String(process.resourceUsage().maxRSS)));
