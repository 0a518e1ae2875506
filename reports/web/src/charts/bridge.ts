import {heightOfRows, type Kind, type Pencil, type Point} from '../chart';
import type {Bridge} from '../data';
import {blue, figure, ink, nameAxis, nameWidth, orange, sky, tip, tooltip, valueAxis} from '../look';
import {shows, type State} from '../page/state';

/** What is not picked becomes one bar, as the bars must add up. */
function stepsOf(data: Bridge, state: State): Bridge['steps'] {
  const isHidden = (step: Bridge['steps'][number]) => step.initiative >= 0 && !shows(state, step.initiative);
  const hidden = data.steps.filter(isHidden);
  if (hidden.length === 0) return data.steps;
  const rest = {initiative: -1, name: `${hidden.length} not shown`, value: hidden.reduce((sum, step) => sum + step.value, 0),
                isTotal: false};
  const left = data.steps.filter((step) => !isHidden(step));
  const first = left.findIndex((step) => step.isTotal);
  return [...left.slice(0, first), rest, ...left.slice(first)];
}

/** From the sum of the parts to the programme. */
export const bridge: Kind<Bridge> = {
  height: (data, {state}) => heightOfRows(stepsOf(data, state).length),
  stops: (data, {state}) => stepsOf(data, state).length,
  option: (data, {width, state}) => {
    const steps = stepsOf(data, state);
    let sum = 0;
    const bars = steps.map((step) => {
      const from = step.isTotal ? 0 : sum;
      sum = step.isTotal ? step.value : sum + step.value;
      return [from, sum] as const;
    });
    const largest = Math.max(...bars.flat().map(Math.abs));
    const digits = largest >= 100 ? 0 : largest >= 10 ? 1 : 2;  // the same for all bars, as they add up
    return {
      grid: {left: nameWidth(width), right: 64, top: 10, bottom: 46},
      tooltip: {...tooltip, trigger: 'item', formatter: ({dataIndex: i}: Point) =>
          tip(steps[i]?.name ?? '', `${figure(steps[i]?.value ?? 0)} ${data.unit}`)},
      yAxis: nameAxis(steps.map((step) => step.name), width),
      xAxis: valueAxis(`NPV, ${data.unit}`),
      series: [{
        type: 'custom',
        encode: {x: [1, 2], y: 0},
        data: bars.map(([from, to], i) => [i, from, to]),
        renderItem: (_: unknown, pencil: Pencil) => {
          const i = pencil.value(0);
          const from = pencil.coord([pencil.value(1), i]);
          const to = pencil.coord([pencil.value(2), i]);
          const height = Math.min(20, pencil.size([0, 1])[1] * 0.7);
          const step = steps[i]!;
          const fill = step.isTotal ? blue : step.value < 0 ? orange : sky;
          const left = Math.min(from[0], to[0]);
          const right = Math.max(from[0], to[0]);
          return {
            type: 'group',
            children: [
              {type: 'rect', shape: {x: left, y: from[1] - height / 2, width: Math.max(1, right - left), height}, style: {fill}},
              {type: 'text', style: {text: step.value.toFixed(digits), x: right + 5, y: from[1], verticalAlign: 'middle', fill: ink, fontSize: 12}},
            ],
          };
        },
      }],
    };
  },
};
