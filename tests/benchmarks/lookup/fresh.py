"""Run in a process of its own: open a house's index, answer, say how long it took and what memory it holds.

``python -m tests.benchmarks.lookup.fresh DATABASE`` with queries on standard input, one a line. It writes
one line of JSON: ``first``, seconds from opening the index to the first answer, and ``megabytes`` of memory
that no file stands behind, after all queries and since the house was opened.
"""

import json
import sys
from pathlib import Path

from tests.benchmarks.lookup.measuring import timed
from tests.benchmarks.lookup.ours import Ours


def main(place: str) -> None:
    """Nothing has been looked for in this process before; the house itself is open."""
    queries = sys.stdin.read().splitlines()
    desk = Ours(Path(place))
    before = anonymous_megabytes()
    first = desk.fill() + timed(desk.search, queries[0])
    for query in queries:
        desk.search(query)
    print(json.dumps({"first": first, "megabytes": anonymous_megabytes() - before}))
    desk.close()


def anonymous_megabytes() -> float:
    """What this process holds of memory that is no file's."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("RssAnon:"):
            return int(line.split()[1]) / 1024
    raise AssertionError("the kernel does not say")


if __name__ == "__main__":
    main(sys.argv[1])
