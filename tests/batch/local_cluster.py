"""A real Dask scheduler with two workers on this machine, in a process of its own.

Prints the address and the process ids of the workers, then works until its input ends.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent.parent))


def main() -> None:
    from distributed import Client, LocalCluster  # noqa: PLC0415  # not in processes it starts

    with (
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
        Client(cluster) as client,
    ):
        told = [cluster.scheduler_address, *map(str, client.run(os.getpid).values())]
        sys.stdout.write(" ".join(told) + "\n")
        sys.stdout.flush()
        sys.stdin.read()


if __name__ == "__main__":
    main()
