"""What the lessons import: pictures, data, and the pieces built in earlier lessons."""

from pathlib import Path

# A class's copy has the pieces packed: they are the answers of earlier lessons.
__path__.append(str(Path(__file__).with_name("pieces.zip")))
