"""What typical errors compute for `Value`."""

from autograder.catalogue import mistake


def _data(x):
    return x.data if hasattr(x, "paths") else x


class _Right:
    """Right in every part; each mistake replaces one."""

    def __init__(self, data):
        self.data, self.grad, self.paths = data, 0.0, []

    def _made(self, data, *paths):
        value = type(self)(data)
        value.paths = [(source, slope) for source, slope in paths if hasattr(source, "paths")]
        return value

    def __add__(self, other):
        return self._made(self.data + _data(other), (self, 1.0), (other, 1.0))

    def __mul__(self, other):
        return self._made(self.data * _data(other), (self, _data(other)), (other, self.data))

    def __pow__(self, exponent):
        return self._made(self.data**exponent, (self, exponent * self.data ** (exponent - 1)))

    def relu(self):
        return self._made(max(self.data, 0.0), (self, float(self.data > 0)))

    def __neg__(self):
        return self * -1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __sub__(self, other):
        return self + other * -1

    def __rsub__(self, other):
        return self * -1 + other

    def _backwards(self):
        order, seen = [], set()

        def visit(value):
            if id(value) not in seen:
                seen.add(id(value))
                for source, _ in value.paths:
                    visit(source)
                order.append(value)

        visit(self)
        return order[::-1]

    def backward(self):
        self.grad = 1.0
        for value in self._backwards():
            for source, slope in value.paths:
                source.grad += slope * value.grad


@mistake("Value")
class Overwritten(_Right):
    """What comes back on a second path replaces what came on the first: add it with `+=`."""

    def backward(self):
        self.grad = 1.0
        for value in self._backwards():
            for source, slope in value.paths:
                source.grad = slope * value.grad


@mistake("Value")
class NoSlopeToBeginWith(_Right):
    """All slopes stay 0: the slope of the result in itself is 1, and that is where the way back begins."""

    def backward(self):
        for value in self._backwards():
            for source, slope in value.paths:
                source.grad += slope * value.grad


@mistake("Value")
class OneStepBack(_Right):
    """Only what the result is made of directly gets a slope: go on from there, one value after the other."""

    def backward(self):
        self.grad = 1.0
        for source, slope in self.paths:
            source.grad += slope * self.grad


@mistake("Value")
class PassedOnTooEarly(_Right):
    """A value passes its slope on before all of it has arrived: it has to wait for everything that it goes into."""

    def _backwards(self):
        order, seen, waiting = [], set(), [self]
        while waiting:
            value = waiting.pop(0)
            if id(value) not in seen:
                seen.add(id(value))
                order.append(value)
                waiting += [source for source, _ in value.paths]
        return order


@mistake("Value")
class PassedOnAgain(_Right):
    """A value that is reached twice passes its slope on twice: each value has one turn, when it is complete."""

    def backward(self):
        self.grad = 1.0
        waiting = [self]
        while waiting:
            value = waiting.pop()
            for source, slope in value.paths:
                source.grad += slope * value.grad
                waiting.append(source)


@mistake("Value")
class OwnFactor(_Right):
    """Each factor has its own number as slope: when one grows by 1, the product grows by the other one."""

    def __mul__(self, other):
        return self._made(self.data * _data(other), (self, self.data), (other, _data(other)))


@mistake("Value")
class ProductLikeSum(_Right):
    """The slopes of a product are 1 here, as in a sum: the slope of a factor is the other factor."""

    def __mul__(self, other):
        return self._made(self.data * _data(other), (self, 1.0), (other, 1.0))


@mistake("Value")
class OneFactorOnly(_Right):
    """Only the first factor gets a slope: a product has two paths."""

    def __mul__(self, other):
        return self._made(self.data * _data(other), (self, _data(other)))


@mistake("Value")
class PowerNotLowered(_Right):
    """The slope of a power keeps its exponent: it is `p` times `x` to the power of `p - 1`."""

    def __pow__(self, exponent):
        return self._made(self.data**exponent, (self, exponent * self.data**exponent))


@mistake("Value")
class PowerWithoutFactor(_Right):
    """The slope of a power lacks the exponent as a factor: it is `p` times `x` to the power of `p - 1`."""

    def __pow__(self, exponent):
        return self._made(self.data**exponent, (self, self.data ** (exponent - 1)))


@mistake("Value")
class SquareOnly(_Right):
    """Every power is taken for a square: the exponent may be any number."""

    def __pow__(self, exponent):
        return self._made(self.data**2, (self, 2 * self.data))


@mistake("Value")
class ReluLetsAllBack(_Right):
    """ReLU stops a negative number, and it has to stop the slope as well: its slope is 0 there."""

    def relu(self):
        return self._made(max(self.data, 0.0), (self, 1.0))


@mistake("Value")
class ReluLetsAllThrough(_Right):
    """ReLU lets negative numbers through: what comes out is never below 0."""

    def relu(self):
        return self._made(self.data, (self, float(self.data > 0)))


@mistake("Value")
class ReluTimesData(_Right):
    """The slope of ReLU is its output here: it is 1 where the number is positive, however large it is."""

    def relu(self):
        return self._made(max(self.data, 0.0), (self, max(self.data, 0.0)))


@mistake("Value")
class ReluStopsNegativeSlopes(_Right):
    """A negative slope does not pass ReLU here: the number that went in decides, not the slope that comes back."""

    def relu(self):
        value = super().relu()
        value.is_relu = True
        return value

    def backward(self):
        self.grad = 1.0
        for value in self._backwards():
            for source, slope in value.paths:
                arrives = max(value.grad, 0.0) if hasattr(value, "is_relu") else value.grad
                source.grad += slope * arrives


@mistake("Value")
class ReluGivesANumber(_Right):
    """`relu` gives a plain number, which remembers nothing: make a new value with `made_of`."""

    def relu(self):
        return max(self.data, 0.0)


@mistake("Value")
class ReluInPlace(_Right):
    """`relu` changes the value itself: it makes a new one, and the old one keeps its data."""

    def relu(self):
        slope = float(self.data > 0)
        self.data = max(self.data, 0.0)
        return self._made(self.data, (self, slope))


@mistake("Value")
class MinusLikePlus(_Right):
    """Minus gives the second one the slope 1: when it grows, the difference shrinks."""

    def __sub__(self, other):
        return self._made(self.data - _data(other), (self, 1.0), (other, 1.0))


@mistake("Value")
class MinusTurnedAround(_Right):
    """With a plain number on the left of minus, the difference is turned around: `1 - a` is not `a - 1`."""

    def __rsub__(self, other):
        return self - other


@mistake("Value")
class NothingOnTheLeft(_Right):
    """A plain number on the left is refused: Python asks for `__radd__`, `__rmul__` and `__rsub__` then."""

    def __radd__(self, other):
        return NotImplemented

    def __rmul__(self, other):
        return NotImplemented

    def __rsub__(self, other):
        return NotImplemented


@mistake("Value")
class ValuesOnly(_Right):
    """A plain number has no `.data`: use `number(other)`, which knows both."""

    def __add__(self, other):
        return self._made(self.data + other.data, (self, 1.0), (other, 1.0))

    def __mul__(self, other):
        return self._made(self.data * other.data, (self, other.data), (other, self.data))

    def __neg__(self):
        return self._made(-self.data, (self, -1.0))

    def __sub__(self, other):
        return self._made(self.data - other.data, (self, 1.0), (other, -1.0))

    def __rsub__(self, other):
        return -self + other


@mistake("Value")
class NothingComesBack(_Right):
    """A product gives nothing back: does the method end with a `return`?"""

    def __mul__(self, other):
        self._made(self.data * _data(other))

    def __neg__(self):
        return self._made(-self.data, (self, -1.0))

    def __sub__(self, other):
        return self._made(self.data - _data(other), (self, 1.0), (other, -1.0))

    def __rsub__(self, other):
        return -self + other


@mistake("Value")
class PlainNumbers(_Right):
    """A product gives a plain number, which remembers nothing: make a new value with `made_of`."""

    def __mul__(self, other):
        return self.data * _data(other)

    def __neg__(self):
        return self._made(-self.data, (self, -1.0))

    def __sub__(self, other):
        return self._made(self.data - _data(other), (self, 1.0), (other, -1.0))

    def __rsub__(self, other):
        return -self + other


@mistake("Value")
class BackwardChangesData(_Right):
    """The way back writes into `.data`: slopes belong into `.grad`."""

    def backward(self):
        super().backward()
        for value in self._backwards():
            value.data = value.data - 0.01 * value.grad
