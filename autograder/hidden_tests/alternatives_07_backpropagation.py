"""Right solutions of lesson 07, written differently."""

import math

import numpy as np

from autograder.catalogue import alternative


@alternative("relu_backward")
def times_the_truth(grad_out, x):
    return np.asarray(grad_out) * (np.asarray(x) > 0)


@alternative("relu_backward")
def zeros_in_a_copy(grad_out, x):
    grad = np.array(grad_out, dtype=float)
    grad[np.asarray(x) <= 0] = 0
    return grad


@alternative("relu_backward")
def by_heaviside(grad_out, x):
    return np.heaviside(x, 0.0) * grad_out


@alternative("relu_backward")
def in_half_the_precision(grad_out, x):
    return np.asarray(grad_out, np.float32) * (np.asarray(x, np.float64) > 0).astype(np.float32)


@alternative("relu_backward")
def entry_by_entry(grad_out, x):
    answer = np.zeros(np.shape(x))
    for place in np.ndindex(answer.shape):
        if np.asarray(x)[place] > 0:
            answer[place] = np.asarray(grad_out)[place]
    return answer


@alternative("layer_backward")
def by_einsum(grad_out, X, W):
    return np.einsum("nk,dk->nd", grad_out, W), np.einsum("nd,nk->dk", X, grad_out), np.einsum("nk->k", grad_out)


@alternative("layer_backward")
def example_by_example(grad_out, X, W):
    X, W = np.asarray(X), np.asarray(W)
    dW, db, rows = np.zeros(W.shape), np.zeros(W.shape[1]), []
    for g, x in zip(np.asarray(grad_out), X, strict=True):
        rows.append(W @ g)
        dW += np.outer(x, g)
        db += g
    return [np.array(rows), dW, db]


@alternative("layer_backward")
def bias_as_an_input(grad_out, X, W):
    together = np.column_stack([X, np.ones(len(X))]).T @ np.asarray(grad_out)
    return np.dot(grad_out, np.transpose(W)), together[:-1], together[-1]


@alternative("layer_backward")
def in_half_the_digits(grad_out, X, W):
    grad_out, X, W = (np.asarray(table, np.float32) for table in (grad_out, X, W))
    return grad_out @ W.T, X.T @ grad_out, grad_out.sum(0)


@alternative("layer_backward")
def turned_products(grad_out, X, W):
    grad_out, X, W = map(np.array, (grad_out, X, W))
    return (W @ grad_out.T).T, (grad_out.T @ X).T, np.ones(len(X)) @ grad_out


def _probabilities(Z):
    powers = np.exp(np.asarray(Z, dtype=float) - np.max(Z, axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


@alternative("softmax_cross_entropy_backward")
def minus_one_at_the_truth(Z, labels):
    said = _probabilities(Z)
    said[np.arange(len(said)), np.asarray(labels)] -= 1
    return said / len(said)


@alternative("softmax_cross_entropy_backward")
def by_logarithms(Z, labels):
    Z = np.asarray(Z, dtype=float)
    shifted = Z - Z.max(axis=1, keepdims=True)
    logs = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return np.exp(logs) / len(Z) - np.eye(Z.shape[1])[np.asarray(labels)] / len(Z)


@alternative("softmax_cross_entropy_backward")
def row_by_row(Z, labels):
    rows = []
    for scores, label in zip(Z, labels, strict=True):
        powers = [math.exp(score - max(scores)) for score in scores]
        rows.append([(p / sum(powers) - (j == label)) / len(labels) for j, p in enumerate(powers)])
    return rows


@alternative("softmax_cross_entropy_backward")
def compared_with_all_classes(Z, labels):
    truth = np.arange(np.shape(Z)[1]) == np.asarray(labels)[:, None]
    return (_probabilities(Z) - truth).astype(np.float32) / len(truth)


@alternative("relative_error")
def in_a_loop(a, b):
    worst = 0.0
    for x, y in zip(np.ravel(a), np.ravel(b), strict=True):
        size = max(abs(x), abs(y))
        if size > 0:
            worst = max(worst, abs(x - y) / size)
    return worst


@alternative("relative_error")
def where_it_can_be_divided(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    size = np.maximum(abs(a), abs(b))
    return np.divide(abs(a - b), size, out=np.zeros(size.shape), where=size > 0).max()


@alternative("relative_error")
def nan_to_zero(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    with np.errstate(all="ignore"):
        return np.nan_to_num(np.abs(a - b) / np.maximum(np.abs(a), np.abs(b))).max()


@alternative("relative_error")
def only_what_differs(a, b):
    a, b = np.ravel(a), np.ravel(b)
    different = a != b
    a, b = a[different], b[different]
    return float(np.max(np.abs(a - b) / np.max(np.abs([a, b]), axis=0), initial=0.0))


def _forward(X, network):
    values = [np.asarray(X, dtype=float)]
    for i, (W, b) in enumerate(network):
        Z = values[-1] @ W + b
        values.append(Z if i == len(network) - 1 else np.maximum(Z, 0))
    return values


def _loss(Z, labels):
    shifted = Z - Z.max(axis=1, keepdims=True)
    logs = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return -np.mean(logs[np.arange(len(Z)), np.asarray(labels)])


@alternative("backpropagate")
def collected_and_turned_around(X, labels, network):
    values = _forward(X, network)
    grad = minus_one_at_the_truth(values[-1], labels)
    gradients = []
    for (W, _), went_in in zip(network[::-1], values[-2::-1], strict=True):
        gradients.append([went_in.T @ grad, grad.sum(axis=0)])
        grad = (grad @ W.T) * (went_in > 0)  # the inputs get one too, which nobody uses
    return _loss(values[-1], labels), gradients[::-1]


@alternative("backpropagate")
def one_example_after_the_other(X, labels, network):
    total, sums = 0.0, [[np.zeros(W.shape), np.zeros(b.shape)] for W, b in network]
    for x, label in zip(np.asarray(X, dtype=float), labels, strict=True):
        values = _forward(x[None], network)
        total += _loss(values[-1], [label])
        grad = minus_one_at_the_truth(values[-1], [label])[0]
        for i in range(len(network) - 1, -1, -1):
            sums[i][0] += np.outer(values[i][0], grad)
            sums[i][1] += grad
            grad = network[i][0] @ grad * (values[i][0] > 0)
    return total / len(labels), [(dW / len(labels), db / len(labels)) for dW, db in sums]


@alternative("backpropagate")
def layer_after_layer_by_recursion(X, labels, network):
    def back(values, rest):
        (W, b), later = rest[0], rest[1:]
        Z = values @ W + b
        if later:
            loss, grad, gradients = back(np.maximum(Z, 0), later)
            grad = np.where(Z > 0, grad, 0)
        else:
            loss, grad, gradients = _loss(Z, labels), minus_one_at_the_truth(Z, labels), []
        return loss, np.einsum("nk,dk->nd", grad, W), [(values.T @ grad, grad.sum(axis=0)), *gradients]

    loss, _, gradients = back(np.asarray(X, dtype=float), network)
    return loss, gradients


@alternative("backpropagate")
def in_half_the_precision_throughout(X, labels, network):
    network = [(np.float32(W), np.float32(b)) for W, b in network]
    values = [np.asarray(X, np.float32)]
    for W, b in network[:-1]:
        values.append(np.maximum(values[-1] @ W + b, 0))
    Z = values[-1] @ network[-1][0] + network[-1][1]
    grad = minus_one_at_the_truth(Z, labels).astype(np.float32)
    gradients = []
    for (W, _), went_in in zip(reversed(network), reversed(values), strict=True):
        gradients.insert(0, (went_in.T @ grad, grad.sum(axis=0)))
        grad = (grad @ W.T) * (went_in > 0)
    return _loss(Z.astype(float), labels), gradients


def _felt(f, place, h):
    steps = h * np.eye(5)
    return np.array([(f(place + step) - f(place - step)) / (2 * h) for step in steps])


@alternative("find_wrong_gradients")
def entry_by_entry_relative(candidates, rng):
    wrong = set()
    for name, (f, gradient) in candidates.items():
        for _ in range(25):
            place = rng.standard_normal(5)
            if in_a_loop(_felt(f, place, 1e-5), gradient(place)) > 1e-3:
                wrong.add(name)
    return wrong


@alternative("find_wrong_gradients")
def the_same_places_for_all(candidates, rng):
    places = rng.normal(size=(40, 5))

    def fits(f, gradient):
        felt = np.array([_felt(f, place, 1e-4) for place in places])
        said = np.array([gradient(place) for place in places])
        size = np.maximum(np.abs(felt).max(axis=1), np.abs(said).max(axis=1))
        return np.all(np.abs(felt - said).max(axis=1) <= 1e-3 * size)

    return {name for name, pair in candidates.items() if not fits(*pair)}


@alternative("find_wrong_gradients")
def along_random_directions(candidates, rng):
    wrong = set()
    for name, (f, gradient) in candidates.items():
        for _ in range(60):
            place, direction = rng.normal(size=5), rng.normal(size=5)
            felt = (f(place + 1e-5 * direction) - f(place - 1e-5 * direction)) / 2e-5
            said = np.asarray(gradient(place), dtype=float)
            if abs(felt - said @ direction) > 1e-4 * max(abs(felt), np.abs(said * direction).sum()):
                wrong.add(name)
                break
    return frozenset(wrong)


@alternative("find_wrong_gradients")
def with_a_ruler_of_lengths(candidates, rng):
    def off(f, gradient):
        place = rng.uniform(-2, 2, size=5)
        felt, said = _felt(f, place, 1e-5), np.array(gradient(place), dtype=float)
        both = np.linalg.norm(felt) + np.linalg.norm(said)
        return both > 0 and np.linalg.norm(felt - said) > 2e-4 * both

    return {name for name, (f, gradient) in candidates.items() if any(off(f, gradient) for _ in range(40))}


@alternative("Value")
class WithStepsAsFunctions:
    """Each value keeps a function that passes its slope on."""

    def __init__(self, data, made_of=(), pass_on=lambda grad: None):
        self.data, self.grad, self.made_of, self.pass_on = data, 0, made_of, pass_on

    def __add__(self, other):
        other = other if isinstance(other, WithStepsAsFunctions) else WithStepsAsFunctions(other)

        def pass_on(grad):
            self.grad += grad
            other.grad += grad

        return WithStepsAsFunctions(self.data + other.data, (self, other), pass_on)

    def __mul__(self, other):
        other = other if isinstance(other, WithStepsAsFunctions) else WithStepsAsFunctions(other)

        def pass_on(grad):
            self.grad += other.data * grad
            other.grad += self.data * grad

        return WithStepsAsFunctions(self.data * other.data, (self, other), pass_on)

    def __pow__(self, p):
        def pass_on(grad):
            self.grad += p * self.data ** (p - 1) * grad

        return WithStepsAsFunctions(self.data**p, (self,), pass_on)

    def relu(self):
        def pass_on(grad):
            self.grad += grad if self.data > 0 else 0

        return WithStepsAsFunctions(self.data if self.data > 0 else 0, (self,), pass_on)

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -other

    def __rsub__(self, other):
        return other + -self

    __radd__, __rmul__ = __add__, __mul__

    def backward(self):
        order, seen = [], set()

        def visit(value):
            if value not in seen:
                seen.add(value)
                for source in value.made_of:
                    visit(source)
                order.append(value)

        visit(self)
        self.grad = 1
        for value in reversed(order):
            value.pass_on(value.grad)


@alternative("Value")
class SlopesOnTheWayForward:
    """Each value carries its slopes in all values that it is made of, and backward only hands them out."""

    def __init__(self, data):
        self.data, self.grad = np.float64(data), np.float64(0)
        self.slopes = {self: 1.0}

    def _from(self, data, *parts):
        value = SlopesOnTheWayForward(data)
        for part, slope in parts:
            for source, own in part.slopes.items():
                value.slopes[source] = value.slopes.get(source, 0.0) + slope * own
        return value

    def _of(self, other):
        return other if isinstance(other, SlopesOnTheWayForward) else SlopesOnTheWayForward(other)

    def __add__(self, other):
        other = self._of(other)
        return self._from(self.data + other.data, (self, 1), (other, 1))

    def __sub__(self, other):
        other = self._of(other)
        return self._from(self.data - other.data, (self, 1), (other, -1))

    def __mul__(self, other):
        other = self._of(other)
        return self._from(self.data * other.data, (self, other.data), (other, self.data))

    def __rsub__(self, other):
        return self._of(other) - self

    def __neg__(self):
        return 0 - self

    __radd__, __rmul__ = __add__, __mul__

    def __pow__(self, power):
        return self._from(self.data**power, (self, power * self.data ** (power - 1)))

    def relu(self):
        return self._from(np.maximum(self.data, 0), (self, np.heaviside(self.data, 0)))

    def backward(self):
        for source, slope in self.slopes.items():
            source.grad += slope


@alternative("Value")
class CountedFirst:
    """Count how many paths lead into each value, and pass on when the last one has arrived."""

    def __init__(self, data, parts=()):
        self.data, self.grad, self.parts, self.expected = data, 0.0, parts, 0

    def __add__(self, other):
        if not isinstance(other, CountedFirst):
            return CountedFirst(self.data + other, ((self, 1.0),))
        return CountedFirst(self.data + other.data, ((self, 1.0), (other, 1.0)))

    def __mul__(self, other):
        if not isinstance(other, CountedFirst):
            return CountedFirst(self.data * other, ((self, other),))
        return CountedFirst(self.data * other.data, ((self, other.data), (other, self.data)))

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __neg__(self):
        return -1 * self

    def __sub__(self, other):
        return self + -1 * other

    def __rsub__(self, other):
        return -self + other

    def __pow__(self, power):
        return CountedFirst(self.data**power, ((self, power * self.data ** (power - 1)),))

    def relu(self):
        return CountedFirst(max(0, self.data), ((self, self.data > 0),))

    def backward(self):
        found, waiting = {id(self)}, [self]
        while waiting:
            for source, _ in waiting.pop().parts:
                source.expected += 1
                if id(source) not in found:
                    found.add(id(source))
                    waiting.append(source)
        self.grad, ready = 1.0, [self]
        while ready:
            value = ready.pop()
            for source, slope in value.parts:
                source.grad += slope * value.grad
                source.expected -= 1
                if source.expected == 0:
                    ready.append(source)
