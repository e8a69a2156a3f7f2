"""Keys of rows, told apart by type."""

from typing import NewType

CustomerId = NewType("CustomerId", int)
VisitId = NewType("VisitId", int)
RequestId = NewType("RequestId", int)
MembershipId = NewType("MembershipId", int)
OccasionId = NewType("OccasionId", int)
TalkId = NewType("TalkId", int)
CallId = NewType("CallId", int)
NoteId = NewType("NoteId", int)
PlanId = NewType("PlanId", int)
StaffId = NewType("StaffId", int)
ImportId = NewType("ImportId", int)

ChangeId = NewType("ChangeId", str)
"""Names one unit of work in the journal; what undo is asked with."""
