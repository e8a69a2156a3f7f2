"""Two families of errors: those to tell the desk, and those for us to mend.

A :class:`DeskError` carries a sentence for the person at the desk: what happened, whether anything
was lost, what to do. Everything else that is raised is a bug and goes to the log with its trace.
"""


class DeskError(Exception):
    """Something the person at the desk should know and can act on; ``str()`` is the sentence."""


class StorageTrouble(DeskError):
    """The database cannot do what was asked; nothing of the failed change was kept."""


class NotADatabase(StorageTrouble):
    """The file is something else, or damaged."""


class NoDatabase(StorageTrouble):
    """There is no database where one was expected."""


class NewerSchema(StorageTrouble):
    """A newer program has written this database; it is left untouched."""


class ReadOnly(StorageTrouble):
    """The file or its folder cannot be written to."""


class DiskFull(StorageTrouble):
    """There is no room left for the change."""


class InUse(StorageTrouble):
    """Somebody else has held the database for too long."""


class Unreachable(StorageTrouble):
    """The database server does not answer."""


class Refused(DeskError):
    """What was asked breaks a rule of the trade; ``field`` names the field to put the sentence beside."""

    def __init__(self, sentence: str, field: str = "") -> None:
        """Keep the sentence, and the field it belongs to where there is one."""
        super().__init__(sentence)
        self.field = field
