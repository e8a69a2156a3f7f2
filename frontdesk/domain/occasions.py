"""Occasions: days of a person's own that come back every year."""

from dataclasses import dataclass

from frontdesk.domain.dates import PartialDate
from frontdesk.domain.ids import CustomerId, OccasionId


@dataclass(frozen=True, slots=True)
class OccasionDraft:
    """An occasion as written down: ``label`` is what the desk calls it, such as “wedding day”."""

    customer: CustomerId
    label: str
    day: PartialDate


@dataclass(frozen=True, slots=True)
class Occasion:
    """An occasion as stored."""

    id: OccasionId
    version: int
    draft: OccasionDraft
