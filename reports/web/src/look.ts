// How all charts look: colours that keep apart for the colour-blind and in grey (Okabe and Ito, "Color Universal
// Design", 2008, with lightness far apart), one font, tooltips that hold text and never HTML.

export const ink = '#1b2430';
export const soft = '#55606e';
export const line = '#d5dae1';
export const faint = '#eceff3';
export const blue = '#0b5394';
export const sky = '#9cc4e4';
export const orange = '#c2500a';
export const grey = '#8a94a1';

export const series = [
  {color: '#0b5394', type: 'solid'},
  {color: '#d9730d', type: 'dashed'},
  {color: '#1b2430', type: 'dotted'},
  {color: '#4a9a55', type: [10, 4, 2, 4]},
  {color: '#8f4a0b', type: [2, 2]},
  {color: '#7f8fa9', type: [12, 3]},
] as const;

export const font = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", sans-serif';

export function figure(value: number): string {
  const size = Math.abs(value);
  return value.toLocaleString('en', {maximumFractionDigits: size >= 100 ? 0 : size >= 10 ? 1 : 2});
}

export function percent(share: number): string {
  const points = 100 * share;
  if (share > 0 && points < 1) return '< 1 %';
  if (share < 1 && points > 99) return '> 99 %';
  return `${Math.round(points)} %`;
}

/** Lines of text for a tooltip. An element with textContent: names of a scenario are never taken for HTML. */
export function tip(...lines: string[]): HTMLElement {
  const box = document.createElement('div');
  lines.forEach((text, i) => {
    const row = document.createElement('div');
    row.textContent = text;
    if (i === 0) row.style.fontWeight = '600';
    box.appendChild(row);
  });
  return box;
}

export function shorten(text: string, most: number): string {
  const characters = Array.from(text);
  return characters.length <= most ? text : characters.slice(0, most - 1).join('') + '…';
}

/** "Self-service con…: effect on calls": both parts stay to be told apart. */
export function shortenPair(text: string, most: number): string {
  const at = text.lastIndexOf(': ');
  const tail = at < 0 ? '' : text.slice(at);
  const room = most - Array.from(tail).length;
  return room < 6 ? shorten(text, most) : shorten(text.slice(0, text.length - tail.length), room) + tail;
}

export const tooltip = {
  confine: true,
  backgroundColor: '#fff',
  borderColor: line,
  textStyle: {color: ink, fontSize: 13},
  extraCssText: 'max-width:22rem;white-space:normal;overflow-wrap:anywhere',
};

export function valueAxis(name: string): object {
  return {
    type: 'value',
    name,
    nameLocation: 'middle',
    nameGap: 30,
    nameTextStyle: {color: soft},
    axisLabel: {color: soft, hideOverlap: true, formatter: figure},
    axisLine: {show: true, onZero: false, lineStyle: {color: soft}},
    splitLine: {lineStyle: {color: faint}},
  };
}

/** Periods between the labels of a time axis: a year, or more years when there are many. */
export function wholeYears(periods: number, monthsPerPeriod: number): number {
  const year = Math.max(1, Math.round(12 / monthsPerPeriod));
  return year * Math.max(1, Math.ceil(periods / year / 8));
}

export function isNarrow(width: number): boolean {
  return width < 560;
}

/** Where there is little room to the side: two lines, broken between words where that can be. */
function inTwoLines(text: string, most: number): string {
  const letters = Array.from(text);
  if (letters.length <= most) return text;
  const space = letters.lastIndexOf(' ', most);
  const end = space > most / 3 ? space : most;
  return letters.slice(0, end).join('') + '\n' + shorten(letters.slice(end).join('').trim(), most);
}

const lettersOfNarrowLine = 19;

/** Names down the left side, one a row. */
export function nameAxis(names: string[], width: number, most = 38): object {
  return {
    type: 'category', inverse: true, data: names, axisTick: {show: false}, axisLine: {show: false},
    axisLabel: isNarrow(width)
      ? {color: ink, interval: 0, fontSize: 10.5, lineHeight: 12, formatter: (name: string) => inTwoLines(name, lettersOfNarrowLine)}
      : {color: ink, interval: 0, formatter: (name: string) => shortenPair(name, most)},
  };
}

/** Room for them; the widest letters are rare. */
export function nameWidth(width: number, most = 38): number {
  return isNarrow(width) ? 122 : 34 + 6 * most;
}
