// A4 and Letter: page one is one page, nothing is cut.
import {check, drawAll} from './support.mjs';

const pixels = 96 / 25.4;
const margin = {side: 12, end: 13};  // millimetres, as report.css has them
const papers = {A4: [210, 297], Letter: [215.9, 279.4]};

export async function checkPaper(page, name, {pageOne = true, most = 60} = {}) {
  await drawAll(page);
  await page.emulateMedia({media: 'print'});
  for (const [format, [width, height]] of Object.entries(papers)) {
    const wide = Math.floor((width - 2 * margin.side) * pixels);
    const high = (height - 2 * margin.end) * pixels;
    await page.setViewportSize({width: wide, height: 1000});
    const cut = await page.evaluate(() => {
      const right = document.documentElement.clientWidth + 1;
      return Array.from(document.querySelectorAll('main *')).filter((one) => one.getClientRects().length > 0 && !one.closest('svg') && one.getBoundingClientRect().right > right)
        .map((one) => `${one.closest('section[id]')?.id}: ${one.tagName} ${one.textContent.slice(0, 40)}`);
    });
    check(cut.length === 0, `${name} on ${format}: nothing is cut, not ${cut.length}, first ${cut[0]}`);
    const end = await page.evaluate(() => document.querySelector('#decision').getBoundingClientRect().bottom + scrollY);
    if (pageOne) check(end <= high, `${name} on ${format}: page one ends at ${Math.round(end)} of ${Math.round(high)} pixels`);
    const pdf = await page.pdf({format});
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
    check(pages >= 3 && pages <= most, `${name} on ${format}: ${pages} pages`);
  }
  await page.emulateMedia({media: 'screen'});
  await page.setViewportSize({width: 1280, height: 900});
}
