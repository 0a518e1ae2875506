// data-when="range=p10 basis=cash initiative=3": shown while all of it holds.
import {focusOf, type State} from './state';

function holds(condition: string, state: State): boolean {
  const [what, value = ''] = condition.split('=');
  switch (what) {
    case 'range': return state.range === value;
    case 'basis': return state.basis === value;
    case 'initiative': return !state.hiddenInitiatives.has(Number(value));
    case 'option': return !state.hiddenOptions.has(Number(value));
    case 'focus': return focusOf(state) === Number(value);
    default: return true;
  }
}

export function applyConditions(state: State): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-when]')) {
    element.hidden = !(element.dataset.when ?? '').split(' ').every((condition) => holds(condition, state));
  }
}
