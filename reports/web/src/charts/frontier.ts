import type {Kind, Point} from '../chart';
import type {Frontier} from '../data';
import {blue, figure, ink, orange, tip, tooltip, valueAxis} from '../look';

/** What each budget is worth at best, and what a ranked list would make of it. */
export const frontier: Kind<Frontier> = {
  height: () => 360,
  stops: (data) => data.points.length,
  option: (data) => ({
    grid: {left: 62, right: 30, top: 40, bottom: 50},
    legend: {top: 0, left: 0, textStyle: {color: ink}, itemWidth: 34},
    tooltip: {...tooltip, trigger: 'item', formatter: ({dataIndex: i}: Point) => {
      const point = data.points[i]!;
      return tip(`Budget ${figure(point.budget)} ${data.unit}`, `best roadmap: NPV ${figure(point.npv)}`, `by ranking: NPV ${figure(point.ranking)}`);
    }},
    xAxis: {...valueAxis(`Budget for one-off costs, ${data.unit}`), min: 0},
    yAxis: {...valueAxis(`Mean NPV, ${data.unit}`), nameGap: 42},
    series: [
      {type: 'line', name: 'Best roadmap', symbol: 'circle', symbolSize: 7, itemStyle: {color: blue}, lineStyle: {color: blue, width: 2.5},
       data: data.points.map((point) => [point.budget, point.npv])},
      {type: 'line', name: 'By ranking', symbol: 'diamond', symbolSize: 7, itemStyle: {color: orange}, lineStyle: {color: orange, width: 2, type: 'dashed'},
       data: data.points.map((point) => [point.budget, point.ranking])},
    ],
  }),
};
