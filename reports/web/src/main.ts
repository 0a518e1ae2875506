// Makes report.html answer its reader. The page is whole without it: every chart stands above the table that it draws,
// and what can be picked is in the page already.
import type {ChartData, Choices} from './data';
import {Drawing} from './draw';
import {applyConditions} from './page/conditions';
import {addControls} from './page/controls';
import {addCopyButtons, button} from './page/copy';
import {copyPicture} from './page/picture';
import {makeSortable} from './page/sort';
import {Store} from './page/state';

const source = document.getElementById('report-data');
const {choices, charts} = JSON.parse(source?.textContent ?? '{}') as {choices: Choices; charts: Record<string, ChartData>};
const store = new Store({range: 'p10', basis: 'economic', hiddenInitiatives: new Set(), hiddenOptions: new Set(),
                         optionIds: choices.options.map((option) => option.id)});

document.documentElement.classList.add('drawn');
addControls(choices, store);
addCopyButtons();
for (const table of document.querySelectorAll('table')) makeSortable(table);
store.onChange(applyConditions);

const drawings: Drawing[] = [];
const ahead = new IntersectionObserver((entries) => {
  for (const entry of entries) if (entry.isIntersecting) byPlot.get(entry.target)?.start();
}, {rootMargin: '1200px'});
const byPlot = new Map<Element, Drawing>();
for (const plot of document.querySelectorAll<HTMLElement>('.plot')) {
  const data = charts[plot.dataset.chart ?? ''];
  if (!data) continue;
  const drawing = new Drawing(plot, data, store);
  drawings.push(drawing);
  byPlot.set(plot, drawing);
  ahead.observe(plot);
  const title = plot.closest('figure')?.querySelector('figcaption')?.textContent ?? '';
  plot.closest('figure')?.prepend(button('Copy picture', `Copy picture: ${title}`, () => void copyPicture(plot, title)));
}
addEventListener('beforeprint', () => drawings.forEach((drawing) => drawing.start()));
