// node build.mjs OUT_DIR: bundles src/ into OUT_DIR/charts.js and writes its hash for the Content-Security-Policy beside
// it. The same sources and lock file give the same bytes.
import {createHash} from 'node:crypto';
import {readFileSync, writeFileSync} from 'node:fs';
import {build} from 'esbuild';

const out = process.argv[2] ?? 'out';
await build({
  entryPoints: ['src/main.ts'],
  outfile: `${out}/charts.js`,
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2021',
  charset: 'utf8',
  legalComments: 'none',
  banner: {js: '/* Contains Apache ECharts (Apache-2.0), Copyright 2017-2026 The Apache Software Foundation; zrender ' +
    '(BSD-3-Clause), Copyright 2017 Baidu Inc.; tslib (0BSD), Copyright Microsoft Corporation. */'},
  define: {'process.env.NODE_ENV': '"production"'},
});
const script = readFileSync(`${out}/charts.js`);
if (script.includes('</script') || script.includes('<!--')) throw new Error('the bundle would end its script element');
const hash = createHash('sha256').update(script).digest('base64');
writeFileSync(`${out}/charts.sha256`, `sha256-${hash}`);
