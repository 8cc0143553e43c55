'use strict';

/** One line, in both languages, where a version of Node is below the least that is asked for (`>=20.17`); else nothing. */
module.exports = function (version, wanted) {
  var least = wanted.replace(/^\D*/, '');
  var need = least.split('.').map(Number);
  var have = version.split('.').map(Number);
  for (var index = 0; index < need.length; index++) {
    if (have[index] > need[index]) return undefined;
    if (have[index] < need[index])
      return (
        'report: Node.js ' +
        least +
        ' or later is needed; this is ' +
        version +
        ' · 需要 Node.js ' +
        least +
        ' 以上，现为 ' +
        version
      );
  }
  return undefined;
};
