"""What typical errors compute for `adam_step`."""

import numpy as np

from autograder.catalogue import mistake

BETAS = (0.9, 0.999)


def _adam(network, gradients, state, rate, betas, eps, *, mean=None, square=None, step=None, count=None, sign=-1):
    """Adam, in which one of the parts may be another one; the state is a dict."""
    beta1, beta2 = betas
    mean = mean or (lambda m, g: beta1 * m + (1 - beta1) * g)
    square = square or (lambda v, g: beta2 * v + (1 - beta2) * g**2)
    step = step or (lambda m, v, t: m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps))
    zeros = [tuple(0.0 * g for g in layer) for layer in gradients]
    state = state or {"t": 0, "m": zeros, "v": zeros}
    t = state["t"] + 1 if count is None else count
    m = [tuple(map(mean, *pair)) for pair in zip(state["m"], gradients, strict=True)]
    v = [tuple(map(square, *pair)) for pair in zip(state["v"], gradients, strict=True)]
    with np.errstate(all="ignore"):
        moved = [
            tuple(w + sign * rate * step(a, b, t) for w, a, b in zip(*three))
            for three in zip(network, m, v, strict=True)
        ]
    return moved, {"t": t, "m": m, "v": v}


@mistake("adam_step")
def not_corrected(network, gradients, state, rate=1e-3, betas=BETAS, eps=1e-8):
    """The averages start at zero and are too small at first: divide each by the total of its weights, `1 - beta**t`."""
    return _adam(network, gradients, state, rate, betas, eps, step=lambda m, v, t: m / (np.sqrt(v) + eps))


@mistake("adam_step")
def only_the_mean_corrected(network, gradients, state, rate=1e-3, betas=BETAS, eps=1e-8):
    """The average of the squares is too small at first as well: correct it like the other one, with its own beta."""

    def step(m, v, t):
        return m / (1 - betas[0] ** t) / (np.sqrt(v) + eps)

    return _adam(network, gradients, state, rate, betas, eps, step=step)


@mistake("adam_step")
def only_the_square_corrected(network, gradients, state, rate=1e-3, betas=BETAS, eps=1e-8):
    """The average of the slopes is too small at first as well: correct it like that of the squares."""

    def step(m, v, t):
        return m / (np.sqrt(v / (1 - betas[1] ** t)) + eps)

    return _adam(network, gradients, state, rate, betas, eps, step=step)


@mistake("adam_step")
def corrected_with_one_beta(network, gradients, state, rate=1e-3, betas=BETAS, eps=1e-8):
    """Each average is corrected with its own beta; here both use the first one."""

    def step(m, v, t):
        return m / (1 - betas[0] ** t) / (np.sqrt(v / (1 - betas[0] ** t)) + eps)

    return _adam(network, gradients, state, rate, betas, eps, step=step)


@mistake("adam_step")
def corrected_by_a_product(network, gradients, state, rate=1e-3, betas=BETAS, eps=1e-8):
    """The weights sum to `1 - beta**t`: beta to the power of t, not times t."""

    def step(m, v, t):
        return m / (1 - betas[0] * t) / (np.sqrt(np.abs(v / (1 - betas[1] * t))) + eps)

    return _adam(network, gradients, state, rate, betas, eps, step=step)


@mistake("adam_step")
def never_counts(network, gradients, state, rate=1e-3, betas=BETAS, eps=1e-8):
    """The number of steps stays at 1: keep it in the state, and add 1 each time."""
    return _adam(network, gradients, state, rate, betas, eps, count=1)


@mistake("adam_step")
def counts_one_too_many(network, gradients, state, rate=1e-3, betas=BETAS, eps=1e-8):
    """The first step is counted as the second: t is 1 in the first step."""

    def step(m, v, t):
        return m / (1 - betas[0] ** (t + 1)) / (np.sqrt(v / (1 - betas[1] ** (t + 1))) + eps)

    return _adam(network, gradients, state, rate, betas, eps, step=step)


@mistake("adam_step")
def counts_from_zero(network, gradients, state, rate=1e-3, betas=BETAS, eps=1e-8):
    """With t = 0 the correction divides zero by zero: count the step before you correct."""

    def step(m, v, t):
        return m / (1 - betas[0] ** (t - 1)) / (np.sqrt(v / (1 - betas[1] ** (t - 1))) + eps)

    return _adam(network, gradients, state, rate, betas, eps, step=step)


@mistake("adam_step")
def corrected_for_good(network, gradients, state, rate=1e-3, betas=BETAS, eps=1e-8):
    """The corrected averages are kept and corrected again: keep the averages as they were before the correction."""
    moved, new = _adam(network, gradients, state, rate, betas, eps)
    t = new["t"]
    new["m"] = [tuple(m / (1 - betas[0] ** t) for m in layer) for layer in new["m"]]
    new["v"] = [tuple(v / (1 - betas[1] ** t) for v in layer) for layer in new["v"]]
    return moved, new


@mistake("adam_step")
def without_root(network, gradients, state, rate=1e-3, betas=BETAS, eps=1e-8):
    """Squares have to be turned back into sizes: take the root before you divide."""

    def step(m, v, t):
        return m / (1 - betas[0] ** t) / (v / (1 - betas[1] ** t) + eps)

    return _adam(network, gradients, state, rate, betas, eps, step=step)


@mistake("adam_step")
def eps_inside(network, gradients, state, rate=1e-3, betas=BETAS, eps=1e-8):
    """`eps` stands inside the root, where it is much larger: add it afterwards."""

    def step(m, v, t):
        return m / (1 - betas[0] ** t) / np.sqrt(v / (1 - betas[1] ** t) + eps)

    return _adam(network, gradients, state, rate, betas, eps, step=step)


@mistake("adam_step")
def eps_left_out(network, gradients, state, rate=1e-3, betas=BETAS, eps=1e-8):
    """`eps` is missing: without it, a slope of zero is divided by zero."""

    def step(m, v, t):
        return m / (1 - betas[0] ** t) / np.sqrt(v / (1 - betas[1] ** t))

    return _adam(network, gradients, state, rate, betas, eps, step=step)


@mistake("adam_step")
def own_eps(network, gradients, state, rate=1e-3, betas=BETAS, eps=1e-8):
    """`eps` is always 1e-8: use the argument."""
    return _adam(network, gradients, state, rate, betas, 1e-8)


@mistake("adam_step")
def own_betas(network, gradients, state, rate=1e-3, betas=BETAS, eps=1e-8):
    """The betas are always 0.9 and 0.999: use the argument."""
    return _adam(network, gradients, state, rate, BETAS, eps)


@mistake("adam_step")
def own_rate(network, gradients, state, rate=1e-3, betas=BETAS, eps=1e-8):
    """The rate is always 0.001: use the argument."""
    return _adam(network, gradients, state, 1e-3, betas, eps)


@mistake("adam_step")
def betas_swapped(network, gradients, state, rate=1e-3, betas=BETAS, eps=1e-8):
    """The first beta belongs to the slopes, the second to their squares."""
    return _adam(network, gradients, state, rate, betas[::-1], eps)


@mistake("adam_step")
def uphill(network, gradients, state, rate=1e-3, betas=BETAS, eps=1e-8):
    """This goes uphill: subtract the step."""
    return _adam(network, gradients, state, rate, betas, eps, sign=1)


@mistake("adam_step")
def without_mean(network, gradients, state, rate=1e-3, betas=BETAS, eps=1e-8):
    """The step uses the newest slope: it should use the average of the slopes, the corrected one."""
    moved, new = _adam(network, gradients, state, rate, betas, eps)
    t = new["t"]
    moved = [
        tuple(w - rate * g / (np.sqrt(v / (1 - betas[1] ** t)) + eps) for w, g, v in zip(*three))
        for three in zip(network, gradients, new["v"])
    ]
    return moved, new


@mistake("adam_step")
def square_of_the_mean(network, gradients, state, rate=1e-3, betas=BETAS, eps=1e-8):
    """Average the squares of the slopes; this squares their average."""
    moved, new = _adam(network, gradients, state, rate, betas, eps)
    t = new["t"]
    means = [tuple(m / (1 - betas[0] ** t) for m in layer) for layer in new["m"]]
    v = [
        tuple(betas[1] * old + (1 - betas[1]) * m**2 for old, m in zip(*pair))
        for pair in zip((state or {"v": [tuple(0 * g for g in layer) for layer in gradients]})["v"], means)
    ]
    moved = [
        tuple(w - rate * m / (np.sqrt(s / (1 - betas[1] ** t)) + eps) for w, m, s in zip(*three))
        for three in zip(network, means, v)
    ]
    return moved, {**new, "v": v}


@mistake("adam_step")
def added_up(network, gradients, state, rate=1e-3, betas=BETAS, eps=1e-8):
    """The slopes are added whole: in an average, the newest has the weight `1 - beta`."""
    mean, square = (lambda m, g: betas[0] * m + g), (lambda v, g: betas[1] * v + g**2)
    return _adam(network, gradients, state, rate, betas, eps, mean=mean, square=square)


@mistake("adam_step")
def weights_swapped(network, gradients, state, rate=1e-3, betas=BETAS, eps=1e-8):
    """The old average has the weight beta and the newest slope `1 - beta`, not the other way round."""
    mean, square = (lambda m, g: (1 - betas[0]) * m + betas[0] * g), (lambda v, g: (1 - betas[1]) * v + betas[1] * g**2)
    return _adam(network, gradients, state, rate, betas, eps, mean=mean, square=square)


@mistake("adam_step")
def not_squared(network, gradients, state, rate=1e-3, betas=BETAS, eps=1e-8):
    """The second average is one of sizes: it should be one of squares."""

    def square(v, g):
        return betas[1] * v + (1 - betas[1]) * np.abs(g)

    return _adam(network, gradients, state, rate, betas, eps, square=square)


@mistake("adam_step")
def starts_anew(network, gradients, state, rate=1e-3, betas=BETAS, eps=1e-8):
    """Each step starts from nothing: use the averages of the state that was given."""
    return _adam(network, gradients, None, rate, betas, eps)


@mistake("adam_step")
def state_not_renewed(network, gradients, state, rate=1e-3, betas=BETAS, eps=1e-8):
    """The state that is given back is the old one: the next step needs the new averages."""
    return _adam(network, gradients, state, rate, betas, eps)[0], state


@mistake("adam_step")
def biases_forgotten(network, gradients, state, rate=1e-3, betas=BETAS, eps=1e-8):
    """The biases stay where they were: they learn as the weights do."""
    moved, new = _adam(network, gradients, state, rate, betas, eps)
    return [(W, b) for (W, _), (_, b) in zip(moved, network)], new


@mistake("adam_step")
def network_only(network, gradients, state, rate=1e-3, betas=BETAS, eps=1e-8):
    """The state is lost: give back both, the network and the state."""
    return _adam(network, gradients, state, rate, betas, eps)[0]


@mistake("adam_step")
def network_changed(network, gradients, state, rate=1e-3, betas=BETAS, eps=1e-8):
    """`-=` changes the arrays of the old network: make new ones."""
    moved, new = _adam(network, gradients, state, rate, betas, eps)
    for (W, b), (newW, newb) in zip(network, moved):
        W[...] = newW
        b[...] = newb
    return network, new


@mistake("adam_step")
def state_changed(network, gradients, state, rate=1e-3, betas=BETAS, eps=1e-8):
    """The old state is changed where it is: make a new one, so that the old step can be taken again."""
    moved, new = _adam(network, gradients, state, rate, betas, eps)
    if state is not None:
        state.update(new)
        new = state
    return moved, new
