"""Every include must point down: a folder may include itself and the folders before it in ORDER.

Usage: check_layers.py SOURCE_DIR. Prints every include line that breaks the rule; exit code 1 if there is one.
"""
import pathlib
import re
import sys

ORDER = ["engine/core", "engine/random", "engine/stats", "engine/distributions", "engine/dependence", "engine/finance",
         "engine/model", "engine/results", "engine/plan", "engine/execute", "engine/analysis", "engine/lint", "engine/roadmap",
         "scenarios/messages", "scenarios/yaml", "scenarios/compose", "scenarios/formulas", "scenarios/sections", "scenarios/resolve",
         "scenarios", "reports", "cli"]
APART = {("reports", "scenarios")}  # neighbours that do not know each other, in any of their folders


def layer(path):
    return next((name for name in ORDER if path.startswith(name + "/")), None)


def top(folder):
    return folder.split("/")[0]


def complaints(root):
    sources = (p for folder in ("engine", "scenarios", "reports", "cli") for p in (root / folder).rglob("*.[ch]pp"))
    for file in sorted(sources):
        name = str(file.relative_to(root))
        here = layer(name)
        if here is None:
            yield f"{name}: not in a folder of ORDER"
            continue
        for number, line in enumerate(file.read_text().splitlines(), 1):
            include = re.match(r'\s*#include "(.+)"', line)
            if not include:
                continue
            there = layer(include[1])
            if there is None or ORDER.index(there) > ORDER.index(here) or (top(here), top(there)) in APART:
                yield f"{name}:{number}: {here} may not include {include[1]}"


found = list(complaints(pathlib.Path(sys.argv[1])))
print("\n".join(found) or "layers ok")
sys.exit(bool(found))
