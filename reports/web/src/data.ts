// What the page says to its charts: written by reports/charts.cpp, in the units in which it is shown.

export interface Histogram {
  kind: 'histogram';
  unit: string;
  low: number;
  width: number;
  counts: number[];
  below: number;
  above: number;
  p10: number;
  p50: number;
  p90: number;
}

export interface Curves {
  kind: 'curves';
  unit: string;
  series: {name: string; values: number[]}[];  // P1 to P99
}

export interface Fan {
  kind: 'fan';
  unit: string;
  periods: string[];
  p10: number[];
  p50: number[];
  p90: number[];
  mean: number[];
  payback: number[];  // months: P10, P50, P90, as far as they are not "never"
  monthsPerPeriod: number;
}

export interface Bridge {
  kind: 'bridge';
  unit: string;
  steps: {name: string; value: number; isTotal: boolean}[];
}

export interface Gantt {
  kind: 'gantt';
  months: number;
  startYear: number;
  startMonth: number;
  rows: {name: string; start: number; live: number; full: number}[];  // months from the start
  phases: {name: string; from: number; to: number}[];
}

export interface Ranks {
  kind: 'ranks';
  names: string[];
  shares: number[][];  // by initiative, by place
}

export interface Bubbles {
  kind: 'bubbles';
  unit: string;
  points: {name: string; cost: number; npv: number; loss: number}[];
}

export type ChartData = Histogram | Curves | Fan | Bridge | Gantt | Ranks | Bubbles;
