"""What lesson 08 promises of its training holds for every one of ten seeds."""

from typing import Any

import numpy as np
import pytest

from autograder.judging.mutants import Solutions
from autograder.places import Places
from course import data
from course.pieces.multilayer_networks import predict


@pytest.mark.slow
def test_97_of_100_unseen_digits_are_read_right_whatever_the_seed():
    solution: dict[str, Any] = {}
    exec(Solutions(Places.of().source_of("08_training")).source("train_digits"), solution)
    pixels, labels = data.digits()
    for seed in range(10):
        rng = np.random.default_rng(seed)
        order = rng.permutation(len(labels))
        unseen, known = order[:450], order[450:]
        network = solution["train_digits"](pixels[known], labels[known], rng)
        assert np.mean(predict(pixels[unseen], network) == labels[unseen]) >= 0.97, seed
