"""Right solutions of lesson 08, written differently."""

import itertools
import math

import numpy as np

from autograder.catalogue import alternative
from autograder.hidden_tests.digit_training import gradients as slopes_of
from autograder.hidden_tests.digit_training import read, start, train


@alternative("minibatches")
def cut_at_places(count, batch_size, rng):
    return np.split(rng.permutation(count), range(batch_size, count, batch_size))


@alternative("minibatches")
def shuffled_in_place(count, batch_size, rng):
    order = np.arange(count)
    rng.shuffle(order)
    batches = []
    while len(order):
        batches.append(order[:batch_size])
        order = order[batch_size:]
    return batches


@alternative("minibatches")
def sorted_by_chance(count, batch_size, rng):
    order = np.argsort(rng.random(count))
    return [order[i * batch_size : (i + 1) * batch_size] for i in range(math.ceil(count / batch_size))]


@alternative("minibatches")
def lists_of_whole_numbers(count, batch_size, rng):
    order = rng.choice(count, size=count, replace=False).tolist()
    return [order[i : i + batch_size] for i in range(0, count, batch_size)]


@alternative("minibatches")
def drawn_from_a_bag(count, batch_size, rng):
    bag, batches = list(range(count)), [[]]
    while bag:
        if len(batches[-1]) == batch_size:
            batches.append([])
        batches[-1].append(bag.pop(int(rng.integers(len(bag)))))
    return [np.array(batch) for batch in batches]


@alternative("sgd_step")
def by_index(network, gradients, rate):
    new = []
    for i in range(len(network)):
        W = network[i][0] - rate * gradients[i][0]
        b = network[i][1] - rate * gradients[i][1]
        new.append((W, b))
    return new


@alternative("sgd_step")
def on_copies(network, gradients, rate):
    new = [(W.astype(float), b.astype(float)) for W, b in network]
    for (W, b), (dW, db) in zip(new, gradients):
        W -= rate * dW
        b -= rate * db
    return new


@alternative("sgd_step")
def in_half_the_precision(network, gradients, rate):
    def step(w, g):
        return np.float32(w) - np.float32(rate) * np.float32(g)

    return [tuple(map(step, *pair)) for pair in zip(network, gradients)]


@alternative("sgd_step")
def as_lists(network, gradients, rate):
    return [[w - rate * g for w, g in zip(*pair)] for pair in zip(network, gradients)]


def _zeros_like(network):
    return [(np.zeros_like(W, dtype=float), np.zeros_like(b, dtype=float)) for W, b in network]


@alternative("momentum_step")
def velocity_as_pairs(network, gradients, velocity, rate, momentum=0.9):
    if velocity is None:
        velocity = _zeros_like(network)
    new_network, new_velocity = [], []
    for (W, b), (dW, db), (vW, vb) in zip(network, gradients, velocity):
        vW, vb = momentum * vW + dW, momentum * vb + db
        new_velocity.append((vW, vb))
        new_network.append((W - rate * vW, b - rate * vb))
    return new_network, new_velocity


@alternative("momentum_step")
def velocity_as_one_line(network, gradients, velocity, rate, momentum=0.9):
    line = np.concatenate([part.ravel() for layer in gradients for part in layer])
    velocity = line if velocity is None else momentum * velocity + line
    moved, at = [], 0
    for layer in network:
        parts = []
        for part in layer:
            parts.append(part - rate * velocity[at : at + part.size].reshape(part.shape))
            at += part.size
        moved.append(tuple(parts))
    return moved, velocity


@alternative("momentum_step")
def velocity_in_a_dict(network, gradients, velocity, rate, momentum=0.9):
    velocity = dict(velocity or {})
    moved = []
    for i, ((W, b), (dW, db)) in enumerate(zip(network, gradients)):
        velocity["W", i] = momentum * velocity.get(("W", i), 0) + dW
        velocity["b", i] = momentum * velocity.get(("b", i), 0) + db
        moved.append((W - rate * velocity["W", i], b - rate * velocity["b", i]))
    return moved, velocity


@alternative("momentum_step")
def all_gradients_kept(network, gradients, velocity, rate, momentum=0.9):
    seen = [*(velocity or []), gradients]
    moved = [list(layer) for layer in network]
    for age, old in enumerate(reversed(seen)):
        for i, layer in enumerate(old):
            for j, part in enumerate(layer):
                moved[i][j] = moved[i][j] - rate * momentum**age * part
    return [tuple(layer) for layer in moved], seen


@alternative("momentum_step")
def momentum_in_half_the_precision(network, gradients, velocity, rate, momentum=0.9):
    half = [[np.float32(part) for part in layer] for layer in gradients]
    if velocity is not None:
        half = [[np.float32(momentum) * v + g for v, g in zip(*pair)] for pair in zip(velocity, half)]
    return [tuple(w - np.float32(rate) * v for w, v in zip(*pair)) for pair in zip(network, half)], half


@alternative("adam_step")
def adam_with_a_dict(network, gradients, state, rate=1e-3, betas=(0.9, 0.999), eps=1e-8):
    if state is None:
        state = {"t": 0, "m": _zeros_like(network), "v": _zeros_like(network)}
    t, m, v, moved = state["t"] + 1, [], [], []
    for layer, slopes, mean, square in zip(network, gradients, state["m"], state["v"]):
        mean = [betas[0] * a + (1 - betas[0]) * g for a, g in zip(mean, slopes)]
        square = [betas[1] * a + (1 - betas[1]) * g * g for a, g in zip(square, slopes)]
        steps = [(a / (1 - betas[0] ** t)) / (np.sqrt(s / (1 - betas[1] ** t)) + eps) for a, s in zip(mean, square)]
        moved.append(tuple(w - rate * step for w, step in zip(layer, steps)))
        m.append(mean)
        v.append(square)
    return moved, {"t": t, "m": m, "v": v}


@alternative("adam_step")
def adam_with_a_tuple(network, gradients, state, rate=1e-3, betas=(0.9, 0.999), eps=1e-8):
    t, m, v = state or (0, None, None)
    flat = [part for layer in gradients for part in layer]
    m = [(1 - betas[0]) * g + (betas[0] * a if t else 0) for g, a in zip(flat, m or flat)]
    v = [(1 - betas[1]) * g**2 + (betas[1] * a if t else 0) for g, a in zip(flat, v or flat)]
    t += 1
    size = rate * np.sqrt(1 - betas[1] ** t) / (1 - betas[0] ** t)
    scaled = eps * np.sqrt(1 - betas[1] ** t)
    new = iter([size * a / (np.sqrt(s) + scaled) for a, s in zip(m, v)])
    return [(W - next(new), b - next(new)) for W, b in network], (t, m, v)


@alternative("adam_step")
def adam_with_running_means(network, gradients, state, rate=1e-3, betas=(0.9, 0.999), eps=1e-8):
    """Keeps weighted averages and the totals of their weights, and corrects nothing."""
    state = state or {"totals": [0.0, 0.0]}
    totals = [beta * total + 1 for beta, total in zip(betas, state["totals"])]
    new, moved = {"totals": totals}, []
    for i, (layer, slopes) in enumerate(zip(network, gradients)):
        parts = []
        for j, (w, g) in enumerate(zip(layer, slopes)):
            mean, square = state.get(f"{i}.{j}", (0.0, 0.0))
            mean = mean + (g - mean) / totals[0]
            square = square + (g * g - square) / totals[1]
            new[f"{i}.{j}"] = (mean, square)
            parts.append(w - rate * mean / (np.sqrt(square) + eps))
        moved.append(tuple(parts))
    return moved, new


@alternative("adam_step")
def adam_by_number(network, gradients, state, rate=1e-3, betas=(0.9, 0.999), eps=1e-8):
    steps, memory = (0, {}) if state is None else (state[0], dict(state[1]))
    steps += 1

    def moved(key, w, g):
        m, v = memory.get(key, (0.0, 0.0))
        m, v = betas[0] * m + (1 - betas[0]) * g, betas[1] * v + (1 - betas[1]) * g * g
        memory[key] = (m, v)
        return w - rate * (m / (1 - betas[0] ** steps)) / (math.sqrt(v / (1 - betas[1] ** steps)) + eps)

    new = []
    for i, (layer, slopes) in enumerate(zip(network, gradients)):
        parts = []
        for j, (part, slope) in enumerate(zip(layer, slopes)):
            part = part.astype(float)
            for place in np.ndindex(part.shape):
                part[place] = moved(f"{i} {j} {place}", part[place], slope[place])
            parts.append(part)
        new.append(tuple(parts))
    return new, [steps, memory]


@alternative("weight_decay_gradient")
def with_a_loop(network, strength):
    gradients = []
    for W, b in network:
        gradients.append((strength * W, np.zeros_like(b)))
    return gradients


@alternative("weight_decay_gradient")
def nothing_times_the_bias(network, strength):
    return [(W * strength, 0 * b) for W, b in network]


@alternative("weight_decay_gradient")
def decay_in_half_the_precision(network, strength):
    return [(np.float32(strength) * np.float32(W), np.zeros(len(b), dtype=np.float32)) for W, b in network]


@alternative("weight_decay_gradient")
def decay_as_lists(network, strength):
    return [[[[strength * w for w in row] for row in W.tolist()], [0] * len(b)] for W, b in network]


@alternative("early_stop")
def with_a_counter(losses, patience):
    best_loss, best_epoch, waited = math.inf, 0, 0
    for epoch, loss in enumerate(losses):
        if loss < best_loss:
            best_loss, best_epoch, waited = loss, epoch, 0
        else:
            waited += 1
            if waited >= patience:
                break
    return best_epoch


@alternative("early_stop")
def looking_ahead(losses, patience):
    best = 0
    while True:
        ahead = [e for e in range(best + 1, min(best + patience, len(losses) - 1) + 1) if losses[e] < losses[best]]
        if not ahead:
            return best
        best = ahead[0]


@alternative("early_stop")
def with_running_minima(losses, patience):
    lowest = np.minimum.accumulate(np.asarray(losses, dtype=float))
    news = np.flatnonzero(np.r_[True, lowest[1:] < lowest[:-1]])
    for now, following in itertools.pairwise(news):
        if following - now > patience:
            return now
    return news[-1]


@alternative("early_stop")
def again_and_again(losses, patience):
    def from_here(best):
        window = list(losses[best + 1 : best + 1 + patience])
        better = [i for i, loss in enumerate(window) if loss < losses[best]]
        return from_here(best + 1 + better[0]) if better else np.int64(best)

    return from_here(0)


@alternative("train_digits")
def plain_steps(X, labels, rng):
    network = start((64, 64, 10), rng)
    for epoch in range(60):
        order = rng.permutation(len(X))
        for i in range(0, len(X), 16):
            batch = order[i : i + 16]
            slopes = slopes_of(X[batch], labels[batch], network)
            network = [(W - 0.1 * dW, b - 0.1 * db) for (W, b), (dW, db) in zip(network, slopes)]
    return network


@alternative("train_digits")
def two_hidden_layers(X, labels, rng):
    return train(X, labels, rng, sizes=(64, 96, 48, 10), epochs=30, rate=0.05)


@alternative("train_digits")
def wide(X, labels, rng):
    return train(X, labels, rng, sizes=(64, 256, 10), epochs=20)


@alternative("train_digits")
def with_noise_and_lists(X, labels, rng):
    several = np.concatenate([X] + [X + rng.normal(0, 0.15, size=X.shape) for _ in range(3)])
    network = train(several, np.tile(labels, 4), rng, sizes=(64, 64, 10), epochs=10)
    return [[W.tolist(), b.tolist()] for W, b in network]


@alternative("train_digits")
def best_of_two(X, labels, rng):
    """Keeps a part of the digits to choose between two networks."""
    order = rng.permutation(len(X))
    aside, rest = order[: len(X) // 10], order[len(X) // 10 :]
    networks = [train(X[rest], labels[rest], rng, sizes=(64, 96, 10)) for _ in range(2)]
    return max(networks, key=lambda network: np.mean(read(X[aside], network) == labels[aside]))
