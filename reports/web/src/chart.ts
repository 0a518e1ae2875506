// What a kind of chart is: how it is drawn, how high, and what the arrow keys walk over.
import type {ChartData} from './data';
import type {State} from './page/state';

export interface Show {
  width: number;
  state: State;
}

export interface Kind<Data extends ChartData> {
  /** For ECharts. */
  option(data: Data, show: Show): object;
  height(data: Data, show: Show): number;
  stops(data: Data, show: Show): number;
  /** Of the series whose tooltips the arrow keys show; 0 when it is not said. */
  series?: number;
}

/** Of a tooltip formatter. */
export interface Point {
  dataIndex: number;
  seriesIndex: number;
  value: number[];
}

/** What ECharts hands to a custom series. */
export interface Pencil {
  value(dimension: number): number;
  coord(data: [number, number]): [number, number];
  size(data: [number, number]): [number, number];
}

export function heightOfRows(rows: number): number {
  return Math.max(130, 96 + 27 * rows);
}
