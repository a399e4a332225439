"""What typical errors compute for `average_from_counts`."""

import numpy as np

from autograder.catalogue import mistake


@mistake("average_from_counts")
def stars_from_zero(counts):
    """The stars start at 0 here: `counts[0]` people gave *one* star."""
    return np.dot(np.arange(len(counts)), counts) / np.sum(counts)


@mistake("average_from_counts")
def stars_from_two(counts):
    """The stars start at 2 here: `counts[0]` people gave *one* star."""
    return np.dot(np.arange(2, len(counts) + 2), counts) / np.sum(counts)


@mistake("average_from_counts")
def divided_by_the_levels(counts):
    """Divide by how many *people* gave a rating, not by how many different ratings there are."""
    return np.dot(np.arange(1, len(counts) + 1), counts) / len(counts)


@mistake("average_from_counts")
def all_stars_together(counts):
    """This is how many stars were given in all: divide by how many people gave them."""
    return np.dot(np.arange(1, len(counts) + 1), counts)


@mistake("average_from_counts")
def average_count(counts):
    """This is how many people gave each rating on average: the stars are the values, the counts their weights."""
    return np.mean(counts)


@mistake("average_from_counts")
def roles_swapped(counts):
    """Values and weights have changed places: the stars are the values, the counts their weights."""
    stars = np.arange(1, len(counts) + 1)
    return np.dot(stars, counts) / stars.sum()


@mistake("average_from_counts")
def counts_ignored(counts):
    """This is the middle of the scale, whoever gave what: each number of stars counts as often as it was given."""
    return np.mean(np.arange(1, len(counts) + 1))


@mistake("average_from_counts")
def most_frequent(counts):
    """This is the rating that most people gave. The average asks everybody."""
    return int(np.argmax(counts)) + 1


@mistake("average_from_counts")
def rating_in_the_middle(counts):
    """This is the rating of the person in the middle, the median. The average adds up all ratings."""
    return float(np.median(np.repeat(np.arange(1, len(counts) + 1), np.asarray(counts, dtype=int))))


@mistake("average_from_counts")
def best_first(counts):
    """The stars run backwards: `counts[0]` people gave one star, the last ones gave the most."""
    return np.dot(np.arange(len(counts), 0, -1), counts) / np.sum(counts)


@mistake("average_from_counts")
def rounded_to_halves(counts):
    """The average is rounded to half stars, as shops do: keep all digits."""
    return round(2 * np.dot(np.arange(1, len(counts) + 1), counts) / np.sum(counts)) / 2


@mistake("average_from_counts")
def cut_to_whole_stars(counts):
    """The average is cut to whole stars: keep what stands after the point."""
    return np.dot(np.arange(1, len(counts) + 1), counts) // np.sum(counts)


@mistake("average_from_counts")
def always_five(counts):
    """There need not be five different numbers of stars: the length of `counts` says how many."""
    return sum(stars * count for stars, count in zip([1, 2, 3, 4, 5], counts)) / sum(counts)


@mistake("average_from_counts")
def each_rating_once(counts):
    """Each number of stars counts once here: it should count as often as it was given."""
    given = [i + 1 for i in range(len(counts)) if counts[i] > 0]
    return sum(given) / len(given)


@mistake("average_from_counts")
def zeros_squeezed_out(counts):
    """Leaving out the ratings that nobody gave moves the others to fewer stars."""
    given = [count for count in counts if count > 0]
    return sum((i + 1) * count for i, count in enumerate(given)) / sum(given)


@mistake("average_from_counts")
def last_rating_left_out(counts):
    """The highest rating is left out: `range(n)` stops before `n` by itself."""
    return sum(stars * counts[stars - 1] for stars in range(1, len(counts))) / sum(counts)


@mistake("average_from_counts")
def a_list_of_one_number(counts):
    """The answer is the number itself, without a list around it."""
    return [np.dot(np.arange(1, len(counts) + 1), counts) / np.sum(counts)]


@mistake("average_from_counts")
def stars_written_into_the_counts(counts):
    """`*=` writes into the caller's own counts: make a new array instead."""
    counts = np.asarray(counts)
    people = counts.sum()
    counts *= np.arange(1, len(counts) + 1, dtype=counts.dtype)
    return counts.sum() / people
