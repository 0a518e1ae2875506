import type {Kind, Point} from '../chart';
import type {Customers} from '../data';
import {figure, ink, series as looks, soft, tip, tooltip, valueAxis} from '../look';

/** The customers of each segment over time, as today and with the programme. */
export const customers: Kind<Customers> = {
  height: () => 340,
  stops: (data) => data.periods.length,
  option: (data) => ({
    grid: {left: 74, right: 24, top: 44, bottom: 46},
    legend: {top: 0, left: 0, type: 'scroll', textStyle: {color: ink}, itemWidth: 34},
    tooltip: {...tooltip, trigger: 'axis', formatter: (points: Point[]) => {
      const i = points[0]?.dataIndex ?? 0;
      return tip(data.periods[i] ?? '', ...data.series.map((one) => `${one.name}: today ${figure(one.today[i] ?? 0)}, with ${figure(one.programme[i] ?? 0)}`));
    }},
    xAxis: {type: 'value', min: 0, max: data.periods.length - 1, splitLine: {show: false}, axisLine: {onZero: false, lineStyle: {color: soft}},
            axisLabel: {color: soft, hideOverlap: true, formatter: (i: number) => (Number.isInteger(i) ? data.periods[i] ?? '' : '')}},
    yAxis: {...valueAxis('Customers'), nameGap: 56, scale: true},
    series: data.series.flatMap((one, s) => {
      const {color} = looks[s % looks.length]!;
      const curve = (name: string, values: number[], type: string) => ({
        type: 'line', name: `${one.name}, ${name}`, showSymbol: false, symbolSize: 6, itemStyle: {color}, lineStyle: {color, width: 2.5, type},
        data: values.map((value, i) => [i, value]),
      });
      return [curve('with', one.programme, 'solid'), curve('today', one.today, 'dashed')];
    }),
  }),
};
