"""Column types of our own."""

from collections.abc import Callable
from datetime import UTC, datetime

from sqlalchemy import DateTime, String
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from frontdesk.domain.customers import Channel
from frontdesk.domain.dates import PartialDate

_Reader = Callable[[str | None], PartialDate | None]


class UtcDateTime(TypeDecorator[datetime]):
    """An instant in UTC: aware on both sides, so that no local time can slip in."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse a naive time; SQLite stores it without a zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs its time zone")
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the zone back that SQLite does not keep."""
        del dialect
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class PartialDay(TypeDecorator[PartialDate]):
    """A month and a day with or without a year, as ``YYYY-MM-DD`` or ``--MM-DD``."""

    impl = String(10)
    cache_ok = True

    def process_bind_param(self, value: PartialDate | None, dialect: Dialect) -> str | None:
        """Write it as text."""
        del dialect
        return None if value is None else str(value)

    def result_processor(
        self, dialect: Dialect, coltype: object
    ) -> Callable[[str | None], PartialDate | None]:
        """What reads it back, with nothing in between: ten thousand birthdays are read for one list."""
        del dialect, coltype
        return _read


class ChannelName(TypeDecorator[Channel]):
    """A way to reach somebody, where one is preferred."""

    impl = String(20)
    cache_ok = True

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[str | None], Channel | None]:
        """What reads it back; raises KeyError for what is no channel."""
        del dialect, coltype
        return _CHANNELS.__getitem__


_CHANNELS: dict[str | None, Channel | None] = {None: None, "": None} | {one.value: one for one in Channel}


def _read(text: str | None) -> PartialDate | None:
    return None if text is None else PartialDate.parse(text)
