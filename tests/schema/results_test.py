"""reports/results.schema.json, held against the JSON of every example by a validator that is not ours.

Usage: results_test.py WAYWORTH SOURCE_DIR
"""
import copy
import json
import pathlib
import subprocess
import sys
import tempfile

try:
    import jsonschema
except ImportError as missing:
    print(f"skipped: {missing} (Debian: python3-jsonschema)")
    sys.exit()

program, source = sys.argv[1], pathlib.Path(sys.argv[2])
schema = json.loads((source / "reports/results.schema.json").read_text())
jsonschema.Draft7Validator.check_schema(schema)
validator = jsonschema.Draft7Validator(schema)
failures = []


def results_of(scenario, *options, command="run"):
    done = subprocess.run([program, command, str(scenario), "--json", "-", "-q", *options], check=True, capture_output=True)
    return json.loads(done.stdout)


def results_of_analysis(scenario, *options):
    with tempfile.TemporaryDirectory() as directory:
        subprocess.run([program, "sensitivity", str(scenario), "-o", directory, "-q", *options], check=True, capture_output=True)
        return json.loads((pathlib.Path(directory) / "results.json").read_text())


def check(name, results):
    for error in validator.iter_errors(results):
        failures.append(f"{name}: {'.'.join(map(str, error.absolute_path))}: {error.message[:200]}")


scenarios = sorted(source.glob("examples/*/scenario.yaml")) + sorted(source.glob("tests/workbook/*.yaml"))
for scenario in scenarios:
    name = str(scenario.relative_to(source))
    check(name, results_of(scenario, "--trials", "256"))
    check(f"{name} --point mode", results_of(scenario, "--point", "mode"))
    check(f"{name} random", results_of(scenario, "--trials", "3", "--sampling", "random"))

bank = source / "examples/bank/scenario.yaml"
check("a roadmap", results_of(bank, "--trials", "256", command="roadmap"))
check("a sensitivity analysis", results_of_analysis(bank, "--trials", "256"))

# A schema that takes everything would pass too.
good = results_of(scenarios[0], "--trials", "256")
for path, value in (("format_version", 2), ("typo", 1), ("manifest.scenario_hash", "x"), ("case.currency", "Dollar"),
                    ("options.0.programme.npv.mean", 3), ("checksum", "none"), ("sensitivity.choice.evpi", 0), ("bridge.overlap.value", "a"), ("share_of_checked_formulas", 2)):
    bad = copy.deepcopy(good)
    *parents, last = path.split(".")
    inner = bad
    for key in parents:
        inner = inner[int(key) if isinstance(inner, list) else key]
    inner[last] = value
    if validator.is_valid(bad):
        failures.append(f"{path} = {value!r} passes")
for key in good:
    if validator.is_valid({k: v for k, v in good.items() if k != key}):
        failures.append(f"passes without {key}")

print(f"{len(scenarios)} scenarios")
print("\n".join(failures[:30]))
sys.exit(bool(failures))
