"""Right solutions of lesson 06, written differently."""

import math

import numpy as np

from autograder.catalogue import alternative


@alternative("random_search")
def compared_one_by_one(loss, size, tries, rng):
    best, lowest = None, np.inf
    for _ in range(tries):
        weights = rng.standard_normal(size)
        height = loss(weights)
        if height < lowest:
            best, lowest = weights, height
    return best, lowest


@alternative("random_search")
def all_drawn_at_once(loss, size, tries, rng):
    draws = rng.normal(size=(tries, size))
    losses = np.array([loss(weights) for weights in draws])
    return draws[losses.argmin()], losses.min()


@alternative("random_search")
def column_by_column(loss, size, tries, rng):
    draws = np.stack([rng.standard_normal(tries) for _ in range(size)], axis=1)
    best = min(draws, key=loss)
    return best.copy(), float(loss(best))


@alternative("random_search")
def as_lists(loss, size, tries, rng):
    found = []
    for _ in range(tries):
        weights = [float(rng.normal(0, 1)) for _ in range(size)]
        found.append((float(loss(weights)), weights))
    found.sort()
    return found[0][1], found[0][0]


@alternative("random_search")
def beginning_with_the_first(loss, size, tries, rng):
    best = rng.normal(0.0, 1.0, size)
    lowest = loss(best)
    for _ in range(1, tries):
        other = rng.normal(0.0, 1.0, size)
        if (height := loss(other)) <= lowest:
            best, lowest = other, height
    return [best, np.array(lowest)]


@alternative("random_search")
def in_half_the_precision(loss, size, tries, rng):
    draws = rng.standard_normal((tries, size), dtype=np.float32)
    losses = [loss(weights) for weights in draws]
    return draws[np.argmin(losses)], min(losses)


@alternative("numerical_gradient")
def with_copies(f, w, h=1e-5):
    w = np.array(w, dtype=float)
    gradient = np.empty_like(w)
    for place in np.ndindex(w.shape):
        up, down = w.copy(), w.copy()
        up[place] += h
        down[place] -= h
        gradient[place] = (f(up) - f(down)) / (2 * h)
    return gradient


@alternative("numerical_gradient")
def put_back_exactly(f, w, h=1e-5):
    w = np.array(w, dtype=float)
    gradient = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        kept = w[place]
        w[place] = kept + h
        up = f(w)
        w[place] = kept - h
        gradient[place] = (up - f(w)) / (2 * h)
        w[place] = kept
    return gradient


@alternative("numerical_gradient")
def along_the_unit_vectors(f, w, h=1e-5):
    w = np.asarray(w, dtype=np.float64)
    units = np.eye(w.size).reshape(w.size, *w.shape)
    slopes = [0.5 * (f(w + h * unit) - f(w - h * unit)) / h for unit in units]
    return np.reshape(slopes, w.shape)


@alternative("numerical_gradient")
def with_the_middle(f, w, h=1e-5):
    w = np.array(w, dtype=float)
    middle = f(w)
    gradient = np.zeros(w.shape)
    for place, value in np.ndenumerate(w):
        up, down = w.copy(), w.copy()
        up[place], down[place] = value + h, value - h
        gradient[place] = ((f(up) - middle) / h + (middle - f(down)) / h) / 2
    return gradient


@alternative("numerical_gradient")
def through_a_flat_view(f, w, h=1e-5):
    shape = np.shape(w)
    flat = np.array(w, dtype=float).ravel()
    gradient = []
    for i in range(flat.size):
        heights = []
        for side in (h, -h):
            moved = flat.copy()
            moved[i] += side
            heights.append(float(f(moved.reshape(shape))))
        gradient.append((heights[0] - heights[1]) / (h + h))
    return np.array(gradient).reshape(shape)


@alternative("gradient_descent")
def filled_table(gradient, start, rate, steps):
    path = np.empty((steps + 1, len(start)))
    path[0] = start
    for i in range(steps):
        path[i + 1] = path[i] - rate * gradient(path[i])
    return path


@alternative("gradient_descent")
def as_lists_of_rows(gradient, start, rate, steps):
    path = [[float(value) for value in start]]
    while len(path) <= steps:
        here = path[-1]
        path.append([value - rate * float(slope) for value, slope in zip(here, gradient(np.array(here)))])
    return path


@alternative("gradient_descent")
def with_copies_of_the_place(gradient, start, rate, steps):
    w = np.array(start, dtype=float)
    path = [w.copy()]
    for _ in range(steps):
        w -= rate * np.asarray(gradient(w))
        path.append(w.copy())
    return np.stack(path)


@alternative("gradient_descent")
def stacked(gradient, start, rate, steps):
    path = np.array([start], dtype=np.float64)
    for _ in range(steps):
        path = np.vstack([path, path[-1] + np.multiply(-rate, gradient(path[-1]))])
    return path


@alternative("gradient_descent")
def as_one_weighted_sum(gradient, start, rate, steps):
    start, slopes, path = np.asarray(start, dtype=float), [], []
    for _ in range(steps + 1):
        path.append(start - rate * np.sum(slopes, axis=0) if slopes else start + 0)
        slopes.append(gradient(path[-1]))
    return tuple(path)


@alternative("mse_gradient")
def in_two_loops(X, y, w, b):
    n, d = len(X), len(w)
    dw, db = [0.0] * d, 0.0
    for x, target in zip(X, y):
        mistake = sum(w[j] * x[j] for j in range(d)) + b - target
        for j in range(d):
            dw[j] += 2 * mistake * x[j] / n
        db += 2 * mistake / n
    return dw, db


@alternative("mse_gradient")
def by_einsum(X, y, w, b):
    X = np.asarray(X, dtype=float)
    mistakes = np.einsum("nd,d->n", X, np.asarray(w, dtype=float)) + b - np.asarray(y)
    return np.einsum("nd,n->d", X, mistakes) * 2 / len(mistakes), np.sum(mistakes) * 2 / len(mistakes)


@alternative("mse_gradient")
def with_a_final_one(X, y, w, b):
    inputs = np.column_stack([np.asarray(X), np.ones(len(X))])
    slopes = 2 / len(y) * inputs.T @ (inputs @ np.append(w, b) - y)
    return slopes[:-1], slopes[-1]


@alternative("mse_gradient")
def averaged_over_examples(X, y, w, b):
    X = np.array(X)
    mistakes = 2 * (np.dot(X, w) + b - np.array(y))
    return [np.mean(mistakes[:, None] * X, axis=0), np.mean(mistakes)]


@alternative("mse_gradient")
def slopes_in_half_the_precision(X, y, w, b):
    X, y, w = (np.asarray(part, dtype=np.float32) for part in (X, y, w))
    mistakes = X @ w + np.float32(b) - y
    return mistakes @ X * np.float32(2 / len(y)), 2 * mistakes.mean()


@alternative("fit_linear")
def with_a_function_for_the_slopes(X, y, rate, steps):
    w, b = np.zeros(len(X[0])), 0.0
    for _ in range(steps):
        dw, db = by_einsum(X, y, w, b)
        w, b = w - rate * dw, b - rate * db
    return w, b


@alternative("fit_linear")
def in_place_on_its_own_weights(X, y, rate, steps):
    X, y = np.array(X, dtype=float), np.array(y, dtype=float)
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        mistakes = X.dot(w) + b - y
        w -= rate * 2 * (mistakes @ X) / len(y)
        b -= rate * 2 * mistakes.sum() / len(y)
    return w, b


@alternative("fit_linear")
def with_an_input_of_one(X, y, rate, steps):
    inputs = np.hstack([np.asarray(X, dtype=float), np.ones((len(X), 1))])
    weights = np.zeros(inputs.shape[1])
    for _ in range(steps):
        weights = weights - rate * 2 / len(y) * inputs.T @ (inputs @ weights - y)
    return weights[:-1], float(weights[-1])


@alternative("fit_linear")
def without_arrays(X, y, rate, steps):
    w, b = [0.0] * len(X[0]), 0.0
    for _ in range(steps):
        dw, db = in_two_loops(X, y, w, b)
        w = [value - rate * slope for value, slope in zip(w, dw)]
        b = b - rate * db
    return w, b


@alternative("fit_linear")
def end_of_a_path(X, y, rate, steps):
    X = np.asarray(X, dtype=float)
    path = filled_table(lambda v: np.append(*by_einsum(X, y, v[:-1], v[-1])), np.zeros(X.shape[1] + 1), rate, steps)
    return path[-1, :-1], path[-1, -1]


@alternative("logistic_gradient")
def with_two_forms_of_sigmoid(X, y, w, b):
    scores = np.dot(X, w) + b
    p = np.array([1 / (1 + math.exp(-s)) if s >= 0 else math.exp(s) / (1 + math.exp(s)) for s in scores])
    return np.dot(p - y, X) / len(y), np.mean(p - y)


@alternative("logistic_gradient")
def with_tanh_halved(X, y, w, b):
    X = np.asarray(X)
    mistakes = 0.5 * (1 + np.tanh((X @ np.asarray(w) + b) / 2)) - np.asarray(y)
    return (mistakes[:, None] * X).mean(axis=0), mistakes.mean()


@alternative("logistic_gradient")
def with_an_overflow_that_does_no_harm(X, y, w, b):
    X = np.asarray(X, dtype=float)
    p = 1 / (1 + np.exp(-(X @ np.asarray(w, dtype=float) + b)))
    return np.einsum("nd,n->d", X, p - y) / len(X), float(np.sum(p - y) / len(X))


@alternative("logistic_gradient")
def example_after_example(X, y, w, b):
    n, d = len(X), len(w)
    dw, db = [0.0] * d, 0.0
    for x, label in zip(X, y):
        score = sum(w[j] * x[j] for j in range(d)) + b
        small = math.exp(-abs(score))
        mistake = (1 if score >= 0 else small) / (1 + small) - label
        dw = [dw[j] + mistake * x[j] / n for j in range(d)]
        db += mistake / n
    return dw, db


@alternative("logistic_gradient")
def with_the_scores_clipped(X, y, w, b):
    inputs = np.column_stack([np.asarray(X, dtype=float), np.ones(len(X))])
    p = 1 / (1 + np.exp(-np.clip(inputs @ np.append(w, b), -500, 500)))
    slopes = inputs.T @ (p - np.asarray(y)) / len(y)
    return slopes[:-1], slopes[-1]
