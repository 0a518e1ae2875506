// A scenario whose every text tries to be something else than text: 60 initiatives with long and Chinese names.

const attacks = [
  '<script>globalThis.hacked = 1; alert(1)</script>',
  '</script><script>globalThis.hacked = 1</script>',
  '"><img src=x onerror="globalThis.hacked = 1">',
  "' onmouseover='globalThis.hacked = 1",
  '</style></table><svg onload="globalThis.hacked = 1">',
  '=1+1',
  '{a|b} {b} {{c}} ${d} %s </title>',
  '全渠道客户体验与智能路由平台升级改造项目第二阶段实施方案及其配套培训计划',
  'A-name-without-a-single-space-that-goes-on-and-on-and-on-and-on-and-on-and-on-and-on-and-on-and-on',
  '<!-- &lt;b&gt; \u2028 \\u003c --> \u202e',
];
const text = (i) => JSON.stringify(`${attacks[i % attacks.length]} ${i}`);

function initiative(i) {
  return `  i${i}:
    name: ${text(i)}
    pillars: [strategy, people, process, technology]
    current_state: ${text(i + 1)}
    future_state: ${text(i + 2)}
    effects: {calls: {change: [-${(i % 9) + 2}%, -1%, 1%], source: ${text(i + 3)}}}
    benefits: [{name: ${text(i + 4)}, kind: revenue, value: [${10 + i}k, ${20 + i}k, ${60 + i}k], unit: USD/year}]
    costs: [{name: ${text(i + 5)}, kind: one_off, value: [${20 + i}k, ${30 + i}k, ${70 + i}k], source: ${text(i)}}]
    rollout: {duration: 3, ramp: 6}
`;
}

export function hostileScenario() {
  const starts = Array.from({length: 60}, (_, i) => `i${i}: ${1 + (i % 12)}`).join(', ');
  return `wayworth: 1
name: ${text(0)}
client: ${text(1)}
currency: USD
estimates: ends
time: {start: 2026-01, horizon: 36 months}
finance: {discount_rate: 10%}
drivers:
  calls: {value: [90k, 100k, 120k], unit: call/year, source: ${text(2)}, evidence: client}
  cost_per_call: {value: 6, unit: USD/call, source: ${text(4)}}
streams:
  handling: {name: ${text(3)}, kind: cost, formula: calls * cost_per_call}
initiatives:
${Array.from({length: 60}, (_, i) => initiative(i)).join('')}roadmap:
  phases:
    - {name: ${text(5)}, from: 1, to: 6, budget: 600k}
    - {name: ${text(7)}, from: 7, to: 36}
options:
  one: {name: ${text(1)}, starts: {${starts}}}
  two: {name: ${text(4)}, starts: {all: 1}}
`;
}
