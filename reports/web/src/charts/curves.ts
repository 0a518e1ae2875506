import type {Kind, Point} from '../chart';
import type {Curves} from '../data';
import {figure, ink, series as looks, soft, tip, tooltip, valueAxis} from '../look';
import type {State} from '../page/state';

function shown(data: Curves, state: State) {
  return data.series.map((one, i) => ({...one, look: looks[i % looks.length]!, values: one[state.basis]}))
    .filter((one) => !state.hiddenOptions.has(one.option));
}

/** For every option the chance of an NPV up to a figure. The curve further right is the better one. */
export const curves: Kind<Curves> = {
  height: () => 380,
  stops: (data, {state}) => shown(data, state)[0]?.values.length ?? 0,
  option: (data, {state}) => {
    const all = shown(data, state);
    return {
      grid: {left: 70, right: 20, top: 48, bottom: 46},
      legend: {top: 0, left: 0, textStyle: {color: ink}, itemWidth: 34, type: 'scroll'},
      tooltip: {
        ...tooltip,
        trigger: 'item',
        formatter: ({dataIndex, seriesIndex}: Point) => {
          const one = all[seriesIndex];
          return tip(one?.name ?? '',
                     `${dataIndex + 1} % chance of less than ${figure(one?.values[dataIndex] ?? 0)} ${data.unit}`);
        },
      },
      xAxis: {...valueAxis(`NPV, ${data.unit}`), scale: true},
      yAxis: {...valueAxis('Chance of less'), nameGap: 46, min: 0, max: 100, axisLabel: {color: soft, formatter: '{value} %'}},
      series: all.map(({name, look, values}) => ({
        type: 'line',
        name,
        symbolSize: 5,
        showSymbol: true,
        symbol: 'circle',
        itemStyle: {color: look.color, opacity: 0},
        emphasis: {itemStyle: {opacity: 1}},
        lineStyle: {color: look.color, type: look.type, width: 2.5},
        data: values.map((value, p) => [value, p + 1]),
        markLine: {symbol: 'none', silent: true, label: {show: false}, lineStyle: {color: ink, width: 1, type: 'solid'},
                   data: values[0]! < 0 && values[values.length - 1]! > 0 ? [{xAxis: 0}] : []},
      })),
    };
  },
};
