// Draws the charts of report.html. The page is whole without it: every chart stands above the table that it draws.
import {CustomChart, HeatmapChart, LineChart, ScatterChart} from 'echarts/charts';
import {GridComponent, LegendScrollComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent,
        VisualMapComponent} from 'echarts/components';
import {init, use, type EChartsType} from 'echarts/core';
import {LabelLayout} from 'echarts/features';
import {SVGRenderer} from 'echarts/renderers';
import type {ChartData} from './data';
import {curves, histogram} from './distributions';
import {font} from './look';
import {bridge, bubbles, fan} from './money';
import {gantt, ranks} from './plans';

use([CustomChart, HeatmapChart, LineChart, ScatterChart, GridComponent, LegendScrollComponent, MarkAreaComponent,
     MarkLineComponent, TooltipComponent, VisualMapComponent, LabelLayout, SVGRenderer]);

function optionOf(data: ChartData, width: number): object {
  switch (data.kind) {
    case 'histogram': return histogram(data);
    case 'curves': return curves(data);
    case 'fan': return fan(data);
    case 'bridge': return bridge(data, width);
    case 'gantt': return gantt(data, width);
    case 'ranks': return ranks(data, width);
    case 'bubbles': return bubbles(data, width);
  }
}

function rowsOf(data: ChartData): number {
  switch (data.kind) {
    case 'bridge': return data.steps.length;
    case 'gantt': return data.rows.length;
    case 'ranks': return data.names.length;
    default: return 0;
  }
}

/** The number of things that the arrow keys walk over. */
function stopsOf(data: ChartData): number {
  switch (data.kind) {
    case 'histogram': return data.counts.length;
    case 'curves': return data.series[0]?.values.length ?? 0;
    case 'fan': return data.periods.length;
    case 'ranks': return data.names.length * (data.shares[0]?.length ?? 0);
    case 'bubbles': return data.points.length;
    default: return rowsOf(data);
  }
}

/** On paper the page is as wide as the paper, and the drawing must follow without being drawn again. */
function letItScale(plot: HTMLElement): void {
  const svg = plot.querySelector('svg');
  if (svg) svg.setAttribute('viewBox', `0 0 ${svg.getAttribute('width')} ${svg.getAttribute('height')}`);
}

function walkWithKeys(plot: HTMLElement, chart: EChartsType, data: ChartData): void {
  const stops = stopsOf(data);
  let at = -1;
  plot.addEventListener('keydown', (event) => {
    const step = event.key === 'ArrowRight' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowLeft' || event.key === 'ArrowUp' ? -1 : 0;
    if (event.key === 'Escape') chart.dispatchAction({type: 'hideTip'});
    if (step === 0 || stops === 0) return;
    event.preventDefault();
    at = (at + step + stops) % stops;
    chart.dispatchAction({type: 'showTip', seriesIndex: data.kind === 'fan' ? 3 : 0, dataIndex: at});
  });
  plot.addEventListener('blur', () => chart.dispatchAction({type: 'hideTip'}));
}

function draw(plot: HTMLElement, data: ChartData): void {
  const rows = rowsOf(data);
  plot.style.height = `${rows > 0 ? Math.max(120, 90 + 28 * rows) : 380}px`;
  const chart = init(plot, null, {renderer: 'svg'});
  const show = () => {
    const base = {animation: false, textStyle: {fontFamily: font}};
    chart.setOption({...base, ...optionOf(data, plot.clientWidth)}, true);
    letItScale(plot);
  };
  show();
  walkWithKeys(plot, chart, data);
  let width = plot.clientWidth;
  new ResizeObserver(() => {
    if (plot.clientWidth === width || plot.clientWidth === 0 || matchMedia('print').matches) return;
    width = plot.clientWidth;
    chart.resize();
    show();
  }).observe(plot);
}

const source = document.getElementById('chart-data');
const all = JSON.parse(source?.textContent ?? '{}') as Record<string, ChartData>;
document.documentElement.classList.add('drawn');
for (const plot of document.querySelectorAll<HTMLElement>('.plot')) {
  const data = all[plot.dataset.chart ?? ''];
  if (data) draw(plot, data);
}
