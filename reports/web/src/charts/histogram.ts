import {type Kind, type Pencil, type Point} from '../chart';
import type {Histogram} from '../data';
import {blue, figure, grey, ink, orange, percent, sky, soft, tip, tooltip, valueAxis} from '../look';
import {focusOf, type Range, type State} from '../page/state';

const marksOf: Record<Range, [number, number, number]> = {p5: [0, 3, 6], p10: [1, 3, 5], p25: [2, 3, 4]};
const names = ['P5', 'P10', 'P25', 'P50', 'P75', 'P90', 'P95'];

function viewOf(data: Histogram, state: State): Histogram['views'][number] {
  const ofBasis = data.views.filter((view) => view.basis === state.basis);
  const views = ofBasis.length > 0 ? ofBasis : data.views;
  return views.find((view) => view.option === focusOf(state)) ?? views[0]!;
}

/** Shares of the trials by NPV, loss and gain apart, with the cumulative share as a line. */
export const histogram: Kind<Histogram> = {
  height: () => 360,
  stops: (data, {state}) => viewOf(data, state).counts.length,
  option: (data, {state}) => {
    const view = viewOf(data, state);
    const all = view.counts.reduce((sum, count) => sum + count, view.below + view.above);
    const edge = (i: number) => view.low + i * view.width;
    let sum = view.below;
    const cumulative = view.counts.map((count) => (sum += count) / all);
    const half = view.width > 0 ? view.width / 2 : 0.5;
    const range = (i: number) => `${figure(edge(i))} to ${figure(edge(i + 1))} ${data.unit}`;
    return {
      grid: {left: 66, right: 72, top: 34, bottom: 46},
      tooltip: {
        ...tooltip,
        trigger: 'item',
        formatter: ({dataIndex: i}: Point) =>
          tip(range(i), `${percent((view.counts[i] ?? 0) / all)} of the trials`,
              `${percent(cumulative[i] ?? 0)} up to here`),
      },
      xAxis: {
        ...valueAxis(`NPV, ${data.unit}`), min: edge(0),
        max: view.width > 0 ? edge(view.counts.length) : edge(0) + 1, splitLine: {show: false},
        axisLabel: {color: soft, hideOverlap: true, showMinLabel: false, showMaxLabel: false, formatter: figure},
      },
      yAxis: [
        {...valueAxis('Share of the trials'), nameGap: 44, axisLabel: {color: soft, formatter: (v: number) => `${figure(100 * v)} %`}},
        {...valueAxis('Chance of less (line)'), nameGap: 50, min: 0, max: 1, splitLine: {show: false},
         axisLabel: {color: soft, formatter: (v: number) => `${Math.round(100 * v)} %`}},
      ],
      series: [
        {
          type: 'custom',
          name: 'Share of trials',
          encode: {x: 0, y: 1},
          data: view.counts.map((count, i) => [edge(i) + half, count / all]),
          renderItem: (_: unknown, pencil: Pencil) => {
            const middle = pencil.value(0);
            const from = pencil.coord([middle - half, pencil.value(1)]);
            const to = pencil.coord([middle + half, 0]);
            return {
              type: 'rect',
              shape: {x: from[0] + 0.5, y: from[1], width: Math.max(1, to[0] - from[0] - 1), height: to[1] - from[1]},
              style: {fill: middle < 0 ? orange : sky, stroke: middle < 0 ? orange : blue, lineWidth: 0.5},
            };
          },
          markLine: {
            symbol: 'none',
            silent: true,
            label: {color: ink, fontSize: 12},
            lineStyle: {color: ink, type: 'dashed', width: 1},
            data: marksOf[state.range].map((i) => ({xAxis: view.quantiles[i], label: {formatter: names[i]}})),
          },
        },
        {
          type: 'line',
          name: 'Cumulative',
          yAxisIndex: 1,
          showSymbol: false,
          symbolSize: 6,
          lineStyle: {color: grey, width: 2},
          itemStyle: {color: grey},
          data: cumulative.map((share, i) => [edge(i + 1), share]),
        },
      ],
    };
  },
};
