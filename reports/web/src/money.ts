import type {Bridge, Bubbles, Fan} from './data';
import {blue, figure, ink, line, orange, percent, shorten, sky, soft, tip, tooltip, valueAxis} from './look';

type Point = {dataIndex: number};

/** Cumulative net cash with its range, and when it turns. */
export function fan(data: Fan): object {
  const [early, middle, late] = data.payback;
  const period = (months: number) => months / data.monthsPerPeriod;
  const places = data.periods.map((_, i) => i);
  const at = (values: number[]) => places.map((i) => [i, values[i] ?? 0]);
  const turning = early === undefined || late === undefined ? [] : [[{xAxis: period(early)}, {xAxis: period(late)}]];
  return {
    grid: {left: 58, right: 24, top: 40, bottom: 46},
    legend: {top: 0, left: 0, data: ['P50', 'Mean', 'P10 to P90'], textStyle: {color: ink}},
    tooltip: {
      ...tooltip,
      trigger: 'axis',
      formatter: (points: Point[]) => {
        const i = points[0]?.dataIndex ?? 0;
        return tip(data.periods[i] ?? '', `P90 ${figure(data.p90[i] ?? 0)}`, `P50 ${figure(data.p50[i] ?? 0)}`,
                   `P10 ${figure(data.p10[i] ?? 0)}`, `Mean ${figure(data.mean[i] ?? 0)} ${data.unit}`);
      },
    },
    xAxis: {
      type: 'value', min: 0, max: data.periods.length - 1, name: 'End of', nameLocation: 'middle', nameGap: 30,
      nameTextStyle: {color: soft}, splitLine: {show: false},
      axisLabel: {color: soft, hideOverlap: true, formatter: (i: number) => (Number.isInteger(i) ? data.periods[i] ?? '' : '')},
    },
    yAxis: valueAxis(''),
    series: [
      {type: 'line', name: 'P10', data: at(data.p10), stack: 'band', showSymbol: false, lineStyle: {color: sky, width: 1}, itemStyle: {color: sky},
       stackStrategy: 'all'},
      {type: 'line', name: 'P10 to P90', data: places.map((i) => [i, (data.p90[i] ?? 0) - (data.p10[i] ?? 0)]),
       stack: 'band', stackStrategy: 'all', showSymbol: false, lineStyle: {color: sky, width: 1}, itemStyle: {color: sky},
       areaStyle: {color: sky, opacity: 0.45}},
      {type: 'line', name: 'Mean', data: at(data.mean), showSymbol: false, lineStyle: {color: ink, width: 1.5, type: 'dashed'},
       itemStyle: {color: ink}},
      {type: 'line', name: 'P50', data: at(data.p50), showSymbol: false, lineStyle: {color: blue, width: 2.5}, itemStyle: {color: blue},
       markLine: {symbol: 'none', silent: true, lineStyle: {color: ink, width: 1, type: 'solid'}, label: {color: ink},
                  data: [{yAxis: 0, label: {show: false}},
                         ...(middle === undefined ? [] : [{xAxis: period(middle), lineStyle: {type: 'dashed'}, label: {formatter: 'break-even P50'}}])]},
       markArea: {silent: true, itemStyle: {color: ink, opacity: 0.07}, data: turning}},
    ],
  };
}

/** From the sum of the parts to the programme. */
export function bridge(data: Bridge, width: number): object {
  let sum = 0;
  const bars = data.steps.map((step) => {
    const from = step.isTotal ? 0 : sum;
    sum = step.isTotal ? step.value : sum + step.value;
    return [from, sum];
  });
  const narrow = width < 560;
  const largest = Math.max(...bars.flat().map(Math.abs));
  const digits = largest >= 100 ? 0 : largest >= 10 ? 1 : 2;  // the same for all bars, as they add up
  return {
    grid: {left: narrow ? 120 : 250, right: 64, top: 10, bottom: 46},
    tooltip: {...tooltip, trigger: 'item', formatter: ({dataIndex: i}: Point) =>
        tip(data.steps[i]?.name ?? '', `${figure(data.steps[i]?.value ?? 0)} ${data.unit}`)},
    yAxis: {type: 'category', inverse: true, data: data.steps.map((step) => step.name), axisTick: {show: false},
            axisLabel: {color: ink, interval: 0, formatter: (name: string) => shorten(name, narrow ? 16 : 36)}},
    xAxis: valueAxis(`NPV, ${data.unit}`),
    series: [{
      type: 'custom',
      encode: {x: [1, 2], y: 0},
      data: bars.map(([from, to], i) => [i, from, to]),
      renderItem: (_: unknown, api: any) => {
        const i = api.value(0);
        const from = api.coord([api.value(1), i]);
        const to = api.coord([api.value(2), i]);
        const height = Math.min(26, api.size([0, 1])[1] * 0.7);
        const step = data.steps[i]!;
        const fill = step.isTotal ? blue : step.value < 0 ? orange : sky;
        const left = Math.min(from[0], to[0]);
        const right = Math.max(from[0], to[0]);
        return {
          type: 'group',
          children: [
            {type: 'rect', shape: {x: left, y: from[1] - height / 2, width: Math.max(1, right - left), height}, style: {fill}},
            {type: 'text', style: {text: step.value.toFixed(digits), x: right + 5, y: from[1], verticalAlign: 'middle', fill: ink, fontSize: 12}},
          ],
        };
      },
    }],
  };
}

/** Cost against value; the larger the circle, the more often the initiative loses money. */
export function bubbles(data: Bubbles, width: number): object {
  const radius = (loss: number) => 8 + 34 * Math.sqrt(loss);
  return {
    grid: {left: 62, right: 40, top: 20, bottom: 50},
    tooltip: {...tooltip, trigger: 'item', formatter: ({dataIndex: i}: Point) => {
      const point = data.points[i]!;
      return tip(point.name, `NPV ${figure(point.npv)} ${data.unit}`, `costs ${figure(point.cost)} ${data.unit}`,
                 `loses money in ${percent(point.loss)} of the trials`);
    }},
    xAxis: {...valueAxis(`Costs (present value), ${data.unit}`), min: 0},
    yAxis: {...valueAxis(`NPV, ${data.unit}`), nameGap: 42},
    series: [{
      type: 'scatter',
      data: data.points.map((point) => ({
        value: [point.cost, point.npv],
        symbolSize: radius(point.loss),
        itemStyle: {color: point.npv < 0 ? orange : sky, borderColor: point.npv < 0 ? ink : blue, borderWidth: 1.2, opacity: 0.85},
      })),
      label: {show: data.points.length <= 25, position: 'right', color: ink, fontSize: 11,
              formatter: ({dataIndex: i}: Point) => shorten(data.points[i]?.name ?? '', width < 560 ? 14 : 26)},
      labelLayout: {hideOverlap: true, moveOverlap: 'shiftY'},
      markLine: {symbol: 'none', silent: true, label: {show: false}, lineStyle: {color: line, type: 'solid', width: 1.5}, data: [{yAxis: 0}]},
    }],
  };
}
