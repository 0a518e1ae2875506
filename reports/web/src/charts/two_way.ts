import type {Kind, Point} from '../chart';
import type {TwoWay} from '../data';
import {figure, ink, line, soft, tip, tooltip} from '../look';

const below = ['#8f4a0b', '#e8a56c'];
const above = ['#9cc4e4', '#0b5394'];
const middle = '#f7fafd';
const heightOfRow = 40;

/** Zero is in the middle: what is on the other side of it has another colour. */
function scale(means: number[]): {min: number; max: number; colors: string[]} {
  const reach = Math.max(...means.map(Math.abs)) || 1;
  const hasBoth = Math.min(...means) < 0 && Math.max(...means) > 0;
  if (hasBoth) return {min: -reach, max: reach, colors: [...below, middle, ...above]};
  return Math.max(...means) > 0 ? {min: 0, max: reach, colors: [middle, ...above]} : {min: -reach, max: 0, colors: [...below, middle]};
}

/** The mean NPV by two inputs together. */
export const twoWay: Kind<TwoWay> = {
  height: (data) => heightOfRow * data.rowValues.length + 68,
  stops: (data) => data.rowValues.length * data.columnValues.length,
  option: (data) => {
    const {min, max, colors} = scale(data.means.flat());
    return {
      grid: {left: 96, right: 16, top: 56, bottom: 12},
      tooltip: {...tooltip, trigger: 'item', formatter: ({value}: Point) => {
        const [column = 0, row = 0, mean = 0] = value;
        return tip(`${figure(mean)} ${data.unit}`, `${data.rows}: ${data.rowValues[row]}`, `${data.columns}: ${data.columnValues[column]}`);
      }},
      xAxis: {type: 'category', position: 'top', data: data.columnValues, axisTick: {show: false}, axisLine: {show: false},
              axisLabel: {color: ink, interval: 0}, name: data.columns, nameLocation: 'middle', nameGap: 28, nameTextStyle: {color: soft}},
      yAxis: {type: 'category', inverse: true, data: data.rowValues, axisTick: {show: false}, axisLine: {show: false},
              axisLabel: {color: ink, interval: 0}, name: data.rows, nameLocation: 'middle', nameGap: 72, nameTextStyle: {color: soft},
              nameTruncate: {maxWidth: heightOfRow * data.rowValues.length, ellipsis: '…'}},
      visualMap: {show: false, min, max, inRange: {color: colors}},
      series: [{
        type: 'heatmap',
        itemStyle: {borderColor: line, borderWidth: 1},
        data: data.means.flatMap((row, i) => row.map((mean, column) => ({
          value: [column, i, mean],
          label: {color: Math.abs(mean) > 0.7 * Math.max(-min, max) ? '#fff' : ink},
        }))),
        label: {show: true, fontSize: 12, formatter: ({value}: Point) => figure(value[2] ?? 0)},
      }],
    };
  },
};
