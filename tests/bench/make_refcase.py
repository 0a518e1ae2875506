#!/usr/bin/env python3
"""Writes refcase.yaml, the case that speed is measured on, from params.csv: make_refcase.py < params.csv > refcase.yaml

20 initiatives, 164 uncertain inputs, 60 months. Adoption is taken at the end of each month and hangs on a drawn duration
and ramp; churn is reduced by all initiatives together, so it stands in an initiative of its own, without costs.

With --rollouts the same case to plan: every initiative has its rollout and its effect on churn, so that they move with
its start. Adoption is then the average over the month."""

import csv
import math
import sys

with_rollouts = "--rollouts" in sys.argv[1:]

# The copula of the case correlates the normals with 0.5; scenarios state Spearman's rank correlation.
rank = 6 / math.pi * math.asin(0.5 / 2)

print("""# Made by make_refcase.py from params.csv: edit those.
wayworth: 1
name: Reference case
currency: USD
time: {start: 2026-01, horizon: 60 months}
finance: {discount_rate: 10%, discounting: end}
drivers:
  margin: uniform(30%, 45%)
  wage: {value: "normal(5200, 450)", unit: USD/month/FTE}
  value_of_a_customer: {value: "triangular(6, 8, 11)", unit: USD/month/customer}""")



def duration_of(row):
    return f"uniform({row['dur_low']}, {row['dur_high']})"


def ramp_of(row):
    return f"triangular({row['ramp_low']}, {row['ramp_mode']}, {row['ramp_high']})"


rows = list(csv.DictReader(sys.stdin))
for row in rows:
    i = row["id"]
    print(f"  revenue_{i}: {{value: \"lognormal({row['rev_mean']}, {row['rev_sd']})\", unit: USD/month}}")
for row in rows:
    i = row["id"]
    print(f"""  cost_{i}: {{value: "pert({row['cost_low']}, {row['cost_mode']}, {row['cost_high']})", unit: USD}}
  run_{i}: {{value: "triangular({row['run_low']}, {row['run_mode']}, {row['run_high']})", unit: USD/month}}
  fte_{i}: {{value: "pert({row['fte_low']}, {row['fte_mode']}, {row['fte_high']})", unit: FTE}}""")
    if not with_rollouts:
        print(f"""  duration_{i}: {{value: "{duration_of(row)}", unit: "1"}}
  ramp_{i}: {{value: "{ramp_of(row)}", unit: "1"}}""")
    print(f"""  churn_{i}: {{value: "pert({row['churn_low']}, {row['churn_mode']}, {row['churn_high']})", unit: "1"}}""")
    if not with_rollouts:
        print(f"""  success_{i}: {{value: bernoulli({row['p_success']}), unit: "1"}}
  adoption_{i}: {{value: "success_{i} * clamp((t - duration_{i}) / ramp_{i}, 0, 1)", unit: "1"}}""")

print("""
segments:
  base: {customers: 200k, churn: {value: "pert(1.2%, 1.5%, 2%)", unit: 1/month}}
streams:
  retention: {kind: revenue, basis: contribution, formula: base.customers_at_end * value_of_a_customer}
correlations:""")
print(f"  - {{among: drivers.revenue_*, rank: {rank!r}}}")
print("initiatives:")


def with_formulas():
    for row in rows:
        i = row["id"]
        yield f"""  {i}:
    benefits:
      - {{name: Revenue, kind: revenue, value: adoption_{i} * revenue_{i} * margin, unit: USD/month}}
      - {{name: Staff, kind: cost_saving, value: adoption_{i} * fte_{i} * wage, unit: USD/month}}
    costs:
      - {{name: Build, kind: one_off, value: cost_{i}, from: start}}
      - {{name: Run, kind: running, value: "if(t > duration_{i}, run_{i}, 0)", unit: USD/month, from: start}}"""
    yield "  retention:\n    costs: []\n    effects:\n      base.churn:"
    for row in rows:
        yield f"        - {{change: -churn_{row['id']} * adoption_{row['id']}}}"


def with_starts():
    for row in rows:
        i = row["id"]
        yield f"""  {i}:
    effects: {{base.churn: {{change: -churn_{i}}}}}
    benefits:
      - {{name: Revenue, kind: revenue, value: revenue_{i} * margin, unit: USD/month}}
      - {{name: Staff, kind: cost_saving, value: fte_{i} * wage, unit: USD/month}}
    costs:
      - {{name: Build, kind: one_off, value: cost_{i}, from: start}}
      - {{name: Run, kind: running, value: run_{i}, unit: USD/month}}
    rollout:
      duration: {duration_of(row)}
      ramp: {ramp_of(row)}
      success: {row['p_success']}
      if_it_fails: 0"""


print("\n".join(with_starts() if with_rollouts else with_formulas()))
