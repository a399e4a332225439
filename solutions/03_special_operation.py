# %% [markdown]
r"""
# The special operation

**The sentence:** a simple special operation is done on each average; without it every network would be a single layer; it can be anything except sums and multiplications.

**You will build** nine small functions.
One melts two layers into one, four are special operations, and one network, with weights chosen by your hand, does what no layer can.

**You will learn** why layers alone are not enough, what the special operation has to break, and how much of the sentence is true.

**You need** lessons 01 and 02.
From here on, what you built in earlier lessons is imported from `course.pieces`, in a version that passes every check, so an exercise that you left open stops nothing here.

**It takes** about 90 minutes, and a quarter of an hour more for the part "You write the test, again", which may wait for another day.
Each exercise says how long it takes.
"""

# %%
import math
from itertools import pairwise

import numpy as np
from ipywidgets import interactive

from autograder import check, hint, predict
from course import data, plots, random_features
from course.pieces.layers import count_parameters, layer
from course.pieces.weighted_averages import normalize, weighted_average

# %% [markdown]
r"""
## A light on the stairs

Two switches, one downstairs and one upstairs, work the same lamp.
Whichever you move, the lamp changes: it is on when exactly one of the switches is up.
We write 0 for down and off, 1 for up and on.
"""

# %%
corners = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
lamp = np.array([0, 1, 1, 0])

# %%
names = {"names": ("downstairs", "upstairs"), "classes": ("off", "on")}
ax = plots.regions(corners, lamp, **names, title="On and off sit at opposite corners")

# %% [markdown]
r"""
Logic calls this rule XOR, "exclusive or": one or the other, but not both.

One neuron of lesson 02 looks at both switches, and we say "on" when its weighted sum is above 0.5.
The places where it says "on" get a colour.
Find weights and a bias for which all four corners lie in the right colour.
"""


# %%
def show_neuron(w1=1.0, w2=0.5, b=0.25, **place):
    """Where one neuron says "on", and where "off"."""

    def says_on(places):
        return (places @ [w1, w2] + b > 0.5).astype(int)

    right = (says_on(corners) == lamp).sum()
    title = f"Weights {w1:g} and {w2:g}, bias {b:g}: {right} of 4 are right"
    plots.regions(corners, lamp, says_on, **{**names, "title": title, **place})


# %%
interactive(show_neuron, w1=(-2.0, 2.0, 0.25), w2=(-2.0, 2.0, 0.25), b=(-2.0, 2.0, 0.25))

# %% [markdown]
r"""
The same without sliders, for three choices of weights.
"""

# %%
tries = {"One or both": (1, 1, 0), "Both": (1, 1, -1), "Downstairs only": (1, -1, 0)}
places = plots.panels(3, height=1.9, columns=3)
for ax, (title, weights) in zip(places, tries.items(), strict=True):
    show_neuron(*weights, ax=ax, title=title, classes=None)

# %% [markdown]
r"""
### How many corners?

A neuron draws one straight border.
With the best weights and bias there are, at how many of the four corners is it right?
"""

# %%
predict("best_neuron", ...)

# %% [markdown]
r"""
As in lesson 01 the computer can be patient for us: it tries every position of the three sliders.
"""

# %%
positions = np.linspace(-2, 2, 17)  # those of the sliders
w1, w2, b = (grid.ravel() for grid in np.meshgrid(positions, positions, positions))
says_on = np.outer(corners[:, 0], w1) + np.outer(corners[:, 1], w2) + b > 0.5  # (4, 17 * 17 * 17)

# %%
predict("best_neuron", happened=(says_on == lamp[:, None]).sum(axis=0).max())

# %% [markdown]
r"""
That was a search and no proof, but the proof is short.
The middle of the square, at (0.5, 0.5), lies halfway between the two "on" corners, and also halfway between the two "off" corners.
A layer keeps weighted averages, as we saw in lesson 02: halfway between two places, a weighted sum is halfway between its two values.
So at the middle it would have to be above 0.5, and not above 0.5.
Keep this argument in mind: it looks only at *averages*, and it will come back.
"""

# %% [markdown]
r"""
## More layers, the same border

One neuron is not enough, so let us take more: a first layer with eight neurons, and a second layer that weighs their results.
We let chance draw twenty thousand such pairs of layers.
`rng` is NumPy's source of chance, a *random number generator*: with the same seed, here 0, it draws the same numbers every time.
(`@` also works on stacks of tables: one line sends the corners through all of them.)
At how many corners is the best pair right?
"""

# %%
predict("best_pair", ...)

# %%
rng = np.random.default_rng(0)
first_W, first_b = rng.normal(size=(20000, 2, 8)), rng.normal(size=(20000, 1, 8))
second_W, second_b = rng.normal(size=(20000, 8, 1)), rng.normal(size=(20000, 1, 1))
said = (corners @ first_W + first_b) @ second_W + second_b  # (20000, 4, 1)

# %%
right = ((said[:, :, 0] > 0.5) == lamp).sum(axis=1)
predict("best_pair", happened=right.max())

# %% [markdown]
r"""
To see why, take the smallest pair of layers: one input, one neuron, one output.
The second weighs what comes out of the first:

$$w_2\,(w_1 x + b_1) + b_2 = (w_2 w_1)\, x + (w_2 b_1 + b_2)$$

On the right stands *one* neuron.
Its weight is the product of both weights, and its bias is the first bias, weighed by the second neuron, plus the second bias.
With whole layers the same happens along every path from an input to an output:

$$(X W_1 + b_1)\, W_2 + b_2 = X W + b$$

### Exercise: collapse (6 minutes)

Find `W` and `b` on the right, for two layers of any size, and give them back as a pair `(W, b)`.
The shapes help: `W1` is `(d, h)`, `W2` is `(h, k)`, and one layer from `d` inputs to `k` outputs needs a `W` of shape `(d, k)` and a `b` of shape `(k,)`.
"""


# %% tags=["exercise:collapse", "minutes:6"]
def collapse(W1, b1, W2, b2):
    """The single layer `(W, b)` equal to two layers with nothing between them.

    >>> W, b = collapse([[1, 2], [0, 3]], [1, -1], [[2], [1]], [5])
    >>> W
    array([[4],
           [3]])
    >>> b
    array([6])
    """
    # solution
    W1, b1, W2, b2 = (np.asarray(part) for part in (W1, b1, W2, b2))
    return W1 @ W2, b1 @ W2 + b2  # (d, h) @ (h, k) -> (d, k), (h,) @ (h, k) + (k,) -> (k,)
    # end


# %% [markdown] tags=["hints:collapse"]
r"""
1. Multiply out the brackets on the left: which part contains `X`, and which does not?
2. Matrices keep their order.
   What stands between `X` and the end of the first product is `W1`, followed by `W2`.
3. The first biases pass through the second layer like everything else that comes from the first, and `b2` is added to the result.
   `np.asarray` turns lists into arrays that know `@`.
"""

# %% tags=["points:3"]
check("collapse")

# %% [markdown]
r"""
### A deep network that is not

Here are four layers in a row, with thousands of weights.
`collapse` melts the first two, then the result with the third, and so on.
"""

# %%
sizes = [64, 100, 50, 30, 10]
deep = [(rng.normal(size=(d, k)), rng.normal(size=k)) for d, k in pairwise(sizes)]


# %%
def melt(layers):
    """One layer for all of them; the layers themselves while `collapse` is not written."""
    melted = layers[0]
    for following in layers[1:]:
        melted = collapse(*melted, *following)
        if melted is ...:
            return layers
    return [melted]


# %%
[(np.shape(W), np.shape(b)) for W, b in melt(deep)]

# %% [markdown]
r"""
(As long as your function is not written, all four layers are still there.)
One layer from 64 inputs to 10 outputs is left.
How many numbers did the four layers need, and how many does the one?
"""

# %%
count_parameters(sizes), count_parameters([64, 10])

# %% [markdown]
r"""
### Really the same?

We send five examples through the four layers and through the one, and look for the largest difference.
"""


# %%
def through(X, layers):
    """What comes out at the end of layers with nothing between them."""
    for W, b in layers:
        X = layer(X, W, b)
    return X


# %%
examples = rng.uniform(size=(5, 64))
np.abs(through(examples, deep) - through(examples, melt(deep))).max()

# %% [markdown]
r"""
The difference is what rounding leaves over, next to outputs of this size:
"""

# %%
np.abs(through(examples, deep)).mean()

# %% [markdown]
r"""
So the second part of the sentence is right: without a special operation every network *is* a single layer, however deep it looks.
"""

# %% [markdown]
r"""
## What must be broken

Which operation between the layers would prevent this?
One that does what no layer does.
And what all layers do, we know from lesson 02: they keep weighted averages.
The smallest layer, with one input and one output, shows how that can be measured.

A week was 12, 15, 21 and 24 degrees Celsius warm, in weights: one day, two days, three days, one day.
An American friend wants to know how warm the week was, in Fahrenheit: 1.8 times the Celsius, plus 32.
Convert first and average then, or the other way round?
How many degrees lie between the two results?
"""


# %%
def fahrenheit(celsius):
    """A neuron with one input: weight 1.8, bias 32."""
    return 1.8 * np.asarray(celsius) + 32


# %%
celsius, days = [12, 15, 21, 24], [1, 2, 3, 1]
predict("week", ...)

# %%
of_average = fahrenheit(weighted_average(celsius, days))
average_of = weighted_average(fahrenheit(celsius), days)
predict("week", happened=round(of_average - average_of, 6))

# %% [markdown]
r"""
It makes no difference, and it never does for a neuron.
Multiplying all values by 1.8 multiplies their average by 1.8, and adding 32 to all of them adds 32 to the average.

### What a curve does

Now something that is no neuron.
Learner drivers in Germany are taught a rule for the braking distance in metres: the speed in km/h divided by 10, and the result squared.
One car drives at 30, another at 90.
Is the braking distance at their average speed the average of their braking distances?
How many metres is it longer (positive) or shorter (negative)?
"""


# %%
def braking_distance(speed):
    """Rule of thumb, in metres, for a speed in km/h."""
    return (np.asarray(speed) / 10) ** 2


# %%
predict("brakes", ...)


# %%
def gap_halfway(f, a, b):
    """`f` halfway between `a` and `b`, minus what lies halfway between `f(a)` and `f(b)`."""
    return float(f((a + b) / 2) - (f(a) + f(b)) / 2)


# %%
predict("brakes", happened=gap_halfway(braking_distance, 30, 90))

# %%
labels = {"xlabel": "speed (km/h)", "ylabel": "braking distance (m)"}
title = "A curve leaves a gap between the two averages"
ax = plots.gap(braking_distance, [30, 90], [1, 1], **labels, title=title)

# %% [markdown]
r"""
The fast car needs so much more that it pulls the average of the distances up.
In the picture, the average of `f` lies on the straight line between the two points, and `f` of the average lies on the curve.

With any number of points and any weights, the **gap** of a function $f$ is

$$f(\bar x) - \overline{f(x)}, \qquad \bar x = \frac{\sum_i w_i x_i}{\sum_i w_i}, \quad \overline{f(x)} = \frac{\sum_i w_i f(x_i)}{\sum_i w_i}$$

### Exercise: the average gap (6 minutes)

Write it for any function `f` of one number.
(The `f` that you are given also takes an array, and then works on each of its numbers.)
You may use `weighted_average`, which this lesson has imported, as it was in lesson 01.
"""


# %% tags=["exercise:average_gap", "minutes:6"]
def average_gap(f, points, weights):
    """`f` of the weighted average of `points`, minus the weighted average of `f` of each point.

    >>> average_gap(lambda x: x * x, [1, 5], [3, 1])
    -3.0
    >>> average_gap(lambda x: 3 * x + 4, [1, 5], [3, 1])
    0.0
    """
    # solution
    of_each = [f(point) for point in points]
    return float(f(weighted_average(points, weights)) - weighted_average(of_each, weights))
    # end


# %% [markdown] tags=["hints:average_gap"]
r"""
1. There are two averages, of the points and of what `f` makes of them.
   Both use the same weights.
2. `f(weighted_average(points, weights))` is the first half.
3. For the second half, make a list of `f(point)` for every point, and take its weighted average.
   The first half comes first in the subtraction.
"""

# %% tags=["points:3"]
check("average_gap")

# %% [markdown]
r"""
Drag the weight of the fast car from nothing to everything.
Where is the gap largest, and where is there none?
"""


# %%
def show_brakes(fast=0.5, **place):
    """The gap when a share `fast` of the weight lies on the fast car."""
    title = f"A share of {fast:g} lies on the fast car"
    plots.gap(braking_distance, [30, 90], [1 - fast, fast], **{**labels, "title": title, **place})


# %%
interactive(show_brakes, fast=(0.0, 1.0, 0.05))

# %% [markdown]
r"""
The same without a slider: the gap for every share.
"""

# %%
shares = np.linspace(0, 1, 41)
gaps = np.array([average_gap(braking_distance, [30, 90], [1 - share, share]) for share in shares])
gap_labels = {"xlabel": "share of the fast car", "ylabel": "gap (m)"}
title = "The gap is widest when both count the same"
ax = plots.lines({"gap": gaps}, x=shares, **gap_labels, title=title)

# %% [markdown]
r"""
### Which operations leave no gap?

Here are eight candidates for the special operation.
For how many of them is there no gap at all, whatever the points?
"""

# %%
candidates = {
    "x": lambda x: x,
    "2 x": lambda x: 2 * x,
    "x + 1": lambda x: x + 1,
    "always 3": lambda x: 0 * x + 3,
    "x squared": lambda x: x**2,
    "size of x": abs,
    "sine of x": math.sin,
    "x rounded": round,
}

# %%
predict("no_gap", ...)

# %%
pairs = rng.uniform(-3, 3, size=(200, 2))
largest = {name: max(abs(gap_halfway(f, a, b)) for a, b in pairs) for name, f in candidates.items()}
predict("no_gap", happened=sum(size < 1e-9 for size in largest.values()))

# %%
{name: round(size, 3) for name, size in largest.items()}

# %% [markdown]
r"""
No gap for any points and any weights: that is exactly a *straight line*.
The reason: without a gap the function lies, between any two points, on the straight line that joins them.
A straight line may go through zero or not, and it may be flat, like "always 3".

Now the whole story in three steps.
A layer leaves no gap.
One function without a gap after another leaves no gap either, so layers in a row are straight, and a straight border is all that they can draw.
Therefore what stands between the layers must *break weighted averages*: it must have a gap.

And the sentence?
"Multiplications" are $2x$, and "sums" are $x + 1$: with a *number* as the other part both are straight lines.
So far the sentence is right.
At the end of this lesson we look at it again.
"""

# %% [markdown]
r"""
## Bend it once: ReLU

The smallest change to a straight line is one bend.
The best-known operation, which many networks use as it is or a little smoothed, keeps what is positive and replaces everything else by zero:

$$\mathrm{relu}(x) = \max(0, x)$$

Its name is long, *rectified linear unit*, and its meaning short: a neuron whose sum is negative keeps silent.

### Exercise: ReLU (3 minutes)

Write it for a number, a list, or an array of any shape: each number is treated by itself, and the answer has the same shape.
"""


# %% tags=["exercise:relu", "minutes:3"]
def relu(x):
    """`x` where it is positive, 0 elsewhere; the same shape as `x`.

    >>> relu([-2, 0.5, 3])
    array([0. , 0.5, 3. ])
    """
    # solution
    x = np.asarray(x)
    return np.where(x > 0, x, 0)
    # end


# %% [markdown] tags=["hints:relu"]
r"""
1. What becomes of 3, of $-2$, and of 0?
2. `np.maximum` compares two things number by number; one of them may be a single number.
   It is not `np.max`, which looks for the largest number of an array.
"""

# %% tags=["points:2"]
check("relu")

# %%
x = np.linspace(-3, 3, 121)
curve = {"xlabel": "weighted sum", "ylabel": "what is passed on"}
ax = plots.lines({"relu": relu(x)}, x=x, **curve, title="ReLU is a straight line with one bend")

# %% [markdown]
r"""
Does it have a gap?
Take one point on each side of the bend.
"""

# %%
ax = plots.gap(relu, [-2, 2], [1, 1], **curve, title="Across the bend there is a gap")

# %% [markdown]
r"""
## The light works

Back to the stairs.
A **network** is a list of layers, `[(W1, b1), (W2, b2), ...]`, with ReLU between them and nothing after the last.
Between our two layers stand two neurons; people call them *hidden*, because their values are neither put in nor given out.

### Exercise: a network for XOR (10 minutes)

Choose all weights and biases by hand: two inputs, two hidden neurons, one output.
The output should be close to 1 where the lamp is on and close to 0 where it is off: within 0.25 at all four corners.
There are many solutions; pencil and paper help more than the keyboard.
"""


# %% tags=["exercise:xor_network", "minutes:10"]
def xor_network():
    """A network `[(W1, b1), (W2, b2)]` with 2 inputs, 2 hidden neurons and 1 output: XOR.

    >>> [(np.shape(W), np.shape(b)) for W, b in xor_network()]
    [((2, 2), (2,)), ((2, 1), (1,))]
    """
    # solution
    W1 = np.array([[1.0, 1.0], [1.0, 1.0]])  # both hidden neurons count the switches that are up
    b1 = np.array([0.0, -1.0])  # and the second keeps silent until there are two
    W2 = np.array([[1.0], [-2.0]])
    b2 = np.array([0.0])
    return [(W1, b1), (W2, b2)]
    # end


# %% [markdown] tags=["hints:xor_network"]
r"""
1. With weights 1 and 1, a neuron counts the switches that are up.
   At which corner is this count not what the lamp shows?
2. Let the first hidden neuron count.
   The second should keep silent until *both* switches are up: the same weights, and a bias that makes it so.
3. At (1, 1) the first neuron gives 2 and the second gives 1.
   Which weight of the second takes the 2 away?
4. Now write the four arrays: `W1` has one column for each hidden neuron, and `W2` has the shape `(2, 1)`.
   Return a list of two pairs.
"""

# %% tags=["points:3"]
check("xor_network")


# %%
def with_relu(X, network):
    """The output of two layers with ReLU between them, as `(n,)`."""
    if network is ...:
        return ...
    (W1, b1), (W2, b2) = network
    hidden = relu(X @ np.asarray(W1) + b1)
    return hidden if hidden is ... else np.ravel(hidden @ np.asarray(W2) + b2)


# %%
with_relu(corners, xor_network())


# %%
def lit(places):
    """1 where the network says "on"."""
    said = with_relu(places, xor_network())
    return said if said is ... else (said > 0.5).astype(int)


# %%
title = "One bend between two layers, and the light works"
ax = plots.regions(corners, lamp, lit, **names, title=title)

# %% [markdown]
r"""
(The colours are missing as long as `relu` or `xor_network` is not written.)
What no pair of layers could do, two hidden neurons and a bend can.
The border need not be straight any more.
"""

# %% [markdown]
r"""
## Relatives of ReLU

Below zero ReLU is flat: whatever happens there, the answer stays 0.
In lesson 06 we find weights by looking which way the result moves, and where nothing moves there is nothing to see.
A *leaky* ReLU lets a small part of the negative numbers through: below zero it gives $s \cdot x$, with a small slope $s$.

### Exercise: leaky ReLU (3 minutes)

Positive numbers stay, all others are multiplied by `slope`, which lies between 0 and 1.
Any shape, as before.
"""


# %% tags=["exercise:leaky_relu", "minutes:3"]
def leaky_relu(x, slope=0.01):
    """`x` where it is positive, `slope` times `x` elsewhere; the same shape as `x`.

    >>> leaky_relu([-2, 0.5, 3], 0.25)
    array([-0.5,  0.5,  3. ])
    >>> leaky_relu([-100, 100])
    array([ -1., 100.])
    """
    # solution
    x = np.asarray(x)
    return np.where(x > 0, x, slope * x)
    # end


# %% [markdown] tags=["hints:leaky_relu"]
r"""
1. It is ReLU with one change: what takes the place of 0?
2. `np.where(condition, a, b)` takes from `a` where the condition holds, and from `b` elsewhere.
   Turn `x` into an array first.
"""

# %% tags=["points:2"]
check("leaky_relu")

# %% [markdown]
r"""
### A soft switch

A lamp is on or off, but many answers are "rather yes" or "I cannot tell".
The **sigmoid** turns any number into one between 0 and 1: far below zero it gives almost 0, at zero one half, far above zero almost 1.

$$\sigma(x) = \frac{1}{1 + e^{-x}} = \frac{e^{x}}{1 + e^{x}}$$

Both forms are the same formula; multiply one above and below by $e^x$ to get the other.
In a computer they are not the same, because powers of $e$ grow fast.
What does NumPy say to $e^{1000}$?
"""

# %%
with np.errstate(over="ignore"):  # without this line NumPy warns of an overflow
    powers = np.exp([10.0, 700.0, 1000.0])
powers

# %% [markdown]
r"""
At 1000 there is no number large enough, and NumPy puts infinity in its place.
One divided by infinity is 0, which may be right, but infinity divided by infinity is `nan`, "not a number", and a single `nan` spoils everything that it touches.

### Exercise: sigmoid (6 minutes)

Write it for any shape, so that it is right at $-1000$ and at 1000, too.
Which form is safe for which numbers?
"""


# %% tags=["exercise:sigmoid", "minutes:6"]
def sigmoid(x):
    """`1 / (1 + e**-x)` for each number; the same shape as `x`, and no overflow far from zero.

    >>> float(sigmoid(0))
    0.5
    >>> sigmoid([-1000, 0, 1000])
    array([0. , 0.5, 1. ])
    """
    # solution
    x = np.asarray(x)
    power = np.exp(-np.abs(x))  # never above 1
    return np.where(x > 0, 1, power) / (1 + power)
    # end


# %% [markdown] tags=["hints:sigmoid"]
r"""
1. For $x = 1000$, which of $e^{x}$ and $e^{-x}$ is harmless?
   And for $x = -1000$?
2. `np.exp(-np.abs(x))` is never above 1.
   For positive `x` it is $e^{-x}$, for negative `x` it is $e^{x}$.
3. With this power, `1 + power` stands below the fraction line in both forms.
   Above it stands 1 or the power: let `np.where` choose.
"""

# %% tags=["points:3"]
check("sigmoid")

# %%
curves = {"leaky_relu": leaky_relu(x, 0.1), "relu": relu(x), "sigmoid": sigmoid(x)}
ax = plots.lines(curves, x=x, **curve, title="Three ways to bend: sharp, leaky and soft")

# %% [markdown]
r"""
## From scores to weights: softmax

A program looks at a photo and gives a *score* to each of three fruits: the higher the score, the more the photo speaks for that fruit.
We would like to turn the scores into weights that are positive and sum to 1.
In lesson 01, `normalize` did that, so let us try it.
"""

# %%
fruits = ["apple", "pear", "quince"]
scores = [2.0, 1.0, -1.0]
normalize(scores)

# %% [markdown]
r"""
One weight is negative, and with the scores 1, 0 and $-1$ there would be no answer at all.
The repair: make everything positive first, and let the highest score stay the highest.
Powers of $e$ do both, for each score $z_j$ of a row:

$$\mathrm{softmax}(z)_j = \frac{e^{z_j}}{\sum_i e^{z_i}}$$

In slow motion, for one row:
"""


# %%
def shares_by_definition(row):
    """A power of e for each score, and its share of their sum."""
    powers = [math.exp(score) for score in row]
    total = 0.0
    for power in powers:
        total = total + power
    return [power / total for power in powers]


# %%
shares_by_definition(scores)

# %% [markdown]
r"""
The program is in a good mood and adds 5 to each of its scores.
By how much does the share of the apple change?
"""

# %%
predict("good_mood", ...)

# %%
in_good_mood = shares_by_definition([score + 5 for score in scores])
change = abs(in_good_mood[0] - shares_by_definition(scores)[0])
predict("good_mood", happened=round(change, 6))

# %% [markdown]
r"""
Adding 5 multiplies every power by the same $e^5$, above and below the fraction line.
Only *differences* of scores matter, as only proportions of weights did.
That is more than a curiosity.
With scores of 1000 the slow definition overflows, but we may first subtract from a row whatever number makes it harmless.

### Exercise: softmax (7 minutes)

Write it for a whole table of scores, `(n, k)`: every row becomes a row of shares.
Scores of 1000 or $-1000$ must do no harm, even when one row lies far below another.
"""


# %% tags=["exercise:softmax", "minutes:7"]
def softmax(Z):
    """Shares for each row of the scores `Z`, `(n, k)`: positive, with sum 1, and no overflow.

    >>> softmax([[0, 0], [1000, 1000]])
    array([[0.5, 0.5],
           [0.5, 0.5]])
    >>> softmax([[1, 2, 3]]).round(2)
    array([[0.09, 0.24, 0.67]])
    """
    # solution
    Z = np.asarray(Z)
    powers = np.exp(Z - Z.max(axis=1, keepdims=True))  # the largest power of each row is 1
    return powers / powers.sum(axis=1, keepdims=True)
    # end


# %% [markdown] tags=["hints:softmax"]
r"""
1. When you subtract the largest score of a row from the whole row, how large can the powers become?
   And how small can their sum become?
2. `Z.max(axis=1, keepdims=True)` has shape `(n, 1)`: the largest of each row, in a column that fits the table.
   Turn `Z` into an array first.
3. Take `np.exp` of the difference, and divide by the sum of each row, again with `axis=1` and `keepdims=True`.
"""

# %% tags=["points:3"]
check("softmax")

# %% [markdown]
r"""
### Drag the scores

Drag the score of the pear, and then *stretch*, which multiplies all scores.
"""


# %%
def show_fruits(pear=1.0, stretch=1.0):
    """The shares of the three fruits."""
    answer = softmax([[2.0 * stretch, pear * stretch, -1.0 * stretch]])
    title = f"Score of the pear: {pear:g}, stretch: {stretch:g}"
    plots.level(fruits, np.ravel(answer), xlabel="fruit", ylabel="share", title=title)


# %%
interactive(show_fruits, pear=(-3.0, 4.0, 0.25), stretch=(0.0, 5.0, 0.25))

# %% [markdown]
r"""
The same without sliders: the scores 2, 1 and $-1$, stretched.
"""

# %%
stretches = np.linspace(0, 5, 51)
rows = softmax(np.outer(stretches, scores))
parts = {fruit: rows if rows is ... else rows[:, i] for i, fruit in enumerate(fruits)}
title = "Stretched scores sound sure of themselves"
ax = plots.lines(parts, x=stretches, xlabel="stretch", ylabel="share", title=title)

# %% [markdown]
r"""
The shares are positive and sum to 1, so they are a list of weights like those of lesson 01, and in lesson 12 a network will use them as weights.
They also look like probabilities.
But stretching the scores makes every answer more certain without making a single one more right: how far one may trust the shares is a question of its own.

Softmax does not treat each number by itself: it looks at a whole row.
Between the layers stands something like ReLU, and softmax has its place at the end.
"""

# %% [markdown]
r"""
## You write the test, again

*(This part may wait for another day: the rest of the lesson does not need it.)*

In lesson 01 you wrote `is_weighted_average`.
Now somebody hands you a function and says that it is a softmax.
Here are three suspects.
"""


# %%
def suspect_a(Z):
    """Divides by the sum of each column."""
    powers = np.exp(Z)
    return powers / powers.sum(axis=0)


# %%
def suspect_b(Z):
    """Takes powers of 2."""
    powers = 2.0 ** (Z - Z.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


# %%
def suspect_c(Z):
    """Subtracts the largest score of the whole table."""
    with np.errstate(invalid="ignore"):
        powers = np.exp(Z - Z.max())
        return powers / powers.sum(axis=1, keepdims=True)


# %% [markdown]
r"""
A tester gives this table to each of them, and lets everybody go whose rows are positive and sum to 1.
How many of the three are let go?
"""

# %%
table = np.array([[1.0, 2.0], [2.0, 1.0]])
predict("let_go", ...)

# %%
suspects = [suspect_a, suspect_b, suspect_c]
rows_sum_to_1 = [np.allclose(suspect(table).sum(axis=1), 1) for suspect in suspects]
predict("let_go", happened=sum(rows_sum_to_1))

# %% [markdown]
r"""
All the columns of this table have the same sum of powers as its rows, so even the first one gets away.
What holds for every right softmax, and is worth a question:

- **It agrees with the definition**, for tables that are not square, with one row and with several, with scores of both signs.
- **Shares:** every row sums to 1, and no share is negative.
- **Differences:** one score more is $e$ times the share.
- **Rows are strangers:** what stands in one row changes nothing in another.
- **Size:** scores of 1000, of $-1000$, and far apart in one row or in two do no harm.
- **It leaves its argument alone.**

### Exercise: is it a softmax? (10 minutes)

Write a function that takes a function `f` and says whether `f(Z)` is a right softmax of `(n, k)` tables: `True` or `False`.
It is graded by how many wrong ones it catches, and it must not accuse a right one.
A right one may give lists, and may calculate with less precision, so compare with `np.allclose(..., atol=1e-4)`.
A wrong one may raise any error or give another shape; then the answer is `False`, not a crash.
"""


# %% tags=["exercise:is_softmax", "minutes:10"]
def is_softmax(f):
    """Whether `f(Z)` is a right softmax of each row of `Z`.

    >>> is_softmax(softmax)
    True
    >>> is_softmax(lambda Z: np.exp(Z) / np.exp(Z).sum())
    False
    """
    # solution
    large = [[1000.0, 998.5], [-1000.0, -999.0], [-2.0, 0.0]]
    apart = [[-1000.0, 1000.0, -999.0]]
    tables = [[[0.5, -1.0, 2.0], [1.5, 0.25, 3.0]], large, apart]
    try:
        for table in tables:
            given = np.array(table)
            answer = np.asarray(f(given))
            powers = [[math.exp(score - max(row)) for score in row] for row in table]
            right = [[power / sum(row) for power in row] for row in powers]
            if answer.shape != given.shape or given.tolist() != table:
                return False
            if not np.allclose(answer, right, atol=1e-4):
                return False
        return True
    except Exception:
        return False
    # end


# %% [markdown] tags=["hints:is_softmax"]
r"""
1. Take suspect A and find a table for which a row does not sum to 1.
   For B, which shares should come out of the scores 0 and 1?
   For C, think of a table whose second row lies far below the first.
2. Calculate the right shares yourself, with your own `softmax` or with the slow definition on lowered scores.
   Compare with `np.allclose(answer, right, atol=1e-4)`, after comparing the shapes.
3. Give `f` a copy of the table, and afterwards compare the copy with the table.
4. Put everything between `try:` and `except Exception:`, and return `False` there.
   Whoever survives all questions gets `True`.
"""

# %% tags=["points:4"]
check("is_softmax")

# %%
[is_softmax(f) for f in [*suspects, softmax]]

# %% [markdown]
r"""
## Where the sentence is too simple

"It can be anything except sums and multiplications."
We have seen what is right about it: adding a number, and multiplying by a number, leave no gap.
Now multiply not by a number, but by *another weighted sum of the inputs*.
Let $s = x_1 + x_2$ count the switches that are up, and let $t = 2 - x_1 - x_2$ count those that are down.
Both are neurons as in lesson 02.
What output does $s \cdot t$ give at the four corners?
Type four numbers with brackets around them, such as `[0, 0, 0, 1]`.
"""

# %%
predict("product", ...)

# %%
up, down = corners @ [1, 1], corners @ [-1, -1] + 2
predict("product", happened=(up * down).tolist())

# %% [markdown]
r"""
Nothing but sums and one multiplication, and the light works.
A product of two sums that both depend on the inputs is not straight, so it does not collapse.
Large language models really use such *gates*, in which one weighted sum multiplies another.
Usually one of the two is bent first; the plain product is among the variants that N. Shazeer tries (*GLU Variants Improve Transformer*, 2020).
Squaring, $x \cdot x$, is a multiplication, too, and it had a gap in our list above.

### How far does a square get?

We let three operations compete: none, the square, and your ReLU, on two rings of points that no straight border can part.
We cannot train yet, so we borrow a trick: the hidden weights are drawn by chance and stay as they are, and only the *last* layer gets the weights that fit best, which can be calculated.
`course/random_features.py` does it, in a few lines that you can read.
"""

# %%
operations = {"nothing": lambda x: x, "square": np.square, "relu": relu}
ring_points, ring_labels = data.rings(300, np.random.default_rng(1))
new_points, new_labels = data.rings(300, np.random.default_rng(2))


# %%
def fitted(operation, X, labels, layers=1):
    """A network of 100 neurons a hidden layer, of which only the last layer is fitted."""
    return random_features.fit_labels(X, labels, operation, np.random.default_rng(0), layers=layers)


# %% [markdown]
r"""
### The rings

What share of new points, from the same rings, will the network *without* an operation tell apart?
One half could be had by tossing a coin.
"""

# %%
predict("straight", ...)

# %%
guesses = {name: fitted(f, ring_points, ring_labels) for name, f in operations.items()}
share = random_features.share_right
predict("straight", happened=share(guesses["nothing"], new_points, new_labels))

# %%
titles = ["nothing: a line", "square: a ring", "relu: a ring"]
places = plots.panels(3, height=1.9, columns=3)
for ax, title, guess in zip(places, titles, guesses.values(), strict=True):
    plots.regions(ring_points, ring_labels, guess, title=title, ax=ax)

# %%
{name: share(guess, new_points, new_labels) for name, guess in guesses.items()}

# %% [markdown]
r"""
On rings the square is as good as the bend.
So is the sentence wrong, and may we square everywhere?

### What a power cannot reach

Follow one number $x$ through a network whose special operation is the square.
NumPy's `poly1d` calculates with polynomials: this one is $2x + 1$, a neuron.
"""

# %%
neuron = np.poly1d([2, 1])
after_one = 3 * neuron**2 - 5  # squared, and weighed by the next layer
after_two = 2 * after_one**2 + 1
after_one.order, after_two.order

# %% [markdown]
r"""
The **degree** is the highest power of $x$ that appears.
The weighted sum in the next layer may have a thousand such terms: adding polynomials of degree 2 never gives a degree above 2.
So the degree does not depend on how many neurons stand side by side.
It depends on how often the power is taken, once in each hidden layer.

### Exercise: polynomial degree (4 minutes)

The special operation is the power $x^p$, with `activation_degree` for $p$.
The network has `hidden_layers` hidden layers (there may be none), and nothing follows after the last layer.
What is the largest degree in the input that the output can have?
"""


# %% tags=["exercise:polynomial_degree", "minutes:4"]
def polynomial_degree(activation_degree, hidden_layers):
    """The largest degree in the input, when each hidden layer takes this power.

    >>> polynomial_degree(2, 1)
    2
    >>> polynomial_degree(3, 2)
    9
    """
    # solution
    degree = 1  # a weighted sum of the inputs
    for _ in range(hidden_layers):
        degree = degree * activation_degree
    return degree
    # end


# %% [markdown] tags=["hints:polynomial_degree"]
r"""
1. Which degree has $x$ itself, after no hidden layer at all?
   And after one that squares, and after a second one that squares again?
2. A square of something of degree 4 has degree 8.
   Each hidden layer multiplies the degree by the same number.
"""

# %% tags=["points:2"]
check("polynomial_degree")

# %% [markdown]
r"""
### Wider does not help

The size of $x$ without its sign, $|x|$, has a corner at zero, and no polynomial of degree 2 has a corner.
We fit it with one hidden layer, between $-1$ and 1, and measure by how much a network misses it on average.
With 8 neurons and the square, this is the miss.
"""

# %%
x = np.linspace(-1, 1, 201)[:, None]
corner = np.abs(x[:, 0])


# %%
def miss(operation, width):
    """How far a network is from the corner on average (root of the mean square)."""
    fit = random_features.fit_numbers(x, corner, operation, np.random.default_rng(0), width=width)
    said = fit(x)
    return said if said is ... else float(np.sqrt(np.mean((said - corner) ** 2)))


# %%
miss(np.square, 8)

# %% [markdown]
r"""
How large is the miss with 256 neurons?
"""

# %%
predict("wider", ...)

# %%
predict("wider", happened=miss(np.square, 256))

# %%
widths = [2, 4, 8, 16, 32, 64, 128, 256]
misses = {name: np.array([miss(f, width) for width in widths]) for name, f in operations.items()}
width_labels = {"xlabel": "neurons in the hidden layer", "ylabel": "miss"}
title = "A wider layer of squares stays as wrong as before"
ax = plots.lines(misses, x=widths, **width_labels, title=title)
ax.set_xscale("log", base=2)
ticks = ax.set_xticks(widths, widths)

# %% [markdown]
r"""
With squares the fit is the best parabola, and no number of neurons makes it better.
With ReLU every neuron brings a bend of its own, and the miss goes towards zero.

### Deeper does

One more hidden layer doubles the degree, so with squares depth has to do what width cannot.
Two spirals need a border with many turns.
Drag the number of hidden layers that square.
"""

# %%
arms, arm_labels = data.spirals(300, np.random.default_rng(3))


# %%
def show_spirals(layers=1, **place):
    """The spirals, and what a network of squares makes of them."""
    guess = fitted(np.square, arms, arm_labels, layers)
    title = f"Hidden layers: {layers}, degree: {2**layers}"
    plots.regions(arms, arm_labels, guess, **{"title": title, **place})


# %%
interactive(show_spirals, layers=(1, 4))

# %% [markdown]
r"""
The same without a slider, and the share of new points that is told apart.
"""

# %%
places = plots.panels(3, height=1.9, columns=3)
for ax, layers in zip(places, [1, 2, 3], strict=True):
    show_spirals(layers, ax=ax, title=f"degree {2**layers}")

# %%
new_arms, new_arm_labels = data.spirals(300, np.random.default_rng(4))
deeper = [fitted(np.square, arms, arm_labels, layers) for layers in (1, 2, 3)]
[share(guess, new_arms, new_arm_labels) for guess in deeper]

# %%
share(fitted(relu, arms, arm_labels, layers=1), new_arms, new_arm_labels)

# %% [markdown]
r"""
The last number belongs to a single hidden layer with your ReLU.

### What is proved

What these experiments show has been proved.
With *one* hidden layer, as wide as needed, a network comes as close as we like to every continuous function on a bounded range exactly when its (continuous) special operation is *not a polynomial* (Leshno, Lin, Pinkus and Schocken, 1993).
A fixed number of hidden layers of powers, or of products of two sums, has a largest degree, and no width helps.
With as many layers as needed even polynomials will do, if only they are not straight lines (Kidger and Lyons, *Universal Approximation with Deep Narrow Networks*, 2020).

(Why rings and spirals, and not the handwritten digits of lesson 02?
Digits can be told apart almost as well without any special operation, so they cannot show what it is good for; lesson 08 measures it.)
"""

# %% [markdown]
r"""
### "Anything" is too much

A step that jumps from 0 to 1 is no polynomial, and with chance weights it tells rings apart.
"""

# %%
step = fitted(lambda x: (x > 0).astype(float), ring_points, ring_labels)
share(step, new_points, new_labels)

# %% [markdown]
r"""
But it is flat everywhere except at the jump, and whoever searches downhill, as we shall from lesson 06 on, finds no slope on it.
Powers have the opposite trouble: stacked, they explode.
Six hidden layers that square do this to the number 3.
"""

# %%
squared = [3.0]
for _ in range(6):
    squared.append(squared[-1] ** 2)
squared

# %% [markdown]
r"""
And one more crack in the sentence, for fun.
In a computer even *sums* alone are not quite straight, because every sum is rounded to the digits that fit.
We add a large number to small ones, and take it away again.
"""

# %%
small = np.array([-2.7, -0.6, 0.3, 0.7, 1.5, 2.2], dtype=np.float32)
large = np.float32(1.5 * 2**23)
(small + large) - large

# %% [markdown]
r"""
What comes back is rounded to whole numbers, and `x rounded` was among the candidates with a gap.

So this is the sentence, repaired.
*Between the layers stands anything but a straight line.
If a fixed number of layers is to come close to every continuous function, it must not be a polynomial.
If the weights are to be found downhill, its slope must not be zero nearly everywhere, and must not explode.*
ReLU and its relatives fulfil all three, and they are quick to calculate.
"""

# %% [markdown]
r"""
## Explain

A classmate shows you a network: "It has ten layers of weighted sums, so it is ten times as powerful as yours.
I left the special operation out, it only costs time.
And if I ever need one I cannot take the square, because squaring is a multiplication, and multiplications are forbidden."

What is wrong here, and is anything right?
Use something that you saw in this lesson; six sentences are enough, and a person will read them.
"""

# %% [markdown] tags=["explain:explain_03", "points:4"]
r"""
**Your answer**

<!-- solution -->
Ten layers of weighted sums without anything between them are one layer: `collapse` finds its weights, so the network can draw only a straight border and fails at XOR however many numbers it has.
The reason is that a layer keeps weighted averages, and one function that keeps them after another keeps them, too; the special operation has to break this, that is, to leave a gap.
Multiplying by a fixed number is forbidden, because that is a straight line and leaves no gap.
Squaring multiplies the input by itself, which is no straight line: it leaves a gap (36 instead of 45 metres for the two cars), and with it rings can be told apart.
Right is that a square is not the best choice: with one hidden layer of squares only degree 2 is reached, whatever the width, and many layers of squares explode.
Also right is that leaving the operation out saves time; but the single layer that the ten collapse to would save even more.

Marking, one point each: layers alone are one layer (or: only a straight border); the reason, by averages or by multiplying out; a multiplication by a number is not a multiplication by the input, so the square is allowed; an example or an experiment of the lesson that fits what is said (a limit of squares counts).
<!-- end -->
"""

# %% [markdown]
r"""
## What we can do now, and what is still wrong

We know why layers alone melt into one, and that the special operation must break weighted averages.
We have four of them, and a test for the one that turns scores into weights.
With one bend we made a network for XOR that no layer can replace.

What is still wrong: this network has two layers and two hidden neurons, `with_relu` can calculate nothing larger, and we guessed its weights on paper.
Rings need more neurons, digits need more layers.
In lesson 04 what comes out of each bend becomes the input of the next layer, and the next, and we build networks of any depth.
"""

# %%
check()
