// report.html in a real browser. Usage: node report_test.mjs WAYWORTH WEB_BUILD CHROMIUM SOURCE_DIR
// Fails with a line for each promise that is broken.
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {hostileScenario} from './hostile_scenario.mjs';

const [wayworth, webBuild, chromiumPath, sourceDir] = process.argv.slice(2).map((path) => resolve(path));
const {chromium} = createRequire(join(webBuild, 'package.json'))('playwright-core');

const sections = ['decision', 'at-a-glance', 'options', 'roadmap', 'distributions', 'cash', 'bridge', 'ranking', 'initiatives',
                  'assumptions', 'warnings', 'method'];
const charts = ['gantt', 'npv-histogram', 'npv-curves', 'cash-fan', 'npv-bridge', 'ranks', 'bubbles'];

const broken = [];
function check(holds, promise) {
  if (!holds) broken.push(promise);
}

function run(scenario, directory) {
  execFileSync(wayworth, ['run', scenario, '-o', directory, '--trials', '2000', '--quiet'], {stdio: ['ignore', 'ignore', 'inherit']});
  return {page: pathToFileURL(join(directory, 'report.html')).href, json: JSON.parse(readFileSync(join(directory, 'report.json')))};
}

/** Opens the report and collects all that a page must not do. */
async function open(browser, url, name, options = {}) {
  const context = await browser.newContext({viewport: {width: 1280, height: 900}, ...options});
  const page = await context.newPage();
  page.on('console', (message) => check(!['error', 'warning'].includes(message.type()), `${name}: console says ${message.text()}`));
  page.on('pageerror', (error) => check(false, `${name}: ${error.message}`));
  page.on('dialog', (dialog) => { check(false, `${name}: a dialog ${dialog.message()}`); dialog.dismiss(); });
  page.on('request', (request) => check(request.url() === url || request.url().startsWith('data:'), `${name}: asks for ${request.url()}`));
  await page.goto(url);
  return page;
}

async function checkWhole(page, name) {
  for (const id of sections) check(await page.locator(`section#${id} h2`).count() === 1, `${name}: section ${id}`);
  for (const id of charts) {
    check(await page.locator(`#${id} .plot svg path`).count() > 0, `${name}: chart ${id} is drawn`);
    check(await page.locator(`#${id} details table tbody tr`).count() > 0, `${name}: chart ${id} has its table`);
    check((await page.locator(`#${id}-text`).textContent()).length > 20, `${name}: chart ${id} has a text`);
  }
}

async function checkWidth(page, name) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  check(!wide, `${name}: the page is no wider than the screen`);
}

async function checkBank(browser, {page: url, json}) {
  const page = await open(browser, url, 'bank');
  await checkWhole(page, 'bank');
  await checkWidth(page, 'bank');
  const rows = await page.locator('#at-a-glance tbody tr').count();
  check(rows === json.initiatives.length, 'bank: a row for every initiative');
  const first = await page.locator('#at-a-glance tbody th').first().textContent();
  const best = json.initiatives.find((one) => one.key === json.ranking.by_npv[0].initiative);
  check(first === best.name, 'bank: the first row is the best of the JSON');
  const tile = await page.locator('#decision .tiles b').first().textContent();
  const npv = json.options[0].programme.npv.mean;
  check(Math.abs(Number(tile.match(/-?[\d.]+/)[0]) * 1e6 - npv.value) < 5e5, `bank: the tile ${tile} is the NPV of the JSON, ${npv.value}`);
  const trials = await page.locator('#npv-histogram tbody tr td:nth-child(3)').allTextContents();
  const all = trials.reduce((sum, text) => sum + Number(text.replaceAll(',', '')), 0);
  check(all === json.manifest.trials, `bank: the histogram holds all trials, not ${all}`);

  await page.locator('#npv-histogram .plot').focus();
  for (let i = 0; i < 3; ++i) await page.keyboard.press('ArrowRight');
  const tip = await page.locator('#npv-histogram .plot > div:nth-child(2)').textContent();
  check(/of the trials/.test(tip), 'bank: arrow keys walk through a chart');
  await page.setViewportSize({width: 390, height: 800});
  await checkWidth(page, 'bank on a phone');
  await page.setViewportSize({width: 1280, height: 900});
  check((await page.pdf({format: 'A4'})).length > 50000, 'bank: it prints');
}

async function checkWithoutScript(browser, {page: url}) {
  const page = await open(browser, url, 'no script', {javaScriptEnabled: false});
  check(await page.locator('#at-a-glance tbody tr').first().isVisible(), 'no script: tables are there');
  check(!(await page.locator('.plot').first().isVisible()), 'no script: no empty charts');
}

async function checkHostile(browser, {page: url}) {
  const page = await open(browser, url, 'hostile');
  await checkWhole(page, 'hostile');
  await checkWidth(page, 'hostile');
  check(await page.evaluate(() => document.scripts.length) === 2, 'hostile: two script elements, data and charts');
  check(await page.locator('img, iframe, b[onclick], svg[onload]').count() === 0, 'hostile: no element of its making');
  for (const id of charts) {
    await page.locator(`#${id} .plot`).focus();
    for (let i = 0; i < 5; ++i) await page.keyboard.press('ArrowDown');
  }
  check(await page.evaluate(() => globalThis.hacked === undefined), 'hostile: nothing ran');
  await page.setViewportSize({width: 390, height: 800});
  await checkWidth(page, 'hostile on a phone');
}

const directory = mkdtempSync(join(tmpdir(), 'wayworth-browser-'));
const browser = await chromium.launch({executablePath: chromiumPath, args: ['--no-sandbox', '--disable-dev-shm-usage']});
try {
  const bank = run(join(sourceDir, 'examples/bank/scenario.yaml'), join(directory, 'bank'));
  await checkBank(browser, bank);
  await checkWithoutScript(browser, bank);
  const scenario = join(directory, 'hostile.yaml');
  writeFileSync(scenario, hostileScenario());
  await checkHostile(browser, run(scenario, join(directory, 'hostile')));
} finally {
  await browser.close();
  rmSync(directory, {recursive: true});
}
for (const promise of broken) console.error(`broken: ${promise}`);
console.log(broken.length === 0 ? 'every promise is kept' : `${broken.length} broken`);
process.exit(broken.length === 0 ? 0 : 1);
