// What a reader can do without simulating anew: switch, pick, sort, copy; by keyboard too.
import {checkGlance, checkTiles} from './numbers.mjs';
import {check, drawAll} from './support.mjs';

const texts = (locator) => locator.evaluateAll((all) => all.map((one) => one.textContent));

export async function checkSwitches(page, json) {
  await drawAll(page);
  await page.locator('select[name=range]').selectOption('p5');
  await checkGlance(page, json, 'bank at P5 to P95', 'p5', 'p95');
  await checkTiles(page, json, 'bank at P5 to P95', 'p5', 'p95');
  check((await texts(page.locator('#cash-fan svg text'))).includes('P5 to P95'), 'bank: the fan follows the range');
  check((await texts(page.locator('#npv-histogram svg text'))).includes('P95'), 'bank: the histogram follows the range');
  await page.locator('select[name=basis]').selectOption('cash');
  await checkGlance(page, json, 'bank, cash-releasing', 'p5', 'p95', 'cash_npv');
  await checkTiles(page, json, 'bank, cash-releasing', 'p5', 'p95', 'cash_npv');
  for (const id of ['decision', 'at-a-glance', 'options', 'roadmap', 'distributions', 'cash', 'bridge', 'ranking', 'drives', 'knowledge', 'initiatives']) {
    check(await page.locator(`#${id} .basis:visible`).count() === 1, `bank, cash-releasing: ${id} says what that does not change`);
  }
  await page.locator('select[name=basis]').selectOption('economic');
  check(await page.locator('.basis:visible').count() === 0, 'bank: economic needs no such words');
  await page.locator('select[name=range]').selectOption('p10');
  await checkGlance(page, json, 'bank as at first');
}

export async function checkPicking(page, json) {
  const name = json.initiatives[0].name;
  const picker = page.locator('.picker', {hasText: 'Initiatives'});
  await picker.locator('summary').focus();
  await page.keyboard.press('Enter');
  await picker.getByLabel(name, {exact: true}).focus();
  await page.keyboard.press('Space');
  const rows = page.locator('#at-a-glance table:visible tbody tr:visible');
  check(!(await texts(rows.locator('th'))).includes(name), 'bank: what is not picked leaves the table');
  check(await rows.count() === json.initiatives.length - 1, 'bank: the others stay');
  const words = await texts(page.locator('#npv-bridge svg text'));
  check(words.includes('1 not shown'), 'bank: the bridge still adds up');
  check(!(await texts(page.locator('#gantt svg text'))).some((text) => text.startsWith(name.slice(0, 12))), 'bank: the Gantt follows');
  await picker.getByRole('button', {name: 'All'}).click();
  check(await rows.count() === json.initiatives.length, 'bank: all are back');
  await page.keyboard.press('Escape');
  check(!(await picker.evaluate((one) => one.open)), 'bank: Escape closes the list');

  const options = page.locator('.picker', {hasText: 'Options'});
  await options.locator('summary').click();
  await options.getByLabel(json.options[0].name, {exact: true}).uncheck();
  check(await page.locator('#decision .options article:visible').count() === json.options.length - 1, 'bank: an option leaves page one');
  check(!(await texts(page.locator('#npv-curves svg text'))).includes(json.options[0].name), 'bank: the curves follow');
  const shown = await page.locator('#npv-histogram caption').evaluateAll((all) => all.filter((one) => !one.closest('[hidden]')).map((one) => one.textContent));
  check(shown.length === 1 && shown[0].includes(json.options[1].name), `bank: the histogram is that of the first picked option, not ${shown}`);
  await options.getByRole('button', {name: 'All'}).click();
}

export async function checkSorting(page, json) {
  const table = page.locator('#at-a-glance table:visible');
  const names = () => texts(table.locator('tbody th'));
  const before = await names();
  const button = table.getByRole('button', {name: 'Chance of loss'});
  await button.focus();
  await page.keyboard.press('Enter');
  const byLoss = await names();
  const loss = (name) => json.initiatives.find((one) => one.name === name).alone.npv.probability_of_loss.value;
  check(byLoss.every((name, i) => i === 0 || Math.round(100 * loss(byLoss[i - 1])) >= Math.round(100 * loss(name))), 'bank: sorted by the chance of loss');
  check(await table.locator('th[aria-sort=descending]').count() === 1, 'bank: the header says how it is sorted');
  await page.keyboard.press('Enter');
  check(loss((await names())[0]) === Math.min(...json.initiatives.map((one) => loss(one.name))), 'bank: and the other way round');
  await table.getByRole('button', {name: 'NPV P50'}).click();
  check((await names())[0] === before[0], 'bank: and back');
  const bridge = page.locator('#bridge > .scroll table');
  await bridge.getByRole('button', {name: 'Share'}).click();
  check((await texts(bridge.locator('tbody tr:last-child th')))[0] === '= Programme', 'bank: sums stay at the end');
}

export async function checkCopying(page, json) {
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await page.locator('#decision .lead').getByRole('button').click();
  check((await clipboard()).startsWith('Choose \u201c'), 'bank: the sentence is copied');
  await page.locator('#at-a-glance').getByRole('button', {name: /^Copy table/}).first().click();
  const lines = (await clipboard()).split('\n').map((line) => line.split('\t'));
  check(lines.length === json.initiatives.length + 1 && lines.every((line) => line.length === lines[0].length), 'bank: the table is copied whole');
  check(lines[0].includes('Revenue a year P10'), `bank: the copied header says what is what: ${lines[0]}`);
  const npv = lines[1][lines[0].indexOf('NPV P50')];
  check(Math.abs(Number(npv) * 1e6 - json.initiatives.find((one) => one.name === lines[1][0]).alone.npv.p50.value) < 5e4, `bank: copied figures are numbers: ${npv}`);
  await page.locator('#npv-histogram').getByRole('button', {name: /^Copy picture/}).click();
  await page.locator('.status.said', {hasText: 'Picture'}).waitFor();
  const picture = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return item.types.includes('image/png') ? (await item.getType('image/png')).size : 0;
  });
  check(picture > 5000, `bank: the chart is copied as a picture of ${picture} bytes`);
}

/** Arrow keys walk through a chart and show what lies there. */
export async function checkKeys(page) {
  await page.locator('#npv-histogram .plot').focus();
  for (let i = 0; i < 3; ++i) await page.keyboard.press('ArrowRight');
  const tip = await page.locator('#npv-histogram .plot > div:nth-child(2)').textContent();
  check(/of the trials/.test(tip), 'bank: arrow keys walk through a chart');
  await page.keyboard.press('Escape');
}
