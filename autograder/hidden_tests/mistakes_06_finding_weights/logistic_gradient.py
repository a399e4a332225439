"""What typical errors compute for `logistic_gradient`."""

import numpy as np

from autograder.catalogue import mistake


def _sigmoid(scores):
    small = np.exp(-np.abs(scores))
    return np.where(scores >= 0, 1, small) / (1 + small)


def _scores(X, w, b):
    return np.asarray(X) @ np.asarray(w) + b


def _pulled(X, mistakes):
    return np.asarray(X).T @ mistakes / len(mistakes), mistakes.mean()


def _right(X, y, w, b):
    return _pulled(X, _sigmoid(_scores(X, w, b)) - np.asarray(y))


@mistake("logistic_gradient")
def without_sigmoid(X, y, w, b):
    """The scores are not squeezed into probabilities: use `sigmoid` before you take the labels away."""
    return _pulled(X, _scores(X, w, b) - np.asarray(y))


@mistake("logistic_gradient")
def with_a_two(X, y, w, b):
    """Everything is twice as large as it should be: the factor 2 belongs to the squared error."""
    dw, db = _right(X, y, w, b)
    return 2 * dw, 2 * db


@mistake("logistic_gradient")
def of_the_squared_error(X, y, w, b):
    """This is the gradient of the squared error of the probabilities: with cross-entropy, p * (1 - p) cancels."""
    p = _sigmoid(_scores(X, w, b))
    return _pulled(X, 2 * (p - np.asarray(y)) * p * (1 - p))


@mistake("logistic_gradient")
def extra_factor(X, y, w, b):
    """There is a factor p * (1 - p) too many: with cross-entropy it cancels."""
    p = _sigmoid(_scores(X, w, b))
    return _pulled(X, (p - np.asarray(y)) * p * (1 - p))


@mistake("logistic_gradient")
def other_sign(X, y, w, b):
    """All signs are wrong: a mistake is the probability minus the label."""
    dw, db = _right(X, y, w, b)
    return -dw, -db


@mistake("logistic_gradient")
def other_sign_for_the_bias(X, y, w, b):
    """The slope of the bias has the wrong sign: it uses the same mistakes as the weights."""
    dw, db = _right(X, y, w, b)
    return dw, -db


@mistake("logistic_gradient")
def probability_of_no(X, y, w, b):
    """These are the probabilities of label 0: look at the sign in the exponent of the sigmoid."""
    return _pulled(X, _sigmoid(-_scores(X, w, b)) - np.asarray(y))


@mistake("logistic_gradient")
def decided(X, y, w, b):
    """The probabilities are rounded to 0 and 1: keep them as they are."""
    return _pulled(X, (_scores(X, w, b) > 0) - np.asarray(y, dtype=float))


@mistake("logistic_gradient")
def labels_plus_and_minus(X, y, w, b):
    """The labels are turned into -1 and 1: they are 0 and 1 here."""
    return _pulled(X, _sigmoid(_scores(X, w, b)) - (2 * np.asarray(y) - 1))


@mistake("logistic_gradient")
def overflow(X, y, w, b):
    """A large score makes `exp` overflow, and the answer `nan`: use the `sigmoid` of lesson 03."""
    with np.errstate(all="ignore"):
        grown = np.exp(np.asarray(_scores(X, w, b), dtype=float))
        return _pulled(X, grown / (1 + grown) - np.asarray(y))


@mistake("logistic_gradient")
def with_tanh(X, y, w, b):
    """These are no probabilities: they run from -1 to 1, and the sigmoid runs from 0 to 1."""
    return _pulled(X, np.tanh(_scores(X, w, b)) - np.asarray(y))


@mistake("logistic_gradient")
def softmax_over_examples(X, y, w, b):
    """The probabilities of all examples sum to 1 here: each example has a sigmoid of its own."""
    scores = _scores(X, w, b)
    grown = np.exp(scores - scores.max())
    return _pulled(X, grown / grown.sum() - np.asarray(y))


@mistake("logistic_gradient")
def not_divided(X, y, w, b):
    """These are sums over the examples: the loss is a mean, so divide by how many examples there are."""
    dw, db = _right(X, y, w, b)
    return dw * len(y), db * len(y)


@mistake("logistic_gradient")
def not_divided_for_the_weights(X, y, w, b):
    """The slopes of the weights are not divided by the number of examples, that of the bias is."""
    dw, db = _right(X, y, w, b)
    return dw * len(y), db


@mistake("logistic_gradient")
def not_divided_for_the_bias(X, y, w, b):
    """The slope of the bias is not divided by the number of examples, those of the weights are."""
    dw, db = _right(X, y, w, b)
    return dw, db * len(y)


@mistake("logistic_gradient")
def divided_by_inputs(X, y, w, b):
    """This divides by the number of inputs: the mean is over the examples."""
    dw, db = _right(X, y, w, b)
    return dw * len(y) / len(w), db * len(y) / len(w)


@mistake("logistic_gradient")
def without_the_bias(X, y, w, b):
    """The bias is missing in the scores: they are `X @ w + b`."""
    return _right(X, y, w, 0.0)


@mistake("logistic_gradient")
def bias_outside(X, y, w, b):
    """The bias is added after the sigmoid: it belongs to the score inside."""
    return _pulled(X, _sigmoid(_scores(X, w, 0.0)) + b - np.asarray(y))


@mistake("logistic_gradient")
def mean_times_mean(X, y, w, b):
    """This is the mean mistake times the mean input: multiply first, example by example, then average."""
    db = _right(X, y, w, b)[1]
    return db * np.mean(X, axis=0), db


@mistake("logistic_gradient")
def labels_forgotten(X, y, w, b):
    """The labels are missing: a mistake is the probability minus the label."""
    return _right(X, np.zeros(len(y)), w, b)


@mistake("logistic_gradient")
def inputs_forgotten(X, y, w, b):
    """The inputs are missing in the slopes of the weights: each mistake multiplies the inputs of its example."""
    db = _right(X, y, w, b)[1]
    return np.full(len(w), db), db


@mistake("logistic_gradient")
def only_the_nines(X, y, w, b):
    """Only examples with label 1 count here: those with label 0 have mistakes, too."""
    mistakes = _sigmoid(_scores(X, w, b)) - np.asarray(y)
    return _pulled(X, mistakes * np.asarray(y))


@mistake("logistic_gradient")
def table_not_turned(X, y, w, b):
    """The sum runs over the inputs: it should run over the examples, and `X.T` turns the table."""
    mistakes = _sigmoid(_scores(X, w, b)) - np.asarray(y)
    return np.asarray(X) @ mistakes / len(mistakes), mistakes.mean()


@mistake("logistic_gradient")
def weights_alone(X, y, w, b):
    """The slope of the bias is missing: return the pair `(dw, db)`."""
    return _right(X, y, w, b)[0]


@mistake("logistic_gradient")
def bias_first(X, y, w, b):
    """The pair is the wrong way round: first the slopes of the weights, then that of the bias."""
    return _right(X, y, w, b)[::-1]


@mistake("logistic_gradient")
def a_column(X, y, w, b):
    """The slopes of the weights stand in a column: they have the shape of the weights, `(d,)`."""
    dw, db = _right(X, y, w, b)
    return dw.reshape(-1, 1), db


@mistake("logistic_gradient")
def a_list_for_the_bias(X, y, w, b):
    """The slope of the bias is one number, without a list around it."""
    dw, db = _right(X, y, w, b)
    return dw, np.array([db])


@mistake("logistic_gradient")
def labels_overwritten(X, y, w, b):
    """The mistakes are written into the caller's own labels: make a new array for them."""
    answer = _right(X, y, w, b)
    y[:] = [1 - value for value in y]
    return answer
