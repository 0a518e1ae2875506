import type {Curves, Histogram} from './data';
import {blue, figure, grey, ink, orange, percent, series, sky, soft, tip, tooltip, valueAxis} from './look';

type Point = {dataIndex: number; seriesIndex: number};

/** Shares of the trials by NPV, loss and gain apart, with the cumulative share as a line. */
export function histogram(data: Histogram): object {
  const all = data.counts.reduce((sum, count) => sum + count, data.below + data.above);
  const edge = (i: number) => data.low + i * data.width;
  let sum = data.below;
  const cumulative = data.counts.map((count) => (sum += count) / all);
  const half = data.width > 0 ? data.width / 2 : 0.5;
  const marks = [['P10', data.p10], ['P50', data.p50], ['P90', data.p90]] as const;
  const range = (i: number) => `${figure(edge(i))} to ${figure(edge(i + 1))} ${data.unit}`;
  return {
    grid: {left: 52, right: 52, top: 34, bottom: 46},
    tooltip: {
      ...tooltip,
      trigger: 'item',
      formatter: ({dataIndex: i}: Point) =>
        tip(range(i), `${percent((data.counts[i] ?? 0) / all)} of the trials`,
            `${percent(cumulative[i] ?? 0)} up to here`),
    },
    xAxis: {...valueAxis(`NPV, ${data.unit}`), min: edge(0), max: data.width > 0 ? edge(data.counts.length) : edge(0) + 1,
            splitLine: {show: false}, axisLabel: {color: soft, hideOverlap: true, showMinLabel: false, showMaxLabel: false, formatter: figure}},
    yAxis: [
      {...valueAxis(''), axisLabel: {color: soft, formatter: (v: number) => `${figure(100 * v)} %`}},
      {type: 'value', min: 0, max: 1, splitLine: {show: false},
       axisLabel: {color: soft, formatter: (v: number) => `${Math.round(100 * v)} %`}},
    ],
    series: [
      {
        type: 'custom',
        name: 'Share of trials',
        encode: {x: 0, y: 1},
        data: data.counts.map((count, i) => [edge(i) + half, count / all]),
        renderItem: (_: unknown, api: any) => {
          const middle = api.value(0);
          const from = api.coord([middle - half, api.value(1)]);
          const to = api.coord([middle + half, 0]);
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
          data: marks.map(([name, at]) => ({xAxis: at, label: {formatter: name}})),
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
}

/** For every option the chance of an NPV up to a figure. The curve further right is the better one. */
export function curves(data: Curves): object {
  return {
    grid: {left: 52, right: 20, top: 48, bottom: 46},
    legend: {top: 0, left: 0, textStyle: {color: ink}, itemWidth: 34, type: 'scroll'},
    tooltip: {
      ...tooltip,
      trigger: 'item',
      formatter: ({dataIndex, seriesIndex}: Point) => {
        const one = data.series[seriesIndex];
        return tip(one?.name ?? '', `${dataIndex + 1} % chance of less than ${figure(one?.values[dataIndex] ?? 0)} ${data.unit}`);
      },
    },
    xAxis: {...valueAxis(`NPV, ${data.unit}`), scale: true},
    yAxis: {...valueAxis(''), min: 0, max: 100, axisLabel: {color: soft, formatter: '{value} %'}},
    series: data.series.map((one, i) => {
      const look = series[i % series.length]!;
      return {
        type: 'line',
        name: one.name,
        symbolSize: 5,
        showSymbol: true,
        symbol: 'circle',
        itemStyle: {color: look.color, opacity: 0},
        emphasis: {itemStyle: {opacity: 1}},
        lineStyle: {color: look.color, type: look.type, width: 2.5},
        data: one.values.map((value, p) => [value, p + 1]),
      };
    }),
  };
}
