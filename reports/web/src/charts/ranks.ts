import {heightOfRows, type Kind, type Point} from '../chart';
import type {Ranks} from '../data';
import {ink, isNarrow, line, nameAxis, nameWidth, percent, soft, tip, tooltip} from '../look';
import {shows, type State} from '../page/state';

function rowsOf(data: Ranks, state: State): Ranks['rows'] {
  return data.rows.filter((row) => shows(state, row.initiative));
}

/** How often each initiative takes each place. */
export const ranks: Kind<Ranks> = {
  height: (data, {state}) => heightOfRows(rowsOf(data, state).length) - 44,
  stops: (data, {state}) => rowsOf(data, state).length * (data.rows[0]?.shares.length ?? 0),
  option: (data, {width, state}) => {
    const rows = rowsOf(data, state);
    const places = data.rows[0]?.shares.length ?? 0;
    return {
      grid: {left: nameWidth(width), right: 16, top: 26, bottom: 8},
      tooltip: {...tooltip, trigger: 'item', formatter: ({value}: Point) =>
          tip(rows[value[1] ?? 0]?.name ?? '', `place ${(value[0] ?? 0) + 1} in ${percent(value[2] ?? 0)} of the trials`)},
      xAxis: {type: 'category', position: 'top', data: Array.from({length: places}, (_, i) => `${i + 1}.`),
              axisTick: {show: false}, axisLine: {show: false}, axisLabel: {color: soft, interval: 0}},
      yAxis: nameAxis(rows.map((row) => row.name), width),
      visualMap: {show: false, min: 0, max: 1, inRange: {color: ['#f7fafd', '#c3d9ec', '#6f9fca', '#0b5394', '#062c50']}},
      series: [{
        type: 'heatmap',
        itemStyle: {borderColor: line, borderWidth: 1},
        data: rows.flatMap((row, i) => row.shares.map((share, place) => ({
          value: [place, i, share],
          label: {color: share > 0.45 ? '#fff' : ink},
        }))),
        label: {show: !isNarrow(width) && places <= 15, fontSize: 11,
                formatter: ({value}: Point) => ((value[2] ?? 0) >= 0.005 ? String(Math.round(100 * (value[2] ?? 0))) : '')},
      }],
    };
  },
};
