"""Ctrl-C ends a run that would take minutes, leaves no file of it, and says so.

Usage: interrupt_test.py WAYWORTH SOURCE_DIR. Waits until the run has started its threads, not for any time.
"""
import os
import pathlib
import signal
import subprocess
import sys
import tempfile

program, source = sys.argv[1], pathlib.Path(sys.argv[2])


def has_workers(process):
    status = pathlib.Path(f"/proc/{process.pid}/status")
    return any(line.startswith("Threads:") and int(line.split()[1]) > 1 for line in status.read_text().splitlines())


with tempfile.TemporaryDirectory() as directory:
    out = pathlib.Path(directory) / "out"
    process = subprocess.Popen([program, "run", str(source / "examples/bank/scenario.yaml"), "--trials", "50M", "--threads", "2",
                                "-o", str(out)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    while process.poll() is None and not has_workers(process):
        os.sched_yield()
    process.send_signal(signal.SIGINT)
    printed, said = process.communicate()

failures = []
if process.returncode != 130:
    failures.append(f"exit code {process.returncode}, not 130")
if "interrupted; nothing was written, and no file was changed" not in said:
    failures.append(f"said {said!r}")
if printed:
    failures.append(f"printed {printed[:100]!r}")
print("\n".join(failures) or "ok")
sys.exit(bool(failures))
