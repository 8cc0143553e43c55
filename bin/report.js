#!/usr/bin/env node
'use strict';

// read by any Node, however old, so that one that is too old says so instead of stumbling over newer code
var tooOld = require('./node-version.js')(process.versions.node, require('../package.json').engines.node);
if (tooOld) {
  process.stderr.write(tooOld + '\n');
  process.exitCode = 2;
} else require('./run.js');
