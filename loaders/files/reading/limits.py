"""How large a file may be before it is refused. All limits in one place."""

MEGABYTE = 1024 * 1024

FILE_BYTES = 100 * MEGABYTE
"""One file. Larger exports are split by period, which every platform can do."""

CELL_CHARACTERS = 100_000
"""One cell. The longest post of any platform is below 70,000 characters."""

COLUMNS = 5_000
"""The widest real export (old Facebook page insights) has 2,681."""

BLOCKS = 100
"""Tables under each other in one file. A report snapshot has about twenty; what comes after the last stays in it."""

SHEET_CELLS = 20_000_000
"""The corner-to-corner area of one sheet; each cell takes 24 bytes and more, empty ones too."""

ARCHIVE_MEMBERS = 1_000
ARCHIVE_DEPTH = 2
"""A zip inside a zip is read, a zip inside that is not."""

UNPACKED_BYTES = 500 * MEGABYTE
UNPACKED_RATIO = 200
"""Unpacked size by packed size; real exports stay under 30. Checked on members above one megabyte."""
