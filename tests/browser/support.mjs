// What all tests of report.html share: promises, runs of Wayworth, and pages that may do nothing wrong.
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';

const [wayworth, webBuild, chromiumPath, sources] = process.argv.slice(2).map((path) => resolve(path));
export const sourceDir = sources;
const require = createRequire(join(webBuild, 'package.json'));
export const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
export const directory = mkdtempSync(join(tmpdir(), 'wayworth-browser-'));

export const broken = [];
export function check(holds, promise) {
  if (!holds) broken.push(promise);
}

export function example(name) {
  return join(sourceDir, 'examples', name, 'scenario.yaml');
}

/** Runs a scenario; where its report is, and what the JSON says. */
export function run(scenario, name) {
  const out = join(directory, name);
  execFileSync(wayworth, ['run', scenario, '-o', out, '--trials', '2000', '--quiet'], {stdio: ['ignore', 'ignore', 'inherit']});
  return {url: pathToFileURL(join(out, 'report.html')).href, json: JSON.parse(readFileSync(join(out, 'results.json')))};
}

/** Compares a scenario with what is changed in it; where the page is, and what the JSON says. */
export function compare(scenario, changes, name) {
  const out = join(directory, name);
  execFileSync(wayworth, ['compare', scenario, ...changes, '-o', out, '--trials', '2000', '--quiet'], {stdio: ['ignore', 'ignore', 'inherit']});
  return {url: pathToFileURL(join(out, 'comparison.html')).href, json: JSON.parse(readFileSync(join(out, 'comparison.json')))};
}

/** A sensitivity analysis with a two-way table: where its report is. */
export function runSensitivity(scenario, table, name) {
  const out = join(directory, name);
  execFileSync(wayworth, ['sensitivity', scenario, '-o', out, '--trials', '1024', '--table', table, '--quiet'],
               {stdio: ['ignore', 'ignore', 'inherit']});
  return {url: pathToFileURL(join(out, 'report.html')).href};
}

export async function startBrowser() {
  const {chromium} = require('playwright-core');
  return chromium.launch({executablePath: chromiumPath, args: ['--no-sandbox', '--disable-dev-shm-usage']});
}

/** Opens the report and collects all that a page must not do. */
export async function open(browser, url, name, options = {}) {
  const context = await browser.newContext({viewport: {width: 1280, height: 900}, ...options});
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  page.setDefaultTimeout(60000);
  page.on('console', (message) => check(!['error', 'warning'].includes(message.type()), `${name}: console says ${message.text()}`));
  page.on('pageerror', (error) => check(false, `${name}: ${error.message}`));
  page.on('dialog', (dialog) => { check(false, `${name}: a dialog ${dialog.message()}`); dialog.dismiss(); });
  page.on('request', (request) => check(request.url() === url || /^(data|blob):/.test(request.url()), `${name}: asks for ${request.url()}`));
  await page.goto(url);
  return page;
}

/** Charts are drawn when they come near: go past all of them. */
export async function drawAll(page) {
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
}

export async function checkWhole(page, name, sections, charts) {
  await drawAll(page);
  for (const id of sections) check(await page.locator(`section#${id} > h2`).count() === 1, `${name}: section ${id}`);
  const found = await page.locator('main > section').evaluateAll((all) => all.map((one) => one.id));
  check(found.join() === sections.join(), `${name}: its sections in their order, not ${found.join()}`);
  for (const id of charts) {
    check(await page.locator(`#${id} .plot svg path`).count() > 0, `${name}: chart ${id} is drawn`);
    check(await page.locator(`#${id} details table tbody tr`).count() > 0, `${name}: chart ${id} has its table`);
    check((await page.locator(`#${id}-text`).textContent()).length > 20, `${name}: chart ${id} has a text`);
  }
  const plots = await page.locator('.plot').evaluateAll((all) => all.filter((plot) => !plot.querySelector('svg path')).map((plot) => plot.dataset.chart));
  check(plots.length === 0, `${name}: no empty chart, not ${plots.join()}`);
}

/** Charts follow a new width of the window when the browser finds the time. */
export async function checkWidth(page, name) {
  const fits = () => document.documentElement.scrollWidth <= document.documentElement.clientWidth;
  const wide = await page.waitForFunction(fits, null, {timeout: 10000}).then(() => false, () => true);
  check(!wide, `${name}: the page is no wider than the screen`);
}

/** WCAG 2.2 A and AA, as far as a program can tell. */
export async function checkAccessible(page, name) {
  await page.evaluate(axe);
  const violations = await page.evaluate(async () => {
    const found = await globalThis.axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']});
    return found.violations.map((one) => `${one.id} (${one.nodes.length}): ${one.nodes[0].html.slice(0, 160)} ${one.nodes[0].failureSummary ?? ''}`);
  });
  for (const violation of violations) check(false, `${name}: axe finds ${violation}`);
}
