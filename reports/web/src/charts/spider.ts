import type {Kind, Point} from '../chart';
import type {Spider} from '../data';
import {figure, ink, series as looks, shorten, soft, tip, tooltip, valueAxis} from '../look';
import {shows, type State} from '../page/state';

function shown(data: Spider, state: State) {
  return data.series.map((one, i) => ({...one, look: looks[i % looks.length]!}))
    .filter((one) => shows(state, one.initiative));
}

/** The mean NPV along each of a few inputs: one line an input, over its percentiles. */
export const spider: Kind<Spider> = {
  height: (data, {state}) => 340 + 22 * shown(data, state).length,
  stops: (data) => data.percentiles.length,
  option: (data, {state, width}) => {
    const all = shown(data, state);
    return {
      grid: {left: 74, right: 24, top: 24 + 22 * all.length, bottom: 50},
      legend: {top: 0, left: 0, orient: 'vertical', textStyle: {color: ink}, itemWidth: 34,
               formatter: (name: string) => shorten(name, width < 560 ? 34 : 90)},
      tooltip: {...tooltip, trigger: 'axis', formatter: (points: Point[]) => {
        const i = points[0]?.dataIndex ?? 0;
        return tip(`Each input at its P${Math.round(100 * (data.percentiles[i] ?? 0))}`,
                   ...all.map((one) => `${one.name} = ${one.values[i]}: ${figure(one.means[i] ?? 0)} ${data.unit}`));
      }},
      xAxis: {type: 'category', data: data.percentiles.map((p) => `P${Math.round(100 * p)}`), boundaryGap: false,
              name: 'Percentile of the input', nameLocation: 'middle', nameGap: 30, nameTextStyle: {color: soft},
              axisLine: {onZero: false, lineStyle: {color: soft}}, axisLabel: {color: soft}},
      yAxis: {...valueAxis(`Mean NPV, ${data.unit}`), nameGap: 52, scale: true},
      series: all.map(({name, look, means}) => ({
        type: 'line', name, symbol: 'circle', symbolSize: 5, itemStyle: {color: look.color},
        lineStyle: {color: look.color, type: look.type, width: 2.5}, data: means,
      })),
    };
  },
};
