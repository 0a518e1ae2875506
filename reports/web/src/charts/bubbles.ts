import type {Kind, Point} from '../chart';
import type {Bubbles} from '../data';
import {blue, figure, ink, isNarrow, line, orange, percent, shorten, sky, tip, tooltip, valueAxis} from '../look';
import {shows, type State} from '../page/state';

function pointsOf(data: Bubbles, state: State) {
  return data.points.filter((point) => shows(state, point.initiative)).map((point) => ({...point, ...point[state.basis]}));
}

const mostLabels = 25;

/** Cost against value; the larger the circle, the more often the initiative loses money. */
export const bubbles: Kind<Bubbles> = {
  height: () => 420,
  stops: (data, {state}) => pointsOf(data, state).length,
  option: (data, {width, state}) => {
    const points = pointsOf(data, state);
    return {
      grid: {left: 62, right: isNarrow(width) ? 30 : 150, top: 20, bottom: 50},
      tooltip: {...tooltip, trigger: 'item', formatter: ({dataIndex: i}: Point) => {
        const point = points[i]!;
        return tip(point.name, `NPV ${figure(point.npv)} ${data.unit}`, `costs ${figure(point.cost)} ${data.unit}`,
                   `loses money in ${percent(point.loss)} of the trials`);
      }},
      xAxis: {...valueAxis(`Costs (present value), ${data.unit}`), min: 0},
      yAxis: {...valueAxis(`NPV, ${data.unit}`), nameGap: 42},
      series: [{
        type: 'scatter',
        data: points.map((point) => ({
          value: [point.cost, point.npv],
          symbolSize: 8 + 34 * Math.sqrt(point.loss),
          itemStyle: {color: point.npv < 0 ? orange : sky, borderColor: point.npv < 0 ? ink : blue, borderWidth: 1.2, opacity: 0.85},
        })),
        label: {show: points.length <= mostLabels, position: 'right', color: ink, fontSize: 11,
                formatter: ({dataIndex: i}: Point) => shorten(points[i]?.name ?? '', isNarrow(width) ? 14 : 26)},
        labelLayout: {hideOverlap: true, moveOverlap: 'shiftY'},
        markLine: {symbol: 'none', silent: true, label: {show: false}, lineStyle: {color: line, type: 'solid', width: 1.5}, data: [{yAxis: 0}]},
      }],
    };
  },
};
