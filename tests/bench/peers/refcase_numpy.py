#!/usr/bin/python3
"""The reference case as somebody who knows NumPy would write it: refcase_numpy.py TRIALS SEED

Draws with NumPy's own generators, works on batches of trials that stay in the cache, prints the figures of the case as
JSON. Meant to be as fast as NumPy allows without leaving it."""

import csv
import json
import pathlib
import sys

import numpy as np

MONTHS, BATCH = 60, 1024
rows = list(csv.DictReader(open(pathlib.Path(__file__).parent.parent / "params.csv", newline="")))
param = {name: np.array([[float(row[name])] for row in rows]) for name in rows[0] if name != "id"}
count = len(rows)


def beta_of_pert(low, mode, high):
    return 1 + 4 * (mode - low) / (high - low), 1 + 4 * (high - mode) / (high - low)


shapes = {name: beta_of_pert(*(param[f"{name}_{end}"] for end in ("low", "mode", "high")))
          for name in ("cost", "fte", "churn")}
churn_shape = beta_of_pert(0.012, 0.015, 0.020)
variance = np.log1p((param["rev_sd"] / param["rev_mean"]) ** 2)
log_mean = np.log(param["rev_mean"]) - variance / 2
factor = np.linalg.cholesky(np.full((count, count), 0.5) + 0.5 * np.eye(count)) * np.sqrt(variance)
discount = 1.1 ** (-np.arange(MONTHS + 1) / 12)


def pert(rng, name, n):
    low, high = param[f"{name}_low"], param[f"{name}_high"]
    return low + (high - low) * rng.beta(*shapes[name], (count, n))


def triangular(rng, name, n):
    return rng.triangular(*(param[f"{name}_{end}"] for end in ("low", "mode", "high")), (count, n))


def batch_of_trials(rng, n):
    """NPV, ROI, payback month (infinite: none) and the NPV of every initiative, one column a trial."""
    cost, fte, churn_cut = (pert(rng, name, n) for name in ("cost", "fte", "churn"))
    running, ramp = triangular(rng, "run", n), triangular(rng, "ramp", n)
    live = rng.uniform(param["dur_low"], param["dur_high"], (count, n))
    success = rng.random((count, n)) < param["p_success"]
    revenue = np.exp(log_mean + factor @ rng.standard_normal((count, n)))
    margin, wage = rng.uniform(0.30, 0.45, n), rng.normal(5200, 450, n)
    churn = 0.012 + 0.008 * rng.beta(*churn_shape, n)
    worth = rng.triangular(6, 8, 11, n)

    benefit = success * (revenue * margin + fte * wage)
    churn_cut *= success
    adopted, paid = np.zeros((count, n)), np.zeros((count, n))  # discounted sums of adoption and of months in use
    with_it = np.full(n, 200_000.0)
    without = with_it.copy()
    upfront = cost.sum(0)
    kept = np.zeros(n)
    cumulative, payback = -upfront, np.full(n, np.inf)
    for month in range(1, MONTHS + 1):
        adoption = np.clip((month - live) / ramp, 0, 1)
        in_use = month > live
        adopted += discount[month] * adoption
        paid += discount[month] * in_use
        with_it *= 1 - churn * np.prod(1 - churn_cut * adoption, axis=0)
        without *= 1 - churn
        retained = worth * (with_it - without)
        kept += discount[month] * retained
        cumulative = cumulative + (np.einsum("it,it->t", benefit, adoption) -
                                   np.einsum("it,it->t", running, in_use) + retained)
        payback[np.isinf(payback) & (cumulative >= 0)] = month
    running_cost = running * paid
    own = benefit * adopted - running_cost - cost
    npv = own.sum(0) + kept
    return np.vstack([npv, npv / (upfront + running_cost.sum(0)), payback, own])


trials = int(sys.argv[1])
generator = np.random.default_rng(int(sys.argv[2]))
columns = np.hstack([batch_of_trials(generator, min(BATCH, trials - first)) for first in range(0, trials, BATCH)])
names = ["npv", "roi", "payback"] + [f"npv_i.{i}" for i in range(count)]
figures = {}
for name, values in zip(names, columns):
    if name == "payback":
        paid_back = np.isfinite(values)
        figures["payback_mean"] = values[paid_back].mean()
        figures["payback_share"] = paid_back.mean()
        continue
    figures[f"{name}.mean"], figures[f"{name}.sd"] = values.mean(), values.std()
    for p, value in zip((5, 10, 50, 90, 95), np.percentile(values, (5, 10, 50, 90, 95))):
        figures[f"{name}.p{p}"] = value
figures["p_npv_negative"] = (columns[0] < 0).mean()
print(json.dumps(figures))
