// What the page shows is what the JSON says, to the last digit that is shown.
import {check} from './support.mjs';

const scales = {thousand: 1e3, million: 1e6, billion: 1e9};
const suffixes = {k: 1e3, M: 1e6, bn: 1e9};

/** A shown figure and half a unit of its last digit. */
function shown(text, scale) {
  const number = /-?[\d,]+(\.\d+)?/.exec(text.replace(/[\u2007\u2008]/g, ''));
  if (!number) return undefined;
  const plain = number[0].replaceAll(',', '');
  const decimals = plain.split('.')[1]?.length ?? 0;
  // A whole number may be rounded to tens or thousands, for its error.
  const zeros = decimals > 0 ? 0 : /0*$/.exec(plain)[0].length;
  return {value: Number(plain) * scale, half: 0.5000001 * scale * 10 ** (decimals > 0 ? -decimals : zeros)};
}

function agrees(text, value, scale) {
  const figure = shown(text, scale);
  return figure !== undefined && Math.abs(figure.value - value) <= figure.half;
}

export function agreesCompact(text, value) {
  const suffix = /[\d.](k|M|bn)?$/.exec(text.trim())?.[1];
  return agrees(text, value, suffix ? suffixes[suffix] : 1);
}

/** Every figure of the table of initiatives, in the view that is shown. */
export async function checkGlance(page, json, name, low = 'p10', high = 'p90', npv = 'npv') {
  const table = page.locator('#at-a-glance table:visible');
  check(await table.count() === 1, `${name}: one table of initiatives is shown`);
  const caption = await table.locator('caption').textContent();
  const scale = scales[/(thousand|million|billion)$/.exec(caption)?.[1]] ?? 1;
  const headers = await table.locator('thead th[data-column]').evaluateAll((all) =>
    all.map((one) => [Number(one.dataset.column), [one.dataset.group, one.textContent].filter(Boolean).join(' ')]));
  const column = (text) => headers.find(([, header]) => header.startsWith(text))?.[0];
  const rows = await table.locator('tbody tr').evaluateAll((all) => all.map((row) => Array.from(row.cells, (cell) => cell.textContent)));
  check(rows.length === json.initiatives.length, `${name}: a row for every initiative`);
  json.ranking.by_npv.forEach((ranked, i) => {
    const one = json.initiatives.find((other) => other.key === ranked.initiative);
    const row = rows[i];
    check(row[0] === one.name, `${name}: row ${i + 1} is ${one.name}, not ${row[0]}`);
    const figures = {
      [`Revenue a year ${low.toUpperCase()}`]: one.alone.revenue_per_year[low],
      [`Revenue a year ${high.toUpperCase()}`]: one.alone.revenue_per_year[high],
      [`Cost savings a year ${low.toUpperCase()}`]: one.alone.savings_per_year[low],
      'Cost savings a year P50': one.alone.savings_per_year.p50,
      'NPV P50': one.alone[npv].p50,
    };
    for (const [header, estimate] of Object.entries(figures)) {
      const text = row[column(header)] ?? '';
      check(agrees(text, estimate.value, scale), `${name}: ${header} of ${one.name} is ${estimate.value}, not ${text}`);
    }
  });
}

/** The tiles of every option. */
export async function checkTiles(page, json, name, low = 'p10', high = 'p90', npv = 'npv') {
  for (const [i, option] of json.options.entries()) {
    const cards = page.locator('#decision .options article');
    const card = json.options.length > 1 ? cards.and(page.locator(`[data-when="option=${i}"]`)) : cards;
    const tiles = card.locator('.tiles:visible div');
    const tile = async (label) => {
      const one = tiles.filter({has: page.locator('dt', {hasText: label})}).first();
      return {value: await one.locator('b').textContent(), range: (await one.locator('span').count()) ? await one.locator('span').textContent() : ''};
    };
    const worth = await tile(/^NPV/);
    check(agreesCompact(worth.value, option.programme[npv].mean.value), `${name}: NPV of ${option.name}: ${worth.value}`);
    const ends = worth.range.split(', ').map((end) => end.replace(/^P\d+ /, ''));
    check(worth.range.startsWith(low.toUpperCase()), `${name}: the range ${worth.range} is from ${low}`);
    check(agreesCompact(ends[0], option.programme[npv][low].value), `${name}: ${low} of ${option.name}: ${ends[0]}`);
    check(agreesCompact(ends[1], option.programme[npv][high].value), `${name}: ${high} of ${option.name}: ${ends[1]}`);
    const roi = await tile(/^ROI/);
    check(agrees(roi.value, option.programme.roi_of_means.value, 1), `${name}: ROI of ${option.name}: ${roi.value}`);
    const payback = await tile(/^Payback/);
    check(agrees(payback.value, option.programme.payback.p50.value, 1), `${name}: payback of ${option.name}: ${payback.value}`);
  }
}
