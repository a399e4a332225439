"""The course as nbgrader sees it: `nbgrader generate_assignment`, autograde, generate_feedback, export, formgrader.

nbgrader reads this file when it is started in this folder.
"""

import warnings
from functools import partial
from pathlib import Path

from nbgrader.converters import GenerateAssignment, GenerateFeedback
from sqlalchemy.exc import SAWarning

from autograder.gradebook import lesson_step, nbgrader_plugin

root = Path(__file__).resolve().parent
c = get_config()  # noqa: F821 - nbgrader provides it
c.merge(nbgrader_plugin.settings())  # the stubs that take the place of solutions
c.merge(lesson_step.settings())  # submissions run in locked processes, hidden tests outside of them

c.CourseDirectory.root = str(root)
c.CourseDirectory.course_id = "open-network-course"
c.CourseDirectory.source_directory = "build/source"  # made from solutions/
c.CourseDirectory.release_directory = "notebooks"
c.CourseDirectory.ignore = [".ipynb_checkpoints", "*.pyc*", "__pycache__", "feedback", "progress.json", "*.mine*"]

# notebooks/ is committed, so an assignment that was never generated here exists already: generate it all the same.
c.GenerateAssignment.force = True
c.GenerateAssignment.preprocessors = [nbgrader_plugin.FromSolutions, *GenerateAssignment().preprocessors]
c.GenerateAssignment.post_convert_hook = partial(nbgrader_plugin.put_back, root)
c.FromSolutions.root = str(root)

c.GenerateFeedback.preprocessors = [nbgrader_plugin.WithoutHiddenTests, *GenerateFeedback().preprocessors]

warnings.simplefilter("ignore", SAWarning)  # nbgrader's own, about the order in which it adds rows
nbgrader_plugin.put_tools_on_path()
nbgrader_plugin.refresh_sources(root)
