// Draws one chart where the page has left room for it, and again when the reader picks something else.
import {CustomChart, HeatmapChart, LineChart, ScatterChart} from 'echarts/charts';
import {GridComponent, LegendScrollComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent,
        VisualMapComponent} from 'echarts/components';
import {init, use, type EChartsType} from 'echarts/core';
import {LabelLayout} from 'echarts/features';
import {SVGRenderer} from 'echarts/renderers';
import type {ChartData} from './data';
import {kindOf} from './kinds';
import {font} from './look';
import type {Store} from './page/state';

use([CustomChart, HeatmapChart, LineChart, ScatterChart, GridComponent, LegendScrollComponent, MarkAreaComponent,
     MarkLineComponent, TooltipComponent, VisualMapComponent, LabelLayout, SVGRenderer]);

/** On paper the page is as wide as the paper, and the drawing must follow without being drawn again. */
function letItScale(plot: HTMLElement): void {
  const svg = plot.querySelector('svg');
  if (!svg) return;
  svg.setAttribute('viewBox', `0 0 ${svg.getAttribute('width')} ${svg.getAttribute('height')}`);
  svg.setAttribute('aria-hidden', 'true');  // the plot has a name and a description
}

export class Drawing {
  private chart: EChartsType | undefined;
  private at = -1;
  private width = 0;

  constructor(private plot: HTMLElement, private data: ChartData, private store: Store) {
    plot.addEventListener('keydown', (event) => this.walk(event));
    plot.addEventListener('blur', () => this.chart?.dispatchAction({type: 'hideTip'}));
    store.onChange(() => { if (this.chart) this.show(); });
    new ResizeObserver(() => this.follow()).observe(plot);
  }

  /** Nothing is drawn before it can be seen or is printed. */
  start(): void {
    if (this.chart) return;
    this.resize();
    this.chart = init(this.plot, null, {renderer: 'svg'});
    this.show();
  }

  private get showing() {
    return {width: this.plot.clientWidth, state: this.store.state};
  }

  private resize(): void {
    this.width = this.plot.clientWidth;
    this.plot.style.height = `${kindOf(this.data).height(this.data, this.showing)}px`;
  }

  private show(): void {
    this.resize();
    this.chart?.resize();
    const base = {animation: false, textStyle: {fontFamily: font}};
    this.chart?.setOption({...base, ...kindOf(this.data).option(this.data, this.showing)}, true);
    letItScale(this.plot);
  }

  private follow(): void {
    const width = this.plot.clientWidth;
    if (!this.chart || width === this.width || width === 0 || matchMedia('print').matches) return;
    this.show();
  }

  private walk(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.chart?.dispatchAction({type: 'hideTip'});
    const forward = event.key === 'ArrowRight' || event.key === 'ArrowDown';
    const back = event.key === 'ArrowLeft' || event.key === 'ArrowUp';
    const kind = kindOf(this.data);
    const stops = kind.stops(this.data, this.showing);
    if ((!forward && !back) || stops === 0) return;
    event.preventDefault();
    this.at = this.at < 0 ? (forward ? 0 : stops - 1) : (this.at + (forward ? 1 : -1) + stops) % stops;
    this.chart?.dispatchAction({type: 'showTip', seriesIndex: kind.series ?? 0, dataIndex: this.at});
  }
}
