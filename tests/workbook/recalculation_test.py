"""model.xlsx in a spreadsheet program: LibreOffice recalculates every formula, as it stands and with inputs changed.

usage: recalculation_test.py WAYWORTH SOFFICE SOURCE_DIR
"""
import json
import math
import pathlib
import string
import subprocess
import sys
import tempfile

import workbook_file

WAYWORTH, SOFFICE, SOURCE = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
TRIALS = "256"
ALWAYS_RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">
<value>0</value></prop></item></oor:items>"""
problems = []


def wayworth(*arguments):
    done = subprocess.run([WAYWORTH, *map(str, arguments)], capture_output=True, text=True)
    assert done.returncode == 0, f"{arguments}: {done.stderr}"
    return done.stdout


def recalculate(files, directory):
    """LibreOffice's own copies of the files, every formula evaluated anew."""
    profile = directory / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(ALWAYS_RECALCULATE)
    out = directory / "recalculated"
    subprocess.run([SOFFICE, f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "xlsx:Calc MS Excel "
                    "2007 XML", "--outdir", str(out), *map(str, files)], check=True, capture_output=True, timeout=500)
    return {file: workbook_file.Cells(out / file.name) for file in files}


def close(a, b, size=0.0):
    if isinstance(a, float) and isinstance(b, float):
        return math.isclose(a, b, rel_tol=1e-9, abs_tol=1e-9 + 1e-12 * size)
    return a == b


def sizes_by_row(values):
    """The largest figure of each row: one row of huge figures must not excuse the others."""
    sizes = {}
    for cell, value in values.items():
        if isinstance(value, float):
            row = cell.lstrip(string.ascii_uppercase)
            sizes[row] = max(sizes.get(row, 0.0), abs(value))
    return sizes


def compare_as_written(name, written, recalculated):
    """Every formula comes to the value that Wayworth wrote beside it."""
    count = 0
    for sheet, formulas in written.formulas.items():
        sizes = sizes_by_row(written.values[sheet])
        for cell in formulas:
            count += 1
            size = sizes.get(cell.lstrip(string.ascii_uppercase), 0.0)
            before = written.values[sheet].get(cell)
            after = recalculated.values[sheet].get(cell)
            if not close(before, after, size):
                problems.append(f"{name}: {sheet}!{cell} = {formulas[cell][:200]}: written {before}, recalculated {after}")
    assert count > 100, f"{name}: only {count} formulas"
    return count


def check_summary(name, recalculated, has_pasted_rows):
    """The calculation agrees with Wayworth's own figures of the case and option that the workbook is set to."""
    summary = recalculated.values["Summary"]
    header = recalculated.row_where("Summary", "D", "Difference")
    rows = [r for r in range(header + 1, header + 14) if f"B{r}" in summary]
    assert len(rows) == 13, f"{name}: {rows}"
    for row in rows:
        live, own = summary[f"B{row}"], summary[f"C{row}"]
        if has_pasted_rows and live == "#N/A":
            continue  # a value that does not hold for this case, and says so
        if not close(live, own, 1e7):
            problems.append(f"{name}: {summary[f'A{row}']}: calculation {live}, Wayworth {own}")


def figures(recalculated):
    """The calculation's figures by the label of their row on the summary."""
    summary = recalculated.values["Summary"]
    header = recalculated.row_where("Summary", "D", "Difference")
    return {summary[f"A{r}"]: summary[f"B{r}"] for r in range(header + 1, header + 15)}


def has_pasted_rows(written):
    return any(" lines of the calculation hold values" in str(value) for value in written.values["Summary"].values())


def beside_the_cash_flow(result):
    """IRR and what customers are worth, by the labels of their rows in the calculation."""
    yield "IRR", result["options"][0]["returns"]["of_mean_flow"]["irr"]
    for segment in result["segments"]:
        for when, suffix in (("today", ""), ("with", ", with the initiatives")):
            for figure, label in (("customers", "customers in the last step"), ("lifetime_value", "lifetime value of a customer"),
                                  ("base_value", "lifetime value of all customers")):
                found = segment[f"{figure}_{when}"]
                if found:
                    yield f"{segment['name']}: {label}{suffix}", found["mean"]


def own_figure(name, scenario, written, recalculated, path, value):
    """A figure typed into the workbook does what --set does."""
    result = json.loads(wayworth("run", scenario, "--point", "mode", "--set", f"{path}={value!r}", "--json", "-", "-q"))
    programme = result["options"][0]["programme"]
    for key, label in (("npv", "NPV"), ("pv_costs", "Costs"), ("payback", "Payback")):
        wanted = programme[key]["mean"]["value"] if programme[key]["mean"] else "never"
        label_of = next(one for one in figures(recalculated) if one == result["measures"][key]["name"] or one.startswith(result["measures"][key]["name"] + ","))
        actual = figures(recalculated)[label_of]
        if actual == "#N/A" and has_pasted_rows(written):
            continue
        if not close(actual, wanted, 1e7):
            problems.append(f"{name}: {path}={value} makes {label} {actual}, --set {wanted}")
    calculation = recalculated.values["Calculation"]
    for label, wanted in beside_the_cash_flow(result):
        row = recalculated.row_where("Calculation", "A", label)
        actual, wanted = calculation[f"D{row}"], wanted["value"] if wanted else "undefined"
        if not close(actual, wanted, 1e7) and not (actual == "#N/A" and has_pasted_rows(written)):
            problems.append(f"{name}: {path}={value} makes {label} {actual}, --set {wanted}")
    if figures(recalculated) == figures(written):
        problems.append(f"{name}: {path}={value} changed nothing")


def variants_of(name, file, written, directory):
    """Copies with another case, another option and a figure typed in: (what, file, changes)."""
    values = written.values
    variants = []
    cases = [v for c, v in values["Trials"].items() if c.rstrip("0123456789") >= "C" and c.endswith("4") and
             len(c.rstrip("0123456789")) + 1 == len(c) and str(v).startswith("trial")]
    for case in cases[1:3]:
        variants.append((case, {"B3": case}))
    header = written.row_where("Inputs", "A", "Initiative")
    options = [values["Inputs"][f"{column}{header}"] for column in "BCDE" if f"{column}{header}" in values["Inputs"]]
    for option in options[1:2]:
        variants.append((option, {"B4": option, "B3": cases[0] if cases else values["Inputs"]["B3"]}))
    made = []
    for what, changes in variants:
        copy = directory / f"{name}.{what.replace(' ', '_')}.xlsx"
        workbook_file.write_changed(file, copy, "Inputs", changes)
        made.append(copy)
    return made


def main():
    scenarios = {path.parent.name: path for path in sorted(SOURCE.glob("examples/*/scenario.yaml"))}
    scenarios |= {path.stem: path for path in sorted((SOURCE / "tests/workbook").glob("*.yaml"))}
    with tempfile.TemporaryDirectory() as temporary:
        directory = pathlib.Path(temporary)
        files, variants, typed = {}, [], {}
        for name, scenario in scenarios.items():
            wayworth("run", scenario, "--trials", TRIALS, "-o", directory / name, "-q")
            files[name] = directory / f"{name}.xlsx"
            (directory / name / "model.xlsx").rename(files[name])
            written = workbook_file.Cells(files[name])
            variants += variants_of(name, files[name], written, directory)
            # The first figures of each kind that --set can name: a driver and a cost of an initiative.
            rows = [(int(cell[1:]), path) for cell, path in written.values["Inputs"].items()
                    if cell[0] == "Q" and cell[1:].isdigit() and isinstance(path, str)]
            chosen = [next(((r, p) for r, p in rows if p.startswith(start) and p.count(".") == dots), None)
                      for start, dots in (("drivers.", 1), ("initiatives.", 3))]
            for row, path in filter(None, chosen):
                value = written.values["Inputs"][f"B{row}"]
                if not isinstance(value, float) or value == 0.0:
                    continue
                copy = directory / f"{name}.{path}.xlsx"
                workbook_file.write_changed(files[name], copy, "Inputs", {f"C{row}": value * 1.1})
                typed[copy] = (name, scenario, path, value * 1.1)
        recalculated = recalculate([*files.values(), *variants, *typed], directory)
        count = 0
        for name, file in files.items():
            count += compare_as_written(name, workbook_file.Cells(file), recalculated[file])
            check_summary(name, recalculated[file], False)
        name = "=1+1 every kind of line \u00b7 @SUM(A1)"
        for cells in (workbook_file.Cells(files["every_line"]), recalculated[files["every_line"]]):
            if cells.values["Summary"]["A1"] != name or "A1" in cells.formulas["Summary"]:
                problems.append("text that looks like a formula became one")
        for file in variants:
            check_summary(file.stem, recalculated[file], has_pasted_rows(recalculated[file]))
        for file, (name, scenario, path, value) in typed.items():
            own_figure(name, scenario, workbook_file.Cells(files[name]), recalculated[file], path, value)
    print(f"{count} formulas of {len(files)} workbooks, {len(variants)} other cases, {len(typed)} figures typed in")
    print("\n".join(problems[:40]))
    sys.exit(bool(problems))


main()
