import {type Kind, type Pencil, type Point} from '../chart';
import type {Gantt} from '../data';
import {blue, figure, faint, ink, isNarrow, nameAxis, nameWidth, orange, sky, shorten, soft, tip, tooltip} from '../look';
import {shows, type State} from '../page/state';

const rowHeight = 25;
const roleHeight = 30;
const moneyHeight = 110;
const top = 26;
const between = 34;

function month(data: Gantt, months: number): string {
  const all = data.startYear * 12 + data.startMonth - 1 + Math.floor(months);
  return `${Math.floor(all / 12)}-${String((all % 12) + 1).padStart(2, '0')}`;
}

function rowsOf(data: Gantt, state: State): Gantt['rows'] {
  return data.rows.filter((row) => shows(state, row.initiative));
}

function interval(months: number, width: number): number {
  return isNarrow(width) ? 12 : months <= 24 ? 3 : months <= 48 ? 6 : 12;
}

/** One axis of months for all parts, labelled below the last of them. */
function timeAxis(data: Gantt, width: number, gridIndex: number, labelled: boolean): object {
  return {
    type: 'value', gridIndex, min: 0, max: data.months, interval: interval(data.months, width),
    axisLine: {show: true, onZero: false, lineStyle: {color: soft}}, splitLine: {lineStyle: {color: faint}}, axisTick: {show: labelled},
    axisLabel: {show: labelled, color: soft, hideOverlap: true, formatter: (months: number) => month(data, months)},
  };
}

function bars(data: Gantt, rows: Gantt['rows'], width: number): object {
  return {
    type: 'custom',
    xAxisIndex: 0,
    yAxisIndex: 0,
    encode: {x: [1, 2, 3], y: 0},
    data: rows.map((row, i) => [i, row.start, row.live, Math.min(row.full, data.months)]),
    renderItem: (_: unknown, pencil: Pencil) => {
      const at = (k: number) => pencil.coord([Math.min(pencil.value(k), data.months), pencil.value(0)]);
      const [start, live, full] = [at(1), at(2), at(3)];
      const height = Math.min(17, pencil.size([0, 1])[1] * 0.66);
      const y = start[1] - height / 2;
      return {
        type: 'group',
        children: [
          {type: 'rect', shape: {x: start[0], y, width: Math.max(2, live[0] - start[0]), height}, style: {fill: blue}},
          {type: 'polygon', shape: {points: [[live[0], y + height], [live[0], y + height * 0.8], [full[0], y], [full[0], y + height]]},
           style: {fill: sky, stroke: blue, lineWidth: 0.8}},
        ],
      };
    },
    markArea: {
      silent: true,
      label: {show: !isNarrow(width), color: soft, position: 'top', fontSize: 12},
      data: data.phases.map((phase, i) => [
        {name: shorten(phase.name, 20), xAxis: phase.from, itemStyle: {color: ink, opacity: i % 2 ? 0.02 : 0.06}},
        {xAxis: Math.min(phase.to, data.months)},
      ]),
    },
  };
}

/** People that are needed, month by month; what exceeds the supply is orange and higher than its row's line. */
function people(data: Gantt): object {
  const cells = data.roles.flatMap((role, i) => role.demand.map((demand, at) => [at, i, demand, role.supply ?? -1]));
  const most = data.roles.map((role) => Math.max(role.supply ?? 0, ...role.demand, 1e-9));
  return {
    type: 'custom',
    xAxisIndex: 1,
    yAxisIndex: 1,
    encode: {x: 0, y: 1},
    data: cells,
    renderItem: (_: unknown, pencil: Pencil) => {
      const [at, row, demand, supply] = [pencil.value(0), pencil.value(1), pencil.value(2), pencil.value(3)];
      const from = pencil.coord([at, row]);
      const to = pencil.coord([at + 1, row]);
      const full = pencil.size([0, 1])[1] * 0.78;
      const base = from[1] + full / 2;
      const high = (value: number) => (full * value) / most[row]!;
      const over = supply >= 0 && demand > supply * (1 + 1e-9);
      const width = Math.max(1, to[0] - from[0] - 0.6);
      const children: object[] = [
        {type: 'rect', shape: {x: from[0], y: base - high(demand), width, height: high(demand)}, style: {fill: over ? orange : sky}},
      ];
      if (supply >= 0) {
        children.push({type: 'line', shape: {x1: from[0], y1: base - high(supply), x2: to[0], y2: base - high(supply)}, style: {stroke: ink, lineWidth: 1}});
      }
      return {type: 'group', children};
    },
  };
}

/** Benefits up, costs down, from a line at 0. */
function money(data: Gantt, index: number): object {
  const room = 0.12 * data.monthsPerPeriod;
  return {
    type: 'custom',
    xAxisIndex: index,
    yAxisIndex: index,
    encode: {x: 0, y: [1, 2]},
    data: data.earned.map((earned, i) => [i * data.monthsPerPeriod, earned, -(data.spent[i] ?? 0)]),
    renderItem: (_: unknown, pencil: Pencil) => {
      const from = pencil.value(0);
      const bar = (value: number, style: object) => {
        const start = pencil.coord([from + room, 0]);
        const end = pencil.coord([Math.min(from + data.monthsPerPeriod, data.months) - room, value]);
        return {type: 'rect', style, shape: {x: start[0], y: Math.min(start[1], end[1]), width: Math.max(1, end[0] - start[0]), height: Math.abs(end[1] - start[1])}};
      };
      return {type: 'group', children: [bar(pencil.value(1), {fill: sky, stroke: blue, lineWidth: 0.5}), bar(pencil.value(2), {fill: orange})]};
    },
    markLine: {symbol: 'none', silent: true, label: {show: false}, lineStyle: {color: ink, type: 'solid', width: 1}, data: [{yAxis: 0}]},
  };
}

/** What is built and ramped up when; under it the people that this takes, and the money that it takes and brings. */
export const gantt: Kind<Gantt> = {
  height: (data, {state}) =>
    top + rowHeight * rowsOf(data, state).length + (data.roles.length > 0 ? between + roleHeight * data.roles.length : 0) +
    (data.spent.length > 0 ? between + moneyHeight : 0) + 44,
  stops: (data, {state}) => rowsOf(data, state).length,
  option: (data, {width, state}) => {
    const rows = rowsOf(data, state);
    const left = nameWidth(width) + 18;  // labels beyond a fixed grid are cut
    const grids: object[] = [{left, right: 34, outerBoundsMode: 'none', top, height: rowHeight * rows.length}];
    const yAxes: object[] = [nameAxis(rows.map((row) => row.name), width)];
    const series: object[] = [bars(data, rows, width)];
    let y = top + rowHeight * rows.length + between;
    if (data.roles.length > 0) {
      grids.push({left, right: 34, outerBoundsMode: 'none', top: y, height: roleHeight * data.roles.length});
      yAxes.push({...nameAxis(data.roles.map((role) => role.name), width), gridIndex: 1});
      series.push(people(data));
      y += roleHeight * data.roles.length + between;
    }
    if (data.spent.length > 0) {
      const gridIndex = grids.length;
      grids.push({left, right: 34, outerBoundsMode: 'none', top: y, height: moneyHeight});
      yAxes.push({type: 'value', gridIndex, name: data.unit, nameLocation: 'middle', nameGap: 44, nameTextStyle: {color: soft},
                  splitNumber: 3, axisLabel: {color: soft, formatter: figure}, splitLine: {lineStyle: {color: faint}}});
      series.push(money(data, gridIndex));
    }
    return {
      grid: grids,
      tooltip: {...tooltip, trigger: 'item', formatter: ({dataIndex: i, seriesIndex, value}: Point) => {
        if (seriesIndex === 0) {
          const row = rows[i]!;
          return tip(row.name, `starts ${month(data, row.start)}`, `live ${month(data, row.live)}`, `in full effect ${month(data, row.full)}`);
        }
        if (seriesIndex === 1 && data.roles.length > 0) {
          const supply = value[3] ?? -1;
          return tip(`${data.roles[value[1] ?? 0]?.name ?? ''}, ${month(data, value[0] ?? 0)}`, `${figure(value[2] ?? 0)} people are needed`,
                     ...(supply >= 0 ? [`${figure(supply)} there are`] : []));
        }
        const period = Math.floor((value[0] ?? 0) / data.monthsPerPeriod);
        return tip(`From ${month(data, period * data.monthsPerPeriod)}`, `Benefits ${figure(data.earned[period] ?? 0)}`,
                   `Costs ${figure(data.spent[period] ?? 0)} ${data.unit}`);
      }},
      xAxis: grids.map((_, i) => timeAxis(data, width, i, i === grids.length - 1)),
      yAxis: yAxes,
      series,
    };
  },
};
