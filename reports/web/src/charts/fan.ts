import type {Kind, Point} from '../chart';
import type {Fan} from '../data';
import {blue, figure, ink, sky, soft, tip, tooltip, valueAxis, wholeYears} from '../look';
import type {Range} from '../page/state';

const ends: Record<Range, [number, number]> = {p5: [0, 6], p10: [1, 5], p25: [2, 4]};
const names = ['P5', 'P10', 'P25', 'P50', 'P75', 'P90', 'P95'];

/** Cumulative net cash with its range, and when it turns. */
export const fan: Kind<Fan> = {
  height: () => 380,
  series: 3,
  stops: (data) => data.periods.length,
  option: (data, {state}) => {
    const [low, high] = ends[state.range];
    const band = `${names[low]} to ${names[high]}`;
    const period = (months: number) => months / data.monthsPerPeriod;
    const places = data.periods.map((_, i) => i);
    const lower = data.quantiles[low] ?? [];
    const middle = data.quantiles[3] ?? [];
    const upper = data.quantiles[high] ?? [];
    const at = (values: number[]) => places.map((i) => [i, values[i] ?? 0]);
    const [early, turn, late] = [data.payback[low], data.payback[3], data.payback[high]];
    const turning = early === undefined ? []
      : [[{xAxis: period(early)}, {xAxis: late === undefined ? data.periods.length - 1 : period(late)}]];
    return {
      grid: {left: 70, right: 30, top: 40, bottom: 46},
      legend: {top: 0, left: 0, data: ['P50', 'Mean', band], icon: 'roundRect', itemHeight: 8, textStyle: {color: ink}},
      tooltip: {
        ...tooltip,
        trigger: 'axis',
        formatter: (points: Point[]) => {
          const i = points[0]?.dataIndex ?? 0;
          return tip(data.periods[i] ?? '', `${names[high]} ${figure(upper[i] ?? 0)}`, `P50 ${figure(middle[i] ?? 0)}`,
                     `${names[low]} ${figure(lower[i] ?? 0)}`, `Mean ${figure(data.mean[i] ?? 0)} ${data.unit}`);
        },
      },
      xAxis: {
        type: 'value', min: 0, max: data.periods.length - 1, name: 'End of', nameLocation: 'middle', nameGap: 30,
        nameTextStyle: {color: soft}, splitLine: {show: false}, axisLine: {show: true, onZero: false, lineStyle: {color: soft}},
        interval: wholeYears(data.periods.length - 1, data.monthsPerPeriod),
        axisLabel: {color: soft, hideOverlap: true, formatter: (i: number) => (Number.isInteger(i) ? data.periods[i] ?? '' : '')},
      },
      yAxis: {...valueAxis(`Net cash so far, ${data.unit}`), nameGap: 46},
      series: [
        {type: 'line', name: names[low], data: at(lower), stack: 'band', stackStrategy: 'all', showSymbol: false,
         lineStyle: {color: sky, width: 1}, itemStyle: {color: sky}},
        {type: 'line', name: band, data: places.map((i) => [i, (upper[i] ?? 0) - (lower[i] ?? 0)]), stack: 'band',
         stackStrategy: 'all', showSymbol: false, lineStyle: {color: sky, width: 1}, itemStyle: {color: sky},
         areaStyle: {color: sky, opacity: 0.45}},
        {type: 'line', name: 'Mean', data: at(data.mean), showSymbol: false,
         lineStyle: {color: ink, width: 1.5, type: 'dashed'}, itemStyle: {color: ink}},
        {type: 'line', name: 'P50', data: at(middle), showSymbol: false, lineStyle: {color: blue, width: 2.5},
         itemStyle: {color: blue},
         markLine: {
           symbol: 'none', silent: true, lineStyle: {color: ink, width: 1, type: 'solid'}, label: {color: ink},
           data: [{yAxis: 0, label: {show: false}},
                  ...(turn === undefined ? [] : [{xAxis: period(turn), lineStyle: {type: 'dashed'}, label: {formatter: 'break-even P50'}}])],
         },
         markArea: {silent: true, itemStyle: {color: ink, opacity: 0.07}, data: turning}},
      ],
    };
  },
};
