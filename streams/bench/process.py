"""What the kernel knows of a process: the CPU time it used, and the most memory it ever had. Linux only."""

import os
from pathlib import Path

_USER, _SYSTEM = 11, 12  # fields of /proc/PID/stat after the name, which may hold anything up to its last bracket
_MEBI = 1024


def cpu_seconds(pid: int, proc: Path = Path("/proc")) -> float:
    """Return the CPU seconds that a process has used, all threads, in user and kernel mode.

    Raises:
        OSError: There is no such process, or this system has no /proc.
    """
    text = (proc / str(pid) / "stat").read_text(encoding="utf-8", errors="replace")
    fields = text.rpartition(")")[2].split()
    return (int(fields[_USER]) + int(fields[_SYSTEM])) / os.sysconf("SC_CLK_TCK")


def peak_megabytes(pid: int, proc: Path = Path("/proc")) -> float:
    """Return the most memory (resident, MiB) that a process ever had.

    Raises:
        OSError: There is no such process, or this system has no /proc.
    """
    for line in (proc / str(pid) / "status").read_text(encoding="utf-8", errors="replace").splitlines():
        name, _, value = line.partition(":")
        if name == "VmHWM":
            return int(value.split()[0]) / _MEBI
    message = f"/proc/{pid}/status names no VmHWM"
    raise OSError(message)
