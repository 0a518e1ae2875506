"""The JSON Schema that `wayworth schema` prints, held against scenarios by a validator that is not ours.

Usage: schema_test.py WAYWORTH SOURCE_DIR. Every scenario that Wayworth accepts must pass; of those that it refuses (and
that are YAML at all) a good part must not.
"""
import json
import pathlib
import re
import subprocess
import sys

try:
    import jsonschema
    import yaml
except ImportError as missing:
    print(f"skipped: {missing} (Debian: python3-jsonschema, python3-yaml)")
    sys.exit()

LEAST_SHARE_REFUSED = 0.25


class Loader(yaml.SafeLoader):
    """YAML as editors read it: 2026-01-31 is text."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}

program, source = sys.argv[1], pathlib.Path(sys.argv[2])
schema = json.loads(subprocess.run([program, "schema"], check=True, capture_output=True, text=True).stdout)
jsonschema.Draft7Validator.check_schema(schema)
validator = jsonschema.Draft7Validator(schema)
failures = []


def expect(condition, message):
    if not condition:
        failures.append(message)


def mistakes(text):
    return [f"{'.'.join(map(str, one.absolute_path))}: {one.message[:200]}"
            for one in validator.iter_errors(yaml.load(text, Loader))]


good = [p for folder in ("examples", "tests/reference", "tests/lint") for p in (source / folder).rglob("*.yaml")]
for file in sorted(good):
    found = mistakes(file.read_text())
    expect(not found, f"{file.relative_to(source)} is accepted by Wayworth, but: {found}")
expect(len(good) >= 10, "hardly any scenario was found")
for number, example in enumerate(re.findall(r"```yaml\n(wayworth: 1\n.*?)```", (source / "scenarios/FORMAT.md").read_text(),
                                            re.S)):
    expect(not mistakes(example), f"example {number + 1} of FORMAT.md: {mistakes(example)}")

readable = refused = 0
for file in sorted((source / "tests/bad").glob("*.yaml")):
    try:
        refused += bool(mistakes(file.read_bytes()))
        readable += 1
    except (yaml.YAMLError, RecursionError, TypeError, ValueError):
        pass
print(f"{len(good)} scenarios pass; {refused} of {readable} bad ones are refused by the schema alone")
expect(readable > 100 and refused >= LEAST_SHARE_REFUSED * readable, "the schema refuses too few of tests/bad")

# What an editor must complete and explain.
drivers = schema["properties"]["drivers"]["additionalProperties"]["anyOf"][1]["properties"]
expect(drivers["evidence"]["enum"] == ["measured", "client", "benchmark", "assumed"], "the words of `evidence`")
expect("growth" in drivers["growth"]["description"], "what `growth` means")
base = {"wayworth": 1, "name": "a", "currency": "USD", "time": {"start": "2026-01", "horizon": "1 year"},
        "finance": {"discount_rate": "10%"}, "initiatives": {"a": {}}}
expect(validator.is_valid(base), "the smallest scenario")
for change in ({"currency": "usd"}, {"time": {"start": "2026", "horizon": "1 year"}}, {"drivers": {"a b": 1}},
               {"drivers": {"min": 1}}, {"drivers": {"a": [1, 2]}}, {"drivers": {"a": None}}, {"initiative": {}},
               {"initiatives": {"a": {"pillars": ["ice"]}}}, {"options": {"a": {"starts": {"all": 0}}}},
               {"initiatives": {"a": {"effects": {"x": {"chang": 1}}}}}):
    expect(not validator.is_valid(base | change), f"{change} is accepted")

print("\n".join(failures) or "schema ok")
sys.exit(bool(failures))
