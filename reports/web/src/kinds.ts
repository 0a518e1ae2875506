import type {Kind} from './chart';
import {bridge} from './charts/bridge';
import {bubbles} from './charts/bubbles';
import {curves} from './charts/curves';
import {customers} from './charts/customers';
import {fan} from './charts/fan';
import {frontier} from './charts/frontier';
import {gantt} from './charts/gantt';
import {histogram} from './charts/histogram';
import {ranks} from './charts/ranks';
import {spider} from './charts/spider';
import {tornado} from './charts/tornado';
import {twoWay} from './charts/two_way';
import {worth} from './charts/worth';
import type {ChartData} from './data';

const kinds: {[name in ChartData['kind']]: Kind<Extract<ChartData, {kind: name}>>} =
  {bridge, bubbles, curves, customers, fan, frontier, gantt, histogram, ranks, spider, tornado, two_way: twoWay, worth};

/** Every kind draws its own data only, which the type of `kinds` has made sure of. */
export function kindOf(data: ChartData): Kind<ChartData> {
  return kinds[data.kind] as unknown as Kind<ChartData>;
}
