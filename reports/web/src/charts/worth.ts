import {heightOfRows, type Kind, type Pencil, type Point} from '../chart';
import type {Worth} from '../data';
import {blue, figure, ink, nameAxis, nameWidth, sky, tip, tooltip, valueAxis} from '../look';
import {shows, type State} from '../page/state';

const mostLetters = 52;

function rowsOf(data: Worth, state: State): Worth['rows'] {
  return data.rows.filter((row) => row.initiative < 0 || shows(state, row.initiative));
}

/** What it would be worth to know an input before choosing, with two standard errors to both sides. */
export const worth: Kind<Worth> = {
  height: (data, {state}) => heightOfRows(rowsOf(data, state).length),
  stops: (data, {state}) => rowsOf(data, state).length,
  option: (data, {width, state}) => {
    const rows = rowsOf(data, state);
    return {
      grid: {left: nameWidth(width, mostLetters), right: 72, top: 10, bottom: 46},
      tooltip: {...tooltip, trigger: 'item', formatter: ({dataIndex: i}: Point) => {
        const row = rows[i]!;
        return tip(row.name, `worth up to ${figure(row.value)} ${data.unit}`,
                   ...(row.error === null ? [] : [`standard error ${figure(row.error)}`]));
      }},
      xAxis: {...valueAxis(`Worth knowing first, ${data.unit}`), min: 0},
      yAxis: nameAxis(rows.map((row) => row.name), width, mostLetters),
      series: [{
        type: 'custom',
        encode: {x: 1, y: 0},
        data: rows.map((row, i) => [i, row.value]),
        renderItem: (_: unknown, pencil: Pencil) => {
          const i = pencil.value(0);
          const row = rows[i]!;
          const zero = pencil.coord([0, i]);
          const end = pencil.coord([row.value, i]);
          const height = Math.min(17, pencil.size([0, 1])[1] * 0.66);
          const spread = 2 * (row.error ?? 0);
          const [low, high] = [pencil.coord([Math.max(0, row.value - spread), i])[0], pencil.coord([row.value + spread, i])[0]];
          return {
            type: 'group',
            children: [
              {type: 'rect', shape: {x: zero[0], y: end[1] - height / 2, width: Math.max(1, end[0] - zero[0]), height},
               style: {fill: sky, stroke: blue, lineWidth: 0.6}},
              {type: 'line', shape: {x1: low, y1: end[1], x2: high, y2: end[1]}, style: {stroke: ink, lineWidth: 1}},
              {type: 'text', style: {text: figure(row.value), x: high + 6, y: end[1], verticalAlign: 'middle', fill: ink, fontSize: 12}},
            ],
          };
        },
      }],
    };
  },
};
