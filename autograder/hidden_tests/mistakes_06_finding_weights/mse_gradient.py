"""What typical errors compute for `mse_gradient`."""

import numpy as np

from autograder.catalogue import mistake


def _mistakes(X, y, w, b):
    return np.asarray(X) @ np.asarray(w) + b - np.asarray(y)


def _right(X, y, w, b):
    e = _mistakes(X, y, w, b)
    return 2 * np.asarray(X).T @ e / len(e), 2 * e.mean()


@mistake("mse_gradient")
def without_the_two(X, y, w, b):
    """Both slopes are half of what they should be: the square of a mistake has the slope 2 * mistake."""
    dw, db = _right(X, y, w, b)
    return dw / 2, db / 2


@mistake("mse_gradient")
def not_divided(X, y, w, b):
    """These are sums over the examples: the loss is a mean, so divide by how many examples there are."""
    dw, db = _right(X, y, w, b)
    return dw * len(y), db * len(y)


@mistake("mse_gradient")
def not_divided_for_the_weights(X, y, w, b):
    """The slopes of the weights are not divided by the number of examples, that of the bias is."""
    dw, db = _right(X, y, w, b)
    return dw * len(y), db


@mistake("mse_gradient")
def not_divided_for_the_bias(X, y, w, b):
    """The slope of the bias is not divided by the number of examples, those of the weights are."""
    dw, db = _right(X, y, w, b)
    return dw, db * len(y)


@mistake("mse_gradient")
def without_the_two_for_the_bias(X, y, w, b):
    """The slope of the bias is half of what it should be: the 2 belongs there, too."""
    dw, db = _right(X, y, w, b)
    return dw, db / 2


@mistake("mse_gradient")
def divided_by_inputs(X, y, w, b):
    """This divides by the number of inputs: the mean is over the examples."""
    dw, db = _right(X, y, w, b)
    return dw * len(y) / len(w), db * len(y) / len(w)


@mistake("mse_gradient")
def divided_by_two_n(X, y, w, b):
    """The 2 stands below the line: it multiplies."""
    dw, db = _right(X, y, w, b)
    return dw / 4, db / 4


@mistake("mse_gradient")
def other_sign(X, y, w, b):
    """All signs are wrong: a mistake is the prediction minus the target."""
    dw, db = _right(X, y, w, b)
    return -dw, -db


@mistake("mse_gradient")
def other_sign_for_the_bias(X, y, w, b):
    """The slope of the bias has the wrong sign: it uses the same mistakes as the weights."""
    dw, db = _right(X, y, w, b)
    return dw, -db


@mistake("mse_gradient")
def without_the_bias(X, y, w, b):
    """The bias is missing in the predictions: they are `X @ w + b`."""
    return _right(X, y, w, 0.0)


@mistake("mse_gradient")
def bias_subtracted(X, y, w, b):
    """The bias is subtracted in the predictions: they are `X @ w + b`."""
    return _right(X, y, w, -b)


@mistake("mse_gradient")
def mean_times_mean(X, y, w, b):
    """This is the mean mistake times the mean input: multiply first, example by example, then average."""
    e = _mistakes(X, y, w, b)
    return 2 * e.mean() * np.mean(X, axis=0), 2 * e.mean()


@mistake("mse_gradient")
def of_sizes(X, y, w, b):
    """This is the gradient of the mean size of the mistakes: with squares, a larger mistake counts more."""
    e = np.sign(_mistakes(X, y, w, b))
    return np.asarray(X).T @ e / len(e), e.mean()


@mistake("mse_gradient")
def of_the_root(X, y, w, b):
    """This is the gradient of the root of the loss: leave the root out."""
    loss = np.sqrt(np.mean(_mistakes(X, y, w, b) ** 2))
    dw, db = _right(X, y, w, b)
    return dw / (2 * loss), db / (2 * loss)


@mistake("mse_gradient")
def squared_mistakes(X, y, w, b):
    """The mistakes are squared in the gradient: the square is what has been differentiated."""
    e = _mistakes(X, y, w, b) ** 2
    return 2 * np.asarray(X).T @ e / len(e), 2 * e.mean()


@mistake("mse_gradient")
def targets_forgotten(X, y, w, b):
    """The targets are missing: a mistake is the prediction minus the target."""
    return _right(X, np.zeros(len(y)), w, b)


@mistake("mse_gradient")
def inputs_forgotten(X, y, w, b):
    """The inputs are missing in the slopes of the weights: each mistake multiplies the inputs of its example."""
    db = _right(X, y, w, b)[1]
    return np.full(len(w), db), db


@mistake("mse_gradient")
def table_not_turned(X, y, w, b):
    """The sum runs over the inputs: it should run over the examples, and `X.T` turns the table."""
    e = _mistakes(X, y, w, b)
    return 2 * np.asarray(X) @ e / len(e), 2 * e.mean()


@mistake("mse_gradient")
def not_added_up(X, y, w, b):
    """This has a row for each example: average over the examples."""
    e = _mistakes(X, y, w, b)
    return 2 * np.asarray(X) * e[:, None], 2 * e


@mistake("mse_gradient")
def slopes_averaged(X, y, w, b):
    """The slopes of all weights are averaged into one number: each weight keeps its own."""
    dw, db = _right(X, y, w, b)
    return dw.mean(), db


@mistake("mse_gradient")
def columns_and_rows(X, y, w, b):
    """A column minus a line gives a whole table: predictions and targets are both one line, shape `(n,)`."""
    X, y, w = np.asarray(X), np.asarray(y), np.asarray(w)
    e = (X @ w.reshape(-1, 1) + b) - y
    return 2 * np.mean(X.T @ e, axis=1) / len(y), 2 * e.mean()


@mistake("mse_gradient")
def last_example(X, y, w, b):
    """Only the last example counts here: average over all of them."""
    return _right(X[-1:], y[-1:], w, b)


@mistake("mse_gradient")
def weights_alone(X, y, w, b):
    """The slope of the bias is missing: return the pair `(dw, db)`."""
    return _right(X, y, w, b)[0]


@mistake("mse_gradient")
def bias_first(X, y, w, b):
    """The pair is the wrong way round: first the slopes of the weights, then that of the bias."""
    return _right(X, y, w, b)[::-1]


@mistake("mse_gradient")
def a_column(X, y, w, b):
    """The slopes of the weights stand in a column: they have the shape of the weights, `(d,)`."""
    dw, db = _right(X, y, w, b)
    return dw.reshape(-1, 1), db


@mistake("mse_gradient")
def a_list_for_the_bias(X, y, w, b):
    """The slope of the bias is one number, without a list around it."""
    dw, db = _right(X, y, w, b)
    return dw, np.array([db])


@mistake("mse_gradient")
def targets_overwritten(X, y, w, b):
    """The mistakes are written into the caller's own targets: make a new array for them."""
    dw, db = _right(X, y, w, b)
    y[:] = y[::-1] + y[:1] if isinstance(y, list) else y - 1
    return dw, db


@mistake("mse_gradient")
def bias_not_averaged(X, y, w, b):
    """Each example has a slope of the bias of its own here: average them into one number."""
    return _right(X, y, w, b)[0], 2 * _mistakes(X, y, w, b)


@mistake("mse_gradient")
def the_loss_itself(X, y, w, b):
    """This is the loss, and not how it changes: the square has the slope 2 * mistake, times the input."""
    loss = np.mean(_mistakes(X, y, w, b) ** 2)
    return loss, loss
