// What the reader has chosen to see. Nothing is simulated anew: all of it is in the page.
import type {Basis} from '../data';

export type Range = 'p5' | 'p10' | 'p25';

export interface State {
  range: Range;
  basis: Basis;
  hiddenInitiatives: ReadonlySet<number>;
  hiddenOptions: ReadonlySet<number>;
  optionIds: readonly number[];
}

export function shows(state: State, initiative: number): boolean {
  return !state.hiddenInitiatives.has(initiative);
}

/** The first option that is shown: what can be shown of one option only is shown of this. */
export function focusOf(state: State): number {
  return state.optionIds.find((id) => !state.hiddenOptions.has(id)) ?? state.optionIds[0] ?? 0;
}

export class Store {
  private listeners: ((state: State) => void)[] = [];
  constructor(public state: State) {}

  change(part: Partial<State>): void {
    this.state = {...this.state, ...part};
    for (const listener of this.listeners) listener(this.state);
  }

  onChange(listener: (state: State) => void): void {
    this.listeners.push(listener);
  }
}
