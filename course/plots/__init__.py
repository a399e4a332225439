"""Small pictures for the lessons.

Every helper draws one message, labels its axes and returns them; the lesson gives the title, and the title says what
the picture shows. The colours can be told apart by readers who do not see red and green as others do.

An exercise that is not written yet returns `...`. A picture that is given `...` leaves that part out, so a lesson runs
from top to bottom before anything in it is solved.
"""

from course.plots.averages import balance, level
from course.plots.curves import lines
from course.plots.frames import BLUE, GREEN, GREY, ORANGE, PINK, WIDTH, panels
from course.plots.gaps import gap
from course.plots.graphs import graph
from course.plots.images import images
from course.plots.mistakes import misses, spread, valleys
from course.plots.networks import network, steps
from course.plots.regions import regions
from course.plots.slopes import descent, fit, landscape, slope
from course.plots.tables import confusion, table

__all__ = [
    "BLUE",
    "GREEN",
    "GREY",
    "ORANGE",
    "PINK",
    "WIDTH",
    "balance",
    "confusion",
    "descent",
    "fit",
    "gap",
    "graph",
    "images",
    "landscape",
    "level",
    "lines",
    "misses",
    "network",
    "panels",
    "regions",
    "slope",
    "spread",
    "steps",
    "table",
    "valleys",
]
