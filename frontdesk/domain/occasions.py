"""Occasions: days of a person's own, that come back every year or are news just once."""

from dataclasses import dataclass

from frontdesk.domain.dates import PartialDate
from frontdesk.domain.ids import CustomerId, OccasionId


@dataclass(frozen=True, slots=True)
class OccasionDraft:
    """An occasion as written down: ``label`` is what the desk calls it, such as “wedding day”.

    One that is kept ``once`` is news, such as “a baby” or “in the newspaper”, on a day with its year.
    """

    customer: CustomerId
    label: str
    day: PartialDate
    once: bool = False


@dataclass(frozen=True, slots=True)
class Occasion:
    """An occasion as stored."""

    id: OccasionId
    version: int
    draft: OccasionDraft
