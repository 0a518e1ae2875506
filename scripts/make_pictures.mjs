// Makes the pictures of the README from the report of the bank's example, with the tools of a build that has charts.
// Usage: node scripts/make_pictures.mjs BUILD_DIR CHROMIUM, from the root of the sources.
import {execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';

const [build, chromiumPath] = process.argv.slice(2).map((path) => resolve(path));
const {chromium} = createRequire(join(build, 'web/package.json'))('playwright-core');
const out = mkdtempSync(join(tmpdir(), 'wayworth-pictures-'));
const pictures = resolve('docs/pictures');

/** Name, and what of the page is on it: from the top of the first element to the end of the last. */
const wanted = [
  ['page_one', '#decision', '#decision'],
  ['roadmap', '#roadmap > h2', '#gantt .plot'],
];

execFileSync(join(build, 'wayworth'), ['run', 'examples/bank/scenario.yaml', '-o', out, '--quiet'], {stdio: ['ignore', 'ignore', 'inherit']});
const browser = await chromium.launch({executablePath: chromiumPath, args: ['--no-sandbox', '--disable-dev-shm-usage']});
try {
  const page = await browser.newPage({viewport: {width: 1120, height: 900}, deviceScaleFactor: 0.84});
  await page.goto(pathToFileURL(join(out, 'report.html')).href);
  await page.evaluate(() => {
    for (const tool of document.querySelectorAll('.controls, .tool')) tool.style.display = 'none';
    dispatchEvent(new Event('beforeprint'));
  });
  for (const [name, first, last] of wanted) {
    const top = await page.locator(first).boundingBox();
    const end = await page.locator(last).boundingBox();
    const y = Math.max(0, top.y - 12 + (await page.evaluate(() => scrollY)));
    const clip = {x: 0, y, width: 1120, height: end.y + end.height - top.y + 16};
    await page.screenshot({path: join(pictures, `${name}.png`), fullPage: true, clip});
  }
} finally {
  await browser.close();
  rmSync(out, {recursive: true});
}
