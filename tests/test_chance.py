"""Answers that chance decides: their summaries are compared."""

import numpy as np
import pytest
from handles import handle

from autograder.catalogue import Recogniser
from autograder.compare import Handle, NotYet, agrees, has_shape
from autograder.work import LocalWork


def drawn(count, rng):
    return rng.normal(0, 1, size=count)


def drawn_in_another_order(count, rng):
    return rng.normal(0, 1, size=(3, count))[1]


def drawn_too_wide(count, rng):
    """They are twice as wide."""
    return rng.normal(0, 2, size=count)


def drawn_around_five(count, rng):
    """They lie around five."""
    return rng.normal(5, 1, size=count)


def test_where_chance_decides_the_summaries_are_compared():
    chance = np.random.default_rng(0)
    agrees(handle(drawn_in_another_order, drawn), 4000, chance, view=np.std, rtol=0.1)
    wide = handle(lambda count, rng: 2 * drawn_in_another_order(count, rng), drawn)
    with pytest.raises(NotYet):
        agrees(wide, 4000, chance, view=np.std, rtol=0.1)
    recogniser = Recogniser(wide.calls, [], [drawn_around_five, drawn_too_wide])
    assert recogniser.hint(wide.calls[0]) == "They are twice as wide."


def test_the_definition_leaves_the_generator_of_a_call_as_it_was():
    chance = np.random.default_rng(0)
    before = chance.bit_generator.state
    asked = handle(drawn, drawn)
    agrees(asked, 5, chance)
    has_shape(asked, 5, chance)
    assert chance.bit_generator.state == before


def test_an_answer_that_a_view_cannot_read_is_the_learners_mistake():
    with pytest.raises(NotYet, match="where an array of numbers is asked for"):
        agrees(handle(lambda count, rng: "wide", drawn), 4, np.random.default_rng(0), view=np.std)


def test_a_view_that_cannot_read_the_right_answer_is_our_fault():
    with pytest.raises(ZeroDivisionError):
        agrees(handle(drawn, drawn), 4, np.random.default_rng(0), view=lambda value: 1 / 0)


def test_the_definition_draws_from_a_copy_so_that_a_mistake_can_repeat_the_call():
    def drawn(rng):
        return rng.normal()

    one = Handle("drawn", LocalWork({"drawn": drawn}), definition=drawn)
    agrees(one, np.random.default_rng(0))
    assert one.calls[-1].args[0].normal() == np.random.default_rng(0).normal()
