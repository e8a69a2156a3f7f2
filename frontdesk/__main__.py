"""``python -m frontdesk``."""

from frontdesk.app import main

if __name__ == "__main__":
    raise SystemExit(main())
