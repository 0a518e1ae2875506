import type {Kind, Point} from '../chart';
import type {Bubbles} from '../data';
import {blue, figure, ink, isNarrow, line, orange, percent, shorten, sky, tip, tooltip, valueAxis} from '../look';
import {shows, type State} from '../page/state';

function pointsOf(data: Bubbles, state: State) {
  return data.points.filter((point) => shows(state, point.initiative)).map((point) => ({...point, ...point[state.basis]}));
}

const mostLabels = 25;

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Of a label, from ECharts: it, and the circle that it is of. */
interface Label {
  dataIndex: number;
  rect: Box;
  labelRect: Box;
}

const outside = -1000;

function meet(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Puts each label beside, above or below its circle, where nothing stands yet; one without a place is left out. */
function placer(width: number): (label: Label) => object {
  let taken: Box[] = [];
  return ({dataIndex, rect, labelRect: {width: wide, height: high}}) => {
    if (dataIndex === 0) taken = [];
    const right = rect.x + rect.width + 4;
    const left = rect.x - wide - 4;
    const middle = rect.y + rect.height / 2 - high / 2;
    const centre = rect.x + rect.width / 2 - wide / 2;
    const places = [[right, middle], [left, middle], [right, middle - high], [right, middle + high], [left, middle - high],
                    [left, middle + high], [centre, rect.y - high - 2], [centre, rect.y + rect.height + 2]] as const;
    const boxes = places.map(([x, y]) => ({x, y, width: wide, height: high}));
    const free = boxes.find((box) => box.x >= 0 && box.x + wide <= width && !taken.some((other) => meet(box, other)));
    taken.push(rect, ...(free ? [free] : []));
    return {x: free?.x ?? outside, y: free?.y ?? outside, align: 'left', verticalAlign: 'top'};
  };
}

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
        labelLayout: placer(width),
        markLine: {symbol: 'none', silent: true, label: {show: false}, lineStyle: {color: line, type: 'solid', width: 1.5}, data: [{yAxis: 0}]},
      }],
    };
  },
};
