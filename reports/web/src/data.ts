// What the page says to its charts and controls: written by reports/charts/ and reports/html.cpp, in the units in which
// it is shown.

export interface Named {
  id: number;  // as in data-when of the page
  name: string;
}

/** What the controls can choose from. */
export interface Choices {
  initiatives: Named[];
  options: Named[];
  hasChance: boolean;
  hasCash: boolean;  // some savings do not leave the budget, so that there are two NPVs
}

/** P5, P10, P25, P50, P75, P90, P95. */
export type Quantiles = [number, number, number, number, number, number, number];

export type Basis = 'economic' | 'cash';

export interface Histogram {
  kind: 'histogram';
  unit: string;
  views: {
    option: number;  // -1: of an initiative alone
    basis: Basis;
    low: number;
    width: number;
    counts: number[];
    below: number;
    above: number;
    quantiles: Quantiles;
  }[];
}

export interface Curves {
  kind: 'curves';
  unit: string;
  series: {option: number; name: string; economic: number[]; cash: number[]}[];  // P1 to P99
}

export interface Fan {
  kind: 'fan';
  unit: string;
  periods: string[];
  quantiles: number[][];  // as Quantiles, each a list by period
  mean: number[];
  payback: Quantiles | number[];  // months; "never" is left out, so the list may be short
  monthsPerPeriod: number;
}

export interface Bridge {
  kind: 'bridge';
  unit: string;
  steps: {initiative: number; name: string; value: number; isTotal: boolean}[];  // initiative -1: not one of them
}

export interface Gantt {
  kind: 'gantt';
  months: number;
  startYear: number;
  startMonth: number;
  rows: {initiative: number; name: string; start: number; live: number; full: number}[];  // months from the start
  phases: {name: string; from: number; to: number}[];
  roles: {name: string; supply: number | null; demand: number[]}[];  // people, by month
  unit: string;  // of the money
  spent: number[];  // by period, positive
  earned: number[];
  monthsPerPeriod: number;
}

export interface Ranks {
  kind: 'ranks';
  rows: {initiative: number; name: string; shares: number[]}[];  // by place
}

export interface Bubbles {
  kind: 'bubbles';
  unit: string;
  points: {
    initiative: number;
    name: string;
    cost: number;
    economic: {npv: number; loss: number};
    cash: {npv: number; loss: number};
  }[];
}

export interface Tornado {
  kind: 'tornado';
  unit: string;
  base: number;
  rows: {
    initiative: number;  // -1: of no initiative
    name: string;
    atLow: number;
    atHigh: number;
    low: string;  // the input there, as text
    high: string;
  }[];
}

export interface Worth {
  kind: 'worth';
  unit: string;
  rows: {initiative: number; name: string; value: number; error: number | null}[];
}

export interface Spider {
  kind: 'spider';
  unit: string;
  percentiles: number[];  // of each input, from 0 to 1
  series: {initiative: number; name: string; values: string[]; means: number[]}[];  // by percentile; values as text
}

export interface TwoWay {
  kind: 'two_way';
  unit: string;
  rows: string;  // name of the input
  columns: string;
  rowValues: string[];
  columnValues: string[];
  means: number[][];  // by row, by column
}

export interface Frontier {
  kind: 'frontier';
  unit: string;
  points: {budget: number; npv: number; ranking: number}[];
}

export interface Customers {
  kind: 'customers';
  periods: string[];
  series: {name: string; today: number[]; programme: number[]}[];
}

export type ChartData =
  Histogram | Curves | Fan | Bridge | Gantt | Ranks | Bubbles | Tornado | Worth | Spider | TwoWay |
  Frontier | Customers;
