// report.html in a real browser. Usage: node report_test.mjs WAYWORTH WEB_BUILD CHROMIUM SOURCE_DIR
// Fails with a line for each promise that is broken.
import {rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {checkCopying, checkKeys, checkPicking, checkSorting, checkSwitches} from './choices.mjs';
import {hostileScenario} from './hostile_scenario.mjs';
import {checkGlance, checkTiles} from './numbers.mjs';
import {checkPaper} from './paper.mjs';
import {broken, check, checkAccessible, checkWhole, checkWidth, compare, directory, example, open, run, runSensitivity, sourceDir,
        startBrowser} from './support.mjs';

const sections = ['decision', 'at-a-glance', 'options', 'roadmap', 'distributions', 'cash', 'bridge', 'ranking', 'drives', 'knowledge',
                  'initiatives', 'assumptions', 'warnings', 'method'];
const charts = ['npv-curves', 'gantt', 'npv-histogram', 'cash-fan', 'npv-bridge', 'ranks', 'bubbles', 'tornado'];
const phone = {width: 390, height: 800};
const screen = {width: 1280, height: 900};

async function checkBank(browser, {url, json}) {
  const page = await open(browser, url, 'bank');
  await checkWhole(page, 'bank', sections, [...charts, 'worth']);
  await checkWidth(page, 'bank');
  await checkGlance(page, json, 'bank');
  await checkTiles(page, json, 'bank');
  const trials = await page.locator('#npv-histogram tbody').first().locator('tr td:nth-child(3)').allTextContents();
  const all = trials.reduce((sum, text) => sum + Number(text.replaceAll(',', '')), 0);
  check(all === json.manifest.trials, `bank: the histogram holds all trials, not ${all}`);
  await checkKeys(page);
  await checkSwitches(page, json);
  await checkPicking(page, json);
  await checkSorting(page, json);
  await checkCopying(page, json);
  await checkAccessible(page, 'bank');
  await page.setViewportSize(phone);
  await checkWidth(page, 'bank on a phone');
  await checkAccessible(page, 'bank on a phone');
  await page.setViewportSize(screen);
  await checkPaper(page, 'bank');
}

async function checkWithoutScript(browser, {url}) {
  const page = await open(browser, url, 'no script', {javaScriptEnabled: false});
  check(await page.locator('#at-a-glance tbody tr').first().isVisible(), 'no script: tables are there');
  check(!(await page.locator('.plot').first().isVisible()), 'no script: no empty charts');
  check(await page.locator('#at-a-glance table:visible').count() === 1, 'no script: one view of each table');
}

async function checkHostile(browser, {url}) {
  const page = await open(browser, url, 'hostile');
  await checkWhole(page, 'hostile', sections, charts);
  await checkWidth(page, 'hostile');
  check(await page.evaluate(() => document.scripts.length) === 2, 'hostile: two script elements, data and charts');
  check(await page.locator('img, iframe, b[onclick], svg[onload]').count() === 0, 'hostile: no element of its making');
  for (const id of charts) {
    await page.locator(`#${id} .plot`).focus();
    for (let i = 0; i < 5; ++i) await page.keyboard.press('ArrowDown');
  }
  await page.locator('.picker', {hasText: 'Initiatives'}).locator('summary').click();
  await page.locator('.picker input').nth(7).uncheck();
  check(await page.evaluate(() => globalThis.hacked === undefined), 'hostile: nothing ran');
  await page.setViewportSize(phone);
  await checkWidth(page, 'hostile on a phone');
  await page.setViewportSize(screen);
  await checkPaper(page, 'hostile', {pageOne: false, most: 150});
}

/** Other cases have other parts: customers, one initiative, nothing uncertain, a sensitivity analysis. */
async function checkOther(browser, name, {url}, charts) {
  const page = await open(browser, url, name);
  await checkWhole(page, name, await page.locator('main > section').evaluateAll((all) => all.map((one) => one.id)), charts);
  await checkWidth(page, name);
  await checkAccessible(page, name);
  await checkPaper(page, name);
}

/** Two versions have their changes as bars; the options of a case have no changes. */
async function checkComparisons(browser) {
  const changes = ['--set', 'drivers.account_value=400', '--set', 'finance.discount_rate=12%'];
  const sections = ['answer', 'side-by-side', 'changes', 'arguments', 'weighing', 'initiatives', 'method'];
  for (const [name, asked, charts] of [['versions', changes, ['compared-curves', 'change-bridge']], ['sides', [], ['compared-curves']]]) {
    const {url, json} = compare(example('bank'), asked, name);
    const page = await open(browser, url, name);
    const there = {changes: json.changes !== null, weighing: json.weighing !== null};
    await checkWhole(page, name, sections.filter((id) => there[id] ?? true), charts);
    await checkWidth(page, name);
    await checkAccessible(page, name);
    const curves = await page.locator('#compared-curves details tbody tr').count();
    check(curves === json.sides.length, `${name}: a row of figures for each curve, not ${curves}`);
    await page.setViewportSize(phone);
    await checkWidth(page, `${name} on a phone`);
  }
}

const browser = await startBrowser();
try {
  const bank = run(example('bank'), 'bank');
  await checkBank(browser, bank);
  await checkWithoutScript(browser, bank);
  const scenario = join(directory, 'hostile.yaml');
  writeFileSync(scenario, hostileScenario());
  await checkHostile(browser, run(scenario, 'hostile'));
  await checkOther(browser, 'stores', run(example('stores'), 'stores'), charts);
  await checkOther(browser, 'tei', run(example('tei'), 'tei'), ['gantt']);
  await checkOther(browser, 'customers', run(join(sourceDir, 'tests/workbook/every_line.yaml'), 'customers'), ['customers', 'npv-of-0']);
  const sensitivity = runSensitivity(example('bank'), 'drivers.accepted_share,drivers.account_value', 'sensitivity');
  await checkOther(browser, 'sensitivity', sensitivity, [...charts, 'spider', 'two-way-1']);
  await checkComparisons(browser);
} catch (error) {
  check(false, `the test goes on to its end: ${error.stack}`);
} finally {
  await browser.close();
  rmSync(directory, {recursive: true});
}
for (const promise of broken) console.error(`broken: ${promise}`);
console.log(broken.length === 0 ? 'every promise is kept' : `${broken.length} broken`);
process.exit(broken.length === 0 ? 0 : 1);
