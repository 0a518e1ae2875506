"""The same bytes from kernels for this processor and for the least of processors: instruction_sets_test.py WAYWORTH
PLAIN SOURCE_DIR, where PLAIN is the program with the kernels that every processor can run."""

import pathlib
import subprocess
import sys

wayworth, plain, source = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])


def results_of(program, scenario, sampling):
    command = [program, "run", scenario, "--trials", "2048", "--sampling", sampling, "--json", "-"]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout


for scenario in (source / "examples/bank/scenario.yaml", source / "tests/bench/refcase.yaml"):
    for sampling in ("sobol", "random", "latin_hypercube"):
        fast, slow = (results_of(program, scenario, sampling) for program in (wayworth, plain))
        if fast != slow:
            sys.exit(f"{scenario}, {sampling}: the results depend on the instruction set")
        print(f"{scenario.name}, {sampling}: {len(fast)} bytes, the same")
