"""The NPV of conv.yaml once more, from the cash flow that the program writes, as a finance reviewer would do it in Excel.

Usage: recompute_npv.py WAYWORTH SCENARIO. Runs the program at the mean of every input, discounts the column `net` of
cashflow_by_step.csv with r = 1.10^(1/12) - 1 a month, each month's flow at its end and what is paid at the start as it
is, and compares with the NPV in the JSON to the cent. Exit code 1 when they differ.
"""
import csv
import json
import pathlib
import subprocess
import sys
import tempfile

program, scenario = sys.argv[1:]
with tempfile.TemporaryDirectory() as folder:
    answer = subprocess.run([program, "run", scenario, "--point", "mean", "--quiet", "--json", "-", "--csv", folder],
                            check=True, stdout=subprocess.PIPE, text=True, encoding="utf-8").stdout
    with open(pathlib.Path(folder) / "cashflow_by_step.csv", newline="", encoding="utf-8-sig") as file:
        net = {int(row["step"]): float(row["net"]) for row in csv.DictReader(file)}

month_rate = 1.10 ** (1 / 12) - 1
recomputed = sum(flow / (1 + month_rate) ** month for month, flow in net.items())
npv = json.loads(answer)["options"][0]["programme"]["npv"]["mean"]["value"]
print(f"NPV of {len(net) - 1} months and the start: {npv:.2f} from the program, {recomputed:.2f} from the CSV")
sys.exit(0 if sorted(net) == list(range(25)) and abs(npv - recomputed) < 0.005 else 1)
