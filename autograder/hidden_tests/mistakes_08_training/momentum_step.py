"""What typical errors compute for `momentum_step`."""

import numpy as np

from autograder.catalogue import mistake


def _rolled(network, gradients, velocity, speed, moved):
    """A step in which `speed(old, slope)` is the new velocity, and `moved(weight, new)` the new weight."""
    velocity = velocity or [(np.zeros(np.shape(W)), np.zeros(np.shape(b))) for W, b in network]
    velocity = [tuple(map(speed, old, new)) for old, new in zip(velocity, gradients, strict=True)]
    return [tuple(map(moved, layer, new)) for layer, new in zip(network, velocity, strict=True)], velocity


@mistake("momentum_step")
def forgetful(network, gradients, velocity, rate, momentum=0.9):
    """The old velocity is not used: a part of it stays, and the gradient is added."""
    return _rolled(network, gradients, None, lambda v, g: g, lambda w, v: w - rate * v)


@mistake("momentum_step")
def never_kept(network, gradients, velocity, rate, momentum=0.9):
    """The state that is given back is the old one: the next step needs the new velocity."""
    moved, new = _rolled(network, gradients, velocity, lambda v, g: momentum * v + g, lambda w, v: w - rate * v)
    return moved, velocity


@mistake("momentum_step")
def all_kept(network, gradients, velocity, rate, momentum=0.9):
    """The whole old velocity stays: multiply it by the momentum before you add the gradient."""
    return _rolled(network, gradients, velocity, lambda v, g: v + g, lambda w, v: w - rate * v)


@mistake("momentum_step")
def averaged(network, gradients, velocity, rate, momentum=0.9):
    """The gradient is added whole here, not multiplied by `1 - momentum`."""
    return _rolled(
        network, gradients, velocity, lambda v, g: momentum * v + (1 - momentum) * g, lambda w, v: w - rate * v
    )


@mistake("momentum_step")
def momentum_on_the_gradient(network, gradients, velocity, rate, momentum=0.9):
    """The momentum belongs to the old velocity; the gradient is added as it is."""
    return _rolled(network, gradients, velocity, lambda v, g: v + momentum * g, lambda w, v: w - rate * v)


@mistake("momentum_step")
def momentum_on_both(network, gradients, velocity, rate, momentum=0.9):
    """The momentum multiplies the sum of both: it belongs to the old velocity only."""
    return _rolled(network, gradients, velocity, lambda v, g: momentum * (v + g), lambda w, v: w - rate * v)


@mistake("momentum_step")
def uphill(network, gradients, velocity, rate, momentum=0.9):
    """This goes uphill: the velocity is made of gradients, so subtract it."""
    return _rolled(network, gradients, velocity, lambda v, g: momentum * v + g, lambda w, v: w + rate * v)


@mistake("momentum_step")
def brakes(network, gradients, velocity, rate, momentum=0.9):
    """The gradient is subtracted from the velocity and the velocity from the weights: one of the two is too many."""
    return _rolled(network, gradients, velocity, lambda v, g: momentum * v - g, lambda w, v: w - rate * v)


@mistake("momentum_step")
def without_rate(network, gradients, velocity, rate, momentum=0.9):
    """The rate is missing: the step is the rate times the velocity."""
    return _rolled(network, gradients, velocity, lambda v, g: momentum * v + g, lambda w, v: w - v)


@mistake("momentum_step")
def rate_in_the_velocity(network, gradients, velocity, rate, momentum=0.9):
    """The velocity remembers the rates of earlier steps: keep it free of the rate, and multiply when you step."""
    return _rolled(network, gradients, velocity, lambda v, g: momentum * v + rate * g, lambda w, v: w - v)


@mistake("momentum_step")
def rate_twice(network, gradients, velocity, rate, momentum=0.9):
    """The rate is multiplied twice: into the velocity and into the step. Once is enough."""
    return _rolled(network, gradients, velocity, lambda v, g: momentum * v + rate * g, lambda w, v: w - rate * v)


@mistake("momentum_step")
def starts_from_the_weights(network, gradients, velocity, rate, momentum=0.9):
    """At first nothing moves: the first velocity is made of zeros, not of the weights."""
    return _rolled(network, gradients, velocity or network, lambda v, g: momentum * v + g, lambda w, v: w - rate * v)


@mistake("momentum_step")
def first_step_slow(network, gradients, velocity, rate, momentum=0.9):
    """The first step stands still: with nothing remembered, the velocity is the gradient."""
    if velocity is None:
        return [(W + 0.0, b + 0.0) for W, b in network], [(dW, db) for dW, db in gradients]
    return _rolled(network, gradients, velocity, lambda v, g: momentum * v + g, lambda w, v: w - rate * v)


@mistake("momentum_step")
def one_step_late(network, gradients, velocity, rate, momentum=0.9):
    """The step uses the velocity of before: renew the velocity first, then step with it."""
    old = velocity or [(0 * dW, 0 * db) for dW, db in gradients]
    moved = [(W - rate * vW, b - rate * vb) for (W, b), (vW, vb) in zip(network, old)]
    return moved, _rolled(network, gradients, old, lambda v, g: momentum * v + g, lambda w, v: w)[1]


@mistake("momentum_step")
def looks_ahead(network, gradients, velocity, rate, momentum=0.9):
    """The gradient is counted once more in the step: the weights move by the rate times the velocity, no more."""
    moved, new = _rolled(network, gradients, velocity, lambda v, g: momentum * v + g, lambda w, v: w)
    ahead = [tuple(momentum * v + g for v, g in zip(*pair)) for pair in zip(new, gradients)]
    return [tuple(w - rate * v for w, v in zip(*pair)) for pair in zip(network, ahead)], new


@mistake("momentum_step")
def biases_without_velocity(network, gradients, velocity, rate, momentum=0.9):
    """The biases have no velocity of their own: they roll on, too."""
    moved, new = _rolled(network, gradients, velocity, lambda v, g: momentum * v + g, lambda w, v: w - rate * v)
    return [(W, b - rate * db) for (W, _), (_, b), (_, db) in zip(moved, network, gradients)], new


@mistake("momentum_step")
def always_nine_tenths(network, gradients, velocity, rate, momentum=0.9):
    """The momentum is always 0.9: use the argument."""
    return _rolled(network, gradients, velocity, lambda v, g: 0.9 * v + g, lambda w, v: w - rate * v)


@mistake("momentum_step")
def parts_swapped(network, gradients, velocity, rate, momentum=0.9):
    """The network comes first, and the velocity second."""
    return _rolled(network, gradients, velocity, lambda v, g: momentum * v + g, lambda w, v: w - rate * v)[::-1]


@mistake("momentum_step")
def network_only(network, gradients, velocity, rate, momentum=0.9):
    """The velocity is lost: give back both, the network and the velocity."""
    return _rolled(network, gradients, velocity, lambda v, g: momentum * v + g, lambda w, v: w - rate * v)[0]


@mistake("momentum_step")
def velocity_changed(network, gradients, velocity, rate, momentum=0.9):
    """The old velocity is changed where it is: make new arrays, as for the weights."""
    new = velocity or [(np.zeros(np.shape(W)), np.zeros(np.shape(b))) for W, b in network]
    for (vW, vb), (dW, db) in zip(new, gradients):
        vW *= momentum
        vW += dW
        vb *= momentum
        vb += db
    return [(W - rate * vW, b - rate * vb) for (W, b), (vW, vb) in zip(network, new)], new


@mistake("momentum_step")
def network_changed(network, gradients, velocity, rate, momentum=0.9):
    """`-=` changes the arrays of the old network: make new ones."""
    _, new = _rolled(network, gradients, velocity, lambda v, g: momentum * v + g, lambda w, v: w)
    for (W, b), (vW, vb) in zip(network, new):
        W -= rate * vW
        b -= rate * vb
    return network, new
