import {heightOfRows, type Kind, type Pencil, type Point} from '../chart';
import type {Tornado} from '../data';
import {blue, figure, ink, isNarrow, nameAxis, nameWidth, shorten, sky, soft, tip, tooltip, valueAxis} from '../look';
import {shows, type State} from '../page/state';

const mostLetters = 52;

function rowsOf(data: Tornado, state: State): Tornado['rows'] {
  return data.rows.filter((row) => row.initiative < 0 || shows(state, row.initiative));
}

/** How far each input moves the mean NPV, with the input's own values at the ends of its bar. */
export const tornado: Kind<Tornado> = {
  height: (data, {state}) => heightOfRows(rowsOf(data, state).length),
  stops: (data, {state}) => rowsOf(data, state).length,
  option: (data, {width, state}) => {
    const rows = rowsOf(data, state);
    const ends = rows.flatMap((row) => [row.atLow, row.atHigh]);
    const from = Math.min(data.base, ...ends);
    const to = Math.max(data.base, ...ends);
    const room = (isNarrow(width) ? 0.36 : 0.16) * (to - from || 1);  // for the values at the ends
    return {
      grid: {left: nameWidth(width, mostLetters), right: 16, top: 24, bottom: 46},
      tooltip: {...tooltip, trigger: 'item', formatter: ({dataIndex: i}: Point) => {
        const row = rows[i]!;
        return tip(row.name, `${row.low}: mean NPV ${figure(row.atLow)} ${data.unit}`, `${row.high}: mean NPV ${figure(row.atHigh)} ${data.unit}`);
      }},
      xAxis: {...valueAxis(`Mean NPV, ${data.unit}`), min: from - room, max: to + room,
              axisLabel: {color: soft, hideOverlap: true, showMinLabel: false, showMaxLabel: false, formatter: figure}},
      yAxis: nameAxis(rows.map((row) => row.name), width, mostLetters),
      series: [{
        type: 'custom',
        encode: {x: [1, 2], y: 0},
        data: rows.map((row, i) => [i, row.atLow, row.atHigh]),
        renderItem: (_: unknown, pencil: Pencil) => {
          const i = pencil.value(0);
          const row = rows[i]!;
          const low = pencil.coord([pencil.value(1), i]);
          const high = pencil.coord([pencil.value(2), i]);
          const base = pencil.coord([data.base, i])[0];
          const height = Math.min(17, pencil.size([0, 1])[1] * 0.66);
          const part = (end: number, fill: string) => ({
            type: 'rect', shape: {x: Math.min(base, end), y: low[1] - height / 2, width: Math.max(1, Math.abs(end - base)), height},
            style: {fill, stroke: blue, lineWidth: 0.6},
          });
          const text = (end: number, other: number, words: string) => ({
            type: 'text',
            style: {text: shorten(words, isNarrow(width) ? 9 : 14), x: end + (end < other ? -4 : 4), y: low[1],
                    align: end < other ? 'right' : 'left', verticalAlign: 'middle', fill: ink, fontSize: 11},
          });
          return {type: 'group', children: [part(low[0], blue), part(high[0], sky), text(low[0], high[0], row.low),
                                            text(high[0], low[0], row.high)]};
        },
        markLine: {symbol: 'none', silent: true, lineStyle: {color: ink, type: 'solid', width: 1},
                   label: {color: ink, position: 'start', formatter: `mean ${figure(data.base)}`, distance: 6}, data: [{xAxis: data.base}]},
      }],
    };
  },
};
