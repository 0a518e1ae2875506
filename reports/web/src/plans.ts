import type {Gantt, Ranks} from './data';
import {blue, ink, line, percent, shorten, sky, soft, tip, tooltip} from './look';

type Point = {dataIndex: number; value: number[]};

function month(data: Gantt, months: number): string {
  const all = data.startYear * 12 + data.startMonth - 1 + Math.floor(months);
  return `${Math.floor(all / 12)}-${String((all % 12) + 1).padStart(2, '0')}`;
}

/** What is built and ramped up when, with the phases behind it. */
export function gantt(data: Gantt, width: number): object {
  const narrow = width < 560;
  const interval = data.months <= 24 ? 3 : data.months <= 48 ? 6 : 12;
  return {
    grid: {left: narrow ? 120 : 250, right: 20, top: 30, bottom: 34},
    tooltip: {...tooltip, trigger: 'item', formatter: ({dataIndex: i}: Point) => {
      const row = data.rows[i]!;
      return tip(row.name, `starts ${month(data, row.start)}`, `live ${month(data, row.live)}`, `in full effect ${month(data, row.full)}`);
    }},
    xAxis: {type: 'value', min: 0, max: data.months, interval: narrow ? 12 : interval, axisLine: {show: true, lineStyle: {color: soft}},
            axisLabel: {color: soft, hideOverlap: true, formatter: (months: number) => month(data, months)}, splitLine: {lineStyle: {color: '#eceff3'}}},
    yAxis: {type: 'category', inverse: true, data: data.rows.map((row) => row.name), axisTick: {show: false},
            axisLabel: {color: ink, interval: 0, formatter: (name: string) => shorten(name, narrow ? 16 : 36)}},
    series: [{
      type: 'custom',
      encode: {x: [1, 2, 3], y: 0},
      data: data.rows.map((row, i) => [i, row.start, row.live, Math.min(row.full, data.months)]),
      renderItem: (_: unknown, api: any) => {
        const [start, live, full] = [1, 2, 3].map((k) => api.coord([Math.min(api.value(k), data.months), api.value(0)]));
        const height = Math.min(20, api.size([0, 1])[1] * 0.66);
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
        label: {show: !narrow, color: soft, position: 'top', fontSize: 12},
        data: data.phases.map((phase, i) => [
          {name: shorten(phase.name, 20), xAxis: phase.from, itemStyle: {color: ink, opacity: i % 2 ? 0.02 : 0.06}},
          {xAxis: Math.min(phase.to, data.months)},
        ]),
      },
    }],
  };
}

/** How often each initiative takes each place. */
export function ranks(data: Ranks, width: number): object {
  const narrow = width < 560;
  const places = data.shares[0]?.length ?? 0;
  return {
    grid: {left: narrow ? 120 : 250, right: 16, top: 26, bottom: 8},
    tooltip: {...tooltip, trigger: 'item', formatter: ({value}: Point) =>
        tip(data.names[value[1] ?? 0] ?? '', `place ${(value[0] ?? 0) + 1} in ${percent(value[2] ?? 0)} of the trials`)},
    xAxis: {type: 'category', position: 'top', data: Array.from({length: places}, (_, i) => `${i + 1}.`), axisTick: {show: false},
            axisLine: {show: false}, axisLabel: {color: soft, interval: 0}},
    yAxis: {type: 'category', inverse: true, data: data.names, axisTick: {show: false}, axisLine: {show: false},
            axisLabel: {color: ink, interval: 0, formatter: (name: string) => shorten(name, narrow ? 16 : 36)}},
    visualMap: {show: false, min: 0, max: 1, inRange: {color: ['#f7fafd', '#c3d9ec', '#6f9fca', '#0b5394', '#062c50']}},
    series: [{
      type: 'heatmap',
      itemStyle: {borderColor: line, borderWidth: 1},
      data: data.shares.flatMap((row, i) => row.map((share, place) => ({
        value: [place, i, share],
        label: {color: share > 0.45 ? '#fff' : ink},
      }))),
      label: {show: !narrow && places <= 15, fontSize: 11,
              formatter: ({value}: Point) => ((value[2] ?? 0) >= 0.005 ? String(Math.round(100 * (value[2] ?? 0))) : '')},
    }],
  };
}
