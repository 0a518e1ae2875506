"""Every number that another format shows is the one in results.json: all digits in the CSV tables and in the workbook,
the rounded ones in report.html and summary.md to half a unit of their last digit.

usage: same_numbers_test.py WAYWORTH SCENARIO
"""
import csv
import html
import json
import math
import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "workbook"))
from workbook_file import Cells  # noqa: E402

SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9}
# What a table adds to the findings: sums by year, which are checked by themselves, times, and what follows from the
# scenario alone.
NOT_FOUND = {
    "cashflow_by_step.csv": {"years_to_cash", "discount_factor"},
    "cashflow_by_year.csv": {"one_off_costs", "running_costs", "revenue", "cost_savings", "staff_savings", "taxes",
                             "net", "cash_net"},
    "inputs.csv": {"mean", "standard_deviation", "mode", "p10", "p50", "p90"},
    "drivers.csv": {"as_typed", "minimum", "maximum"},
}
problems = []


def check(holds, text):
    if not holds:
        problems.append(text)


def numbers_in(value, found):
    if isinstance(value, dict):
        for one in value.values():
            numbers_in(one, found)
    elif isinstance(value, list):
        for one in value:
            numbers_in(one, found)
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        found.add(float(value))
    return found


def rows_of(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def check_csv(directory, known):
    tables = sorted(directory.glob("*.csv"))
    count = 0
    for path in tables:
        for line, row in enumerate(rows_of(path), start=2):
            for column, cell in row.items():
                if column in NOT_FOUND.get(path.name, ()) or not re.fullmatch(r"-?\d+\.\d+(e[-+]\d+)?", cell):
                    continue
                count += 1
                check(float(cell) in known, f"{path.name}:{line}: {column} {cell} is not in results.json")
    return {path.name for path in tables}, count


def summaries(results):
    """(option, initiative, measure) -> what is known of it, with the names that the workbook has."""
    for option in results["options"]:
        for key, summary in option["programme"].items():
            if "p50" in summary or "mean" in summary:
                yield (option["key"], "programme", "", key), summary
    first = results["options"][0]["key"]
    for one in results["initiatives"]:
        for key, summary in one["alone"].items():
            if "p50" in summary or "mean" in summary:
                yield (first, "alone", one["key"], key), summary


def check_figures(directory, results):
    """The other way round: what is in results.json is in figures.csv and on the sheet Outputs."""
    figures = {(row["option"], row["scope"], row["initiative"], row["measure"]): row
               for row in rows_of(directory / "figures.csv")}
    names = {key: measure["name"] for key, measure in results["measures"].items()}
    cells = Cells(directory / "model.xlsx").values["Outputs"]
    sheet = {}
    for cell, value in cells.items():
        column, row = re.fullmatch(r"([A-Z]+)(\d+)", cell).groups()
        sheet.setdefault(int(row), {})[column] = value
    by_name = {(row.get("A"), row.get("B"), row.get("C", ""), row.get("D")): row for row in sheet.values()}
    count = 0
    for key, summary in summaries(results):
        for name, column in (("mean", "F"), ("p10", "K"), ("p50", "O"), ("p90", "S")):
            if not isinstance(summary.get(name), dict) or not isinstance(summary[name].get("value"), float):
                continue
            value = summary[name]["value"]
            count += 1
            in_csv = figures[key][name]
            check(in_csv not in ("", "never") and float(in_csv) == value, f"figures.csv: {key} {name} {in_csv}, not {value}")
            in_sheet = by_name.get((*key[:3], names[key[3]]), {}).get(column)
            same = isinstance(in_sheet, float) and abs(in_sheet - value) <= 1e-15 * abs(value)
            check(same, f"model.xlsx, Outputs: {key} {name} {in_sheet}, not {value}")
    return count


def check_cash_flow(directory, results):
    """Every line of every step stands in its place, and the years are the sums of their steps."""
    lines = results["cash_flow"]["mean_lines_by_step"]
    steps = rows_of(directory / "cashflow_by_step.csv")
    years = rows_of(directory / "cashflow_by_year.csv")
    per_year = (len(steps) - 1) // (len(years) - 1)
    count = 0
    for line, values in lines.items():
        for step, (row, value) in enumerate(zip(steps, values, strict=True)):
            count += 1
            check(float(row[line]) == value, f"cashflow_by_step.csv: {line} of step {step} {row[line]}, not {value}")
        for year, row in enumerate(years):
            of_year = values[(year - 1) * per_year + 1:year * per_year + 1] if year else values[:1]
            same = math.isclose(float(row[line]), sum(of_year), rel_tol=1e-12, abs_tol=1e-12 * sum(map(abs, of_year)))
            check(same, f"cashflow_by_year.csv: {line} of year {year} {row[line]}, not {sum(of_year)}")
    for table, period in ((steps, "step"), (years, "year")):
        for line in ("net", "cumulative"):
            points = results["cash_flow"][f"by_{period}"][line]
            for i, (row, point) in enumerate(zip(table, points, strict=True)):
                for name in ("p10", "p50", "p90"):
                    count += 1
                    cell = row[f"{line}_{name}"]
                    check(float(cell) == point[name], f"cashflow_by_{period}.csv: {line}_{name} of {i} {cell}, not {point[name]}")
    return count


def agrees(text, value, scale):
    number = re.search(r"-?[\d,]+(\.\d+)?", text)
    if number is None:
        return False
    plain = number[0].replace(",", "")
    decimals = len(plain.partition(".")[2])
    zeros = 0 if decimals else len(plain) - len(plain.rstrip("0"))
    half = 0.5000001 * scale * 10.0 ** (-decimals if decimals else zeros)
    return abs(float(plain) * scale - value) <= half


def check_rounded(where, title, header, rows, results):
    """The table of initiatives on their own."""
    scale = SCALES.get(title.split()[-1], 1.0)
    initiatives = {one["name"]: one for one in results["initiatives"]}
    check(len(rows) == len(initiatives), f"{where}: {len(rows)} rows for {len(initiatives)} initiatives")
    count = 0
    for row in rows:
        cells = dict(zip(header, row))
        npv = initiatives[cells["Initiative"]]["alone"]["npv"]
        expected = {"NPV mean": npv["mean"], "P10": npv["p10"], "P50": npv["p50"], "P90": npv["p90"],
                    "ROI": initiatives[cells["Initiative"]]["alone"]["roi_of_means"]}
        for column, estimate in expected.items():
            count += 1
            check(agrees(cells[column], estimate["value"], 1.0 if column == "ROI" else scale),
                  f"{where}: {column} of {cells['Initiative']} is {estimate['value']}, not {cells[column]}")
    return count


def markdown_table(text):
    title, table = re.search(r"^(Initiatives on their own[^\n]*)\n\n((?:\|[^\n]*\n)+)", text, re.M).groups()
    lines = [[html.unescape(cell.strip().replace("\\", "")) for cell in line.strip("|").split("|")]
             for line in table.splitlines()]
    return title, lines[0], lines[2:]


def html_table(text):
    title, table = re.search(r"<caption>(Initiatives on their own[^<]*)</caption>(.*?)</table>", text, re.S).groups()
    def cells(row):
        return [html.unescape(re.sub(r"<small.*?</small>|<[^>]+>", "", cell))
                for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.S)]
    rows = [cells(row) for row in re.findall(r"<tr[^>]*>(.*?)</tr>", table, re.S)]
    return title, rows[0], rows[1:]


def check_command(wayworth, arguments, expected_tables):
    with tempfile.TemporaryDirectory() as name:
        directory = pathlib.Path(name)
        subprocess.run([wayworth, *arguments, "--trials", "1024", "-q", "-o", directory], check=True,
                       stdout=subprocess.DEVNULL)
        results = json.loads((directory / "results.json").read_text(encoding="utf-8"))
        tables, in_csv = check_csv(directory, numbers_in(results, set()))
        check(expected_tables <= tables, f"{arguments[0]}: no {expected_tables - tables}")
        figures = check_figures(directory, results)
        in_flow = check_cash_flow(directory, results)
        rounded = 0
        if arguments[0] == "run":
            rounded += check_rounded("summary.md", *markdown_table((directory / "summary.md").read_text("utf-8")), results)
        rounded += check_rounded("report.html", *html_table((directory / "report.html").read_text("utf-8")), results)
        check(in_csv > 1000 and in_flow > 100 and figures > 100 and rounded > 20, f"{arguments[0]}: too little was compared")
        print(f"{arguments[0]}: {in_csv} numbers in {len(tables)} CSV tables, {in_flow} of the cash flow, {figures} in the "
              f"workbook, {rounded} rounded")


def main():
    wayworth, scenario = sys.argv[1:]
    every = {"figures.csv", "ranking.csv", "returns.csv", "inputs.csv"}
    from_trials = {"sensitivity.csv", "break_evens.csv", "headroom.csv", "decisions.csv", "value_of_information.csv"}
    check_command(wayworth, ["run", scenario], every | from_trials)
    check_command(wayworth, ["sensitivity", scenario, "--variance"],
                  every | from_trials | {"tornado.csv", "spider.csv", "flips.csv", "worst_trials.csv", "convergence.csv",
                                         "variance_shares.csv"})
    check_command(wayworth, ["roadmap", scenario, "--frontier"],
                  every | {"roadmap.csv", "roadmap_left_out.csv", "roadmap_wins.csv", "roadmap_capacity.csv",
                           "roadmap_frontier.csv", "roadmap_risks.csv"})
    for problem in problems[:40]:
        print(problem)
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
