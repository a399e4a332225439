# %% [markdown]
r"""
# Layers

**The sentence:** the network receives values and calculates many weighted averages of them, each with a different list of weights.

**You will build** six small functions.
Together they are one layer of a network, and at the end it reads handwritten digits.

**You will learn** why a network sums instead of averaging, what a bias is, and what is still average about a layer.

**You need** lesson 01, and NumPy arrays with two dimensions.

**It takes** about 70 minutes; each exercise says how long it takes.
"""

# %%
from itertools import pairwise
from time import perf_counter

import numpy as np
from ipywidgets import interactive

from autograder import check, hint, predict
from course import data, plots

# %% [markdown]
r"""
## One day, two opinions

A hiker and a sailor look at the same day.
Three values describe it: hours of sun, millimetres of rain, and the wind in metres per second (all invented).
Both weigh the same three values, each in their own way.
"""

# %%
measured = ["sun", "rain", "wind"]
day = [8, 1, 5]
hiker = [0.5, -2, -0.5]
sailor = [0.25, -0.5, 1]

# %% [markdown]
r"""
Here is the picture that people draw of a network.
A circle on the left is a value, a line is a weight, and a circle on the right is the result of one list of weights.
The thicker the line, the larger the size of the weight; a dashed line is a negative weight.
"""

# %%
names = {"inputs": measured, "outputs": ["hiker", "sailor"]}
title = "The same values, two different lists of weights"
ax = plots.network([np.array([hiker, sailor]).T], **names, title=title)

# %% [markdown]
r"""
The sailor likes wind, the hiker does not, and both dislike rain.
So both of them need negative weights, which gave us trouble at the end of lesson 01.

Here is that trouble again.
`np.average` divides by the total weight, as your `weighted_average` does.
Now let it rain 3 millimetres instead of 1, which the hiker hates.
Does the hiker's *average* rise or fall?
Write "rises" or "falls" in place of `...`, in quotation marks.
"""

# %%
predict("more_rain", ...)

# %%
little_rain = np.average([8, 1, 5], weights=hiker)
much_rain = np.average([8, 3, 5], weights=hiker)
predict("more_rain", happened="rises" if much_rain > little_rain else "falls")

# %% [markdown]
r"""
The three weights sum to a negative number, and dividing by it turns every opinion round: the more it rains, the happier the hiker.
With a total close to zero the opinion would run away, and with a total of zero there would be none.
So a network leaves the division out.
"""

# %% [markdown]
r"""
## Sum instead of average

Without the division, what remains is the *weighted sum*: multiply each value by its weight, and add up.
For the hiker these are the parts.
"""

# %%
np.array(hiker) * np.array(day)

# %% [markdown]
r"""
Something has to say how large the sum must be before anybody leaves the house.
We want a rule that is the same for everybody: *above zero, go*.
But a sailor needs a good deal of wind before it is worth it, and a hiker goes out on a mild day, too.
So each of them gets one more number, the **bias** $b$, which is added to the sum whatever the values are:

$$z = b + w_1 x_1 + w_2 x_2 + \dots + w_d x_d = b + \sum_i w_i x_i$$

One such formula, with its own list of weights and its own bias, is called a **neuron**: in the picture it is one circle on the right, with the lines that arrive there.
The sailor's bias is $-4$: so much has to come together first.
The hiker's is $+1$.
(The word has another meaning, too: a model with an *unfair bias* treats people unequally, and lesson 11 is about that.
The bias of a neuron is a number to add, and nothing more.)

Suppose the sun does not shine, no rain falls, and the air is still.
What does the sailor's formula give?
"""

# %%
predict("all_zero", ...)

# %%
predict("all_zero", happened=float(np.dot(sailor, [0, 0, 0]) - 4))

# %% [markdown]
r"""
When all values are zero, the weights have nothing to work on, and only the bias is left.
A weighted average of zeros would be zero, whatever the weights.

### Exercise: weighted sum (4 minutes)

Write the formula.
Inputs and weights may come as lists, tuples or arrays; the result is one number.
"""


# %% tags=["exercise:weighted_sum", "minutes:4"]
def weighted_sum(inputs, weights, bias):
    """The sum of weight times input, plus the bias.

    >>> weighted_sum([8, 1, 5], [0.5, -2, -0.5], 1)
    0.5
    >>> weighted_sum([8, 1, 5], [0.25, -0.5, 1], -4)
    2.5
    """
    # solution
    weights, inputs = np.asarray(weights), np.asarray(inputs)
    return float(weights @ inputs + bias)
    # end


# %% [markdown] tags=["hints:weighted_sum"]
r"""
1. Compare the formula with the one of your `weighted_average`.
   What is gone, and what is new?
2. As in lesson 01, `@` multiplies the pairs and adds them up, when both sides are arrays.
3. The bias is added once, after everything else; no weight is multiplied with it.
"""

# %% tags=["points:2"]
check("weighted_sum")

# %% [markdown]
r"""
### A walk

A weighted sum is a walk that starts at zero.
Each part is a step: to the right when it speaks for the hike, to the left when it speaks against it.
"""

# %%
steps = [1, *np.multiply(hiker, day)]
title = "Bias and sun outweigh rain and wind, barely"
total = weighted_sum(day, hiker, 1)
ax = plots.steps(["bias", *measured], steps, total, xlabel="opinion of the hiker", title=title)

# %% [markdown]
r"""
### Drag the weather

What we gain is that the result now says *how much*: a lovely day gets a large number, and a dreadful one a large negative number.
Drag the three values, and find a day on which only one of the two goes out.
(As long as your function is not written, the circles stay empty.)
"""


# %%
def show_day(sun=8, rain=1, wind=5, **place):
    """What hiker and sailor think of a day."""
    values = [sun, rain, wind]
    opinions = [weighted_sum(values, hiker, 1), weighted_sum(values, sailor, -4)]
    layer_of_two = [(np.array([hiker, sailor]).T, [1, -4])]
    title = f"{sun} hours of sun, {rain} mm of rain, {wind} m/s of wind"
    labels = {**names, "title": title, **place}
    plots.network(layer_of_two, values=[values, opinions], **labels)


# %%
interactive(show_day, sun=(0, 15), rain=(0, 10), wind=(0, 15))

# %% [markdown]
r"""
The same without sliders: a calm sunny day and a windy one.
"""

# %%
calm, windy = plots.panels(2, height=2.4)
show_day(10, 0, 1, ax=calm, title="A calm day is for the hiker")
show_day(5, 0, 9, ax=windy, title="A windy day is for the sailor")

# %% [markdown]
r"""
## Many sums of the same values

Two opinions of the same values are a small **layer**.
A layer takes $d$ values and calculates $k$ weighted sums of them, each with its own list of weights and its own bias.

All weights together stand in a table $W$ with $d$ rows and $k$ columns: row $i$ belongs to input $i$, and column $j$ is the list of weights of output $j$.
The biases stand in a list $b$ with $k$ numbers.
"""

# %%
W = np.array([hiker, sailor]).T
b = np.array([1, -4])
W

# %% [markdown]
r"""
Read the table by columns: the first is the hiker's list, the second the sailor's.
Read it by rows, and you see what one value does to everybody: the middle row is rain.
(`.T` turns a table on its side, so that lists which we wrote as rows become columns.)

In the notation of mathematics, output $j$ is

$$z_j = b_j + \sum_i x_i W_{ij}$$

### Exercise: a layer with loops (8 minutes)

Write the layer for *one* example, slowly, with Python's loops: it is the definition to which everything faster must agree.
`W` may be an array or a list of rows; `W[i][j]` works for both.
"""


# %% tags=["exercise:layer_with_loops", "minutes:8"]
def layer_with_loops(inputs, W, b):
    """The `k` weighted sums of one example `(d,)`; `W` is `(d, k)` and `b` is `(k,)`.

    >>> layer_with_loops([8, 1, 5], [[0.5, 0.25], [-2, -0.5], [-0.5, 1]], [1, -4])
    array([0.5, 2.5])
    """
    # solution
    outputs = []
    for j in range(len(b)):
        total = float(b[j])
        for i in range(len(inputs)):
            total += inputs[i] * W[i][j]
        outputs.append(total)
    return np.array(outputs)
    # end


# %% [markdown] tags=["hints:layer_with_loops"]
r"""
1. How many numbers come out, and how many products are in each of them?
   The outer loop runs over the first, the inner loop over the second.
2. For output `j`, start with `b[j]`, and add `inputs[i] * W[i][j]` for every input `i`.
3. Start anew for every `j`, and collect the results in a list with `append`.
   `np.array(...)` makes an array of it at the end, outside both loops.
"""

# %% tags=["points:3"]
check("layer_with_loops")

# %%
layer_with_loops(day, W, b)

# %% [markdown]
r"""
## Averages are sums with special weights

The sentence at the top says *averages*, and we calculate sums.
How far are they apart?
In lesson 01 we found: when the weights are *shares*, when they sum to 1, the average needs no division.
So every weighted average is a weighted sum, one whose weights sum to 1 and whose bias is 0.
The reverse is not true: the hiker's sum is no average of anything.

Remember the family and the commuter, who pay the same prices and spend differently.
Their two price indices are two weighted averages of the same values: a layer.
"""

# %%
goods = ["food", "rent", "energy", "travel"]
price_now = [1.08, 1.02, 1.30, 0.96]
spending = {"family": [400, 500, 300, 50], "commuter": [200, 400, 50, 350]}

# %% [markdown]
r"""
### Exercise: averages as a layer (8 minutes)

Each of the `k` lists in `weight_lists` has `d` weights and stands for one weighted average.
Give back `(W, b)`, the layer whose outputs are these averages.
The weights of a list may have any sum but zero.
"""


# %% tags=["exercise:averages_as_layer", "minutes:8"]
def averages_as_layer(weight_lists):
    """The layer `(W, b)` that calculates the weighted average with each of these lists.

    >>> W, b = averages_as_layer([[1, 1, 2], [3, 1, 0]])
    >>> W
    array([[0.25, 0.75],
           [0.25, 0.25],
           [0.5 , 0.  ]])
    >>> b
    array([0., 0.])
    """
    # solution
    lists = np.asarray(weight_lists)
    shares = lists / lists.sum(axis=1, keepdims=True)  # (k, d)
    return shares.T, np.zeros(len(lists))
    # end


# %% [markdown] tags=["hints:averages_as_layer"]
r"""
1. Take the list `[1, 1, 2]`.
   Which weights give the same average without a division?
2. Each list is divided by *its own* total.
   `lists.sum(axis=1, keepdims=True)` has shape `(k, 1)`, so it divides every row of a `(k, d)` array.
3. A row for each list is `(k, d)`, and `W` is `(d, k)`: turn it with `.T`.
4. An average of zeros is zero.
   So what are the biases, and how many of them are there?
   Give both back with `return W, b`.
"""

# %% tags=["points:3"]
check("averages_as_layer")

# %%
indices = averages_as_layer(list(spending.values()))
title = "Each basket as a layer: its weights are shares"
ax = plots.network([indices], inputs=goods, outputs=list(spending), title=title)

# %% [markdown]
r"""
The four lines that arrive at a basket sum to 1.
At the hiker they did not, and that is the whole difference.
"""

# %% [markdown]
r"""
## Whole batches

A forecast has many days, and a data set has thousands of images.
We put the examples into a table $X$ with $n$ rows, one row for each example.
Such a group of examples is called a **batch**.
"""

# %%
week = ["Mon", "Tue", "Wed", "Thu"]
X = np.array([[8, 1, 5], [2, 6, 4], [10, 0, 1], [5, 0, 9]])

# %% [markdown]
r"""
In lesson 01, `table @ weights` gave one sum for each row.
With a *table* of weights on the right, `@` gives one sum for each row and each column: it lays every column of $W$ on every row of $X$.
The number of columns on the left must be the number of rows on the right: `(n, d) @ (d, k) -> (n, k)`.
"""

# %%
X.shape, W.shape, (X @ W).shape

# %% [markdown]
r"""
Then the biases.
When NumPy adds a list of `k` numbers to an `(n, k)` table, it adds the list to *every row*.
This is called broadcasting, and here it is what we want: every example meets the same biases.

It is also a trap, because NumPy stretches what should have been an error.
One bias for two outputs, or a column of biases instead of a list, is stretched without a word.
"""

# %%
np.zeros((4, 2)) + np.array([[1], [2], [3], [4]])

# %% [markdown]
r"""
### Exercise: layer (8 minutes)

Write the layer for a whole batch, without a Python loop.
`X` is `(n, d)`, `W` is `(d, k)`, `b` is `(k,)`, and the result is `(n, k)`.
When these shapes do not fit together, raise a `ValueError` that says so, also where NumPy would stretch.
"""


# %% tags=["exercise:layer", "minutes:8"]
def layer(X, W, b):
    """The `k` weighted sums of each row of `X`: `(n, d)`, `(d, k)` and `(k,)` give `(n, k)`.

    >>> layer([[8, 1, 5], [2, 6, 4]], [[0.5, 0.25], [-2, -0.5], [-0.5, 1]], [1, -4])
    array([[  0.5,   2.5],
           [-12. ,  -2.5]])
    """
    # solution
    X, W, b = np.asarray(X), np.asarray(W), np.asarray(b)
    if X.shape[1:] != W.shape[:1] or b.shape != W.shape[1:]:
        raise ValueError(f"inputs {X.shape}, weights {W.shape} and biases {b.shape} do not fit")
    return X @ W + b  # (n, d) @ (d, k) + (k,) -> (n, k)
    # end


# %% [markdown] tags=["hints:layer"]
r"""
1. Turn all three into arrays first.
   Which of `X @ W` and `W @ X` has shapes that fit?
2. Add the biases to the table of sums: NumPy adds them to every row.
3. Three comparisons are needed: how many columns `X` has and how many rows `W` has; how many columns `W` has and how many biases there are; and that `b` is a plain list, `b.ndim == 1`.
   Compare before you calculate.
"""

# %% tags=["points:4"]
check("layer")

# %%
opinions = layer(X, W, b)
opinions

# %% [markdown]
r"""
One row for each day, one column for each person.
On which days does the hiker go out, and on which the sailor?
"""

# %% [markdown]
r"""
### Why nobody writes the loops

Loops and `@` calculate the same numbers; what differs is the time.
We measure both on a batch of 300 examples with 64 values and 10 outputs.
How many times faster is the version without loops?
"""

# %%
predict("times_faster", ...)


# %%
def ratio_of_times(slow, fast):
    """How many times longer `slow` takes than `fast`; `...` while one of them is not written."""
    times = []
    for calculate in (slow, fast):
        start = perf_counter()
        answer = calculate()
        times.append(perf_counter() - start)
        if np.ndim(answer) < 2:
            return ...
    return round(times[0] / times[1])


# %%
noise = np.random.default_rng(0).normal(size=(300, 64))
W_noise, b_noise = noise[:64, :10], noise[0, :10]

# %%
ratio = ratio_of_times(
    slow=lambda: [layer_with_loops(row, W_noise, b_noise) for row in noise],
    fast=lambda: layer(noise, W_noise, b_noise),
)
predict("times_faster", happened=ratio)

# %% [markdown]
r"""
The number differs from computer to computer and from run to run.
The loops ask Python to look up, multiply and add one pair of numbers at a time; `@` hands all of them to a routine that does nothing else.
"""

# %% [markdown]
r"""
## Ten lists look at a digit

Now something real: 1797 digits that people wrote by hand, each as an image of 8 times 8 pixels.
For a layer an image is a list of 64 values, from 0 for white paper to 1 for ink.
"""

# %%
pixels, labels = data.digits()
pixels.shape

# %%
title = "To a layer each of these is a list of 64 values"
figure = plots.images(pixels[:10], names=labels[:10], columns=10, title=title)

# %% [markdown]
r"""
We want a layer with ten outputs, one for each digit, that are large when the image looks like this digit.
Nobody has to learn these weights: we can get them by averaging.
Here is the average of all zeros, of all ones, and so on.
"""

# %%
averages = np.array([pixels[labels == digit].mean(axis=0) for digit in range(10)])
title = "The average zero, the average one, ..."
figure = plots.images(averages, names=range(10), columns=10, title=title)

# %% [markdown]
r"""
What tells a zero from the others is where it has *more* ink than other digits have, and where *less*.
So we subtract the average of all digits together, and take what remains as the weights.
"""

# %%
weight_lists = averages - pixels.mean(axis=0)
title = "Ten lists of weights: orange speaks for the digit, a minus against"
figure = plots.images(weight_lists, names=range(10), columns=5, signed=True, title=title)

# %% [markdown]
r"""
Purple pixels have negative weights, so ink there speaks against the digit; the strongest of them bear a minus.
Look at the zero: ink in the middle is the strongest evidence against it.
"""

# %% [markdown]
r"""
### The largest sum wins

The biases correct for something that has nothing to do with shape.
A digit whose average has more ink than usual also has larger weights, and would win too often.
So it gets a negative bias, and one with little ink a positive bias.
(The size is chosen such that the largest sum belongs to the average image that is nearest to the image.)
"""

# %%
W_digits = weight_lists.T
ink = (averages**2).sum(axis=1)
b_digits = (ink.mean() - ink) / 2
scores = layer(pixels, W_digits, b_digits)

# %% [markdown]
r"""
The layer names the digit whose sum is the largest.
Guessing would be right in 10 of 100 images.
In how many of 100 is this layer right?
"""

# %%
predict("per_cent_right", ...)


# %%
def per_cent_right(scores):
    """How many of 100 images have their largest sum at their own digit; `...` without sums."""
    if np.ndim(scores) < 2:
        return ...
    return 100 * float(np.mean(np.argmax(scores, axis=1) == labels))


# %%
predict("per_cent_right", happened=per_cent_right(scores))

# %% [markdown]
r"""
One layer, found by averaging and not by any training.
(It was tried on the images that it was made from, which flatters it; lesson 05 does that properly.)
Without the biases it would be right a little less often:
"""

# %%
per_cent_right(layer(pixels, W_digits, np.zeros(10)))

# %% [markdown]
r"""
### Drag through the digits

Drag the number of the image, and watch the ten sums.
Which digits come close to each other?
"""


# %%
def show_digit(image=0):
    """One image, and what the ten lists of weights say about it."""
    plots.images(pixels[[image]], names=[f"meant as a {labels[image]}"], columns=6)
    sums = ... if scores is ... else scores[image]
    axes = {"xlabel": "digit", "ylabel": "weighted sum"}
    plots.level([*"0123456789"], sums, title=f"Ten sums of the 64 values of image {image}", **axes)


# %%
interactive(show_digit, image=(0, 99))

# %% [markdown]
r"""
The same without a slider: a zero that is recognized.
"""

# %%
show_digit(0)

# %% [markdown]
r"""
And here are the first eight images that the layer gets wrong, with the digit that it names.
The crooked twos have something in common: people write a two in more than one way, and its list of weights knows the average two only.
"""

# %%
named = labels if scores is ... else np.argmax(scores, axis=1)
wrong = np.flatnonzero(named != labels)[:8]
called = [f"{labels[i]} called {named[i]}" for i in wrong]
mistakes = pixels[wrong] if wrong.size else ...
figure = plots.images(mistakes, names=called, columns=4, title="What the layer gets wrong")

# %% [markdown]
r"""
## Where the sentence is too simple

"Calculates many weighted averages of them": three things are different.
Nothing is divided, so the weights need not sum to 1.
They may be negative, so the results may lie anywhere.
And a bias is added.

Then is there anything *average* left?
Yes, and it is the most important thing to know about a layer.
Take two days, Monday and Thursday, and mix them: one quarter Monday, three quarters Thursday, value by value.
That is a weighted average of the two days, with shares $\frac{1}{4}$ and $\frac{3}{4}$.
"""

# %%
monday, thursday = X[0], X[3]
mixed = 0.25 * monday + 0.75 * thursday
of_monday, of_thursday = (float(np.dot(sailor, values) - 4) for values in (monday, thursday))
mixed, of_monday, of_thursday

# %% [markdown]
r"""
The last two numbers are what the sailor gives to Monday and to Thursday, bias included.
What does the sailor give the mixed day?
"""

# %%
predict("mixed_day", ...)

# %%
predict("mixed_day", happened=float(np.dot(sailor, mixed) - 4))

# %%
0.25 * of_monday + 0.75 * of_thursday

# %% [markdown]
r"""
The opinion of the average is the average of the opinions.
The weights make no trouble, because a sum of sums can be added up in any order.
And the bias is counted a quarter of a time and three quarters of a time, which makes once:

$$b + \sum_i w_i \,(\tfrac14 x_i + \tfrac34 y_i) = \tfrac14 \Big(b + \sum_i w_i x_i\Big) + \tfrac34 \Big(b + \sum_i w_i y_i\Big)$$

So it holds for any shares that sum to 1, and, as soon as there is a bias, *only* for those: twice Monday is not twice the opinion, since the bias would count once instead of twice.
**A layer keeps weighted averages.**
The reverse is true as well, and you may want to think about why: a function that keeps every weighted average *is* a layer, for some $W$ and $b$.
"""

# %% [markdown]
r"""
### On the way from one day to another

Let the share of Thursday grow from 0 to 1.
Every opinion must then move in a straight line, because each point on the way is a weighted average of the two ends.
"""

# %%
share = np.linspace(0, 1, 50)
way = np.outer(1 - share, monday) + np.outer(share, thursday)
on_the_way = layer(way, W, b)

# %%
lines = ... if on_the_way is ... else np.transpose(on_the_way)
curves = dict(zip(["hiker", "sailor"], [...] * 2 if lines is ... else lines, strict=True))
axes = {"xlabel": "share of Thursday", "ylabel": "opinion"}
ax = plots.lines(curves, x=share, **axes, title="On the way every opinion moves straight")

# %% [markdown]
r"""
That is a strength: what a layer does between two examples holds no surprise.
And it is its limit, because a hiker who likes 20 degrees, but neither 0 nor 40, moves up and down again on the way, and no layer can follow.
"""

# %% [markdown]
r"""
## Bookkeeping: the bias is a weight, too

Somewhere you will read of layers without a bias.
Some really have none; in others it is there in disguise: every example gets one more value, which is always 1, and the weight of that value *is* the bias.
Then one table holds everything.

### Exercise: absorb the bias (5 minutes)

Make one table of `(d + 1, k)` out of `W` and `b`, for inputs whose *last* value is 1.
"""


# %% tags=["exercise:absorb_bias", "minutes:5"]
def absorb_bias(W, b):
    """Weights `(d + 1, k)` with the sums of `W` and `b`, for inputs that end with a 1.

    >>> absorb_bias([[1, 2, 3], [4, 5, 6]], [7, 8, 9])
    array([[1., 2., 3.],
           [4., 5., 6.],
           [7., 8., 9.]])
    """
    # solution
    d, k = np.shape(W)
    absorbed = np.zeros((d + 1, k))
    absorbed[:d] = W
    absorbed[d] = b
    return absorbed
    # end


# %% [markdown] tags=["hints:absorb_bias"]
r"""
1. Which weights belong to the input that is always 1: a row of the table, or a column?
   And where does it stand, if this input is the last one?
2. The biases become one more row, below the others.
   `np.vstack` puts tables and rows on top of each other.
3. `np.vstack` takes one list of what it should stack: the weights first, then the biases.
"""

# %% tags=["points:2"]
check("absorb_bias")

# %%
title = "The bias is the weight of an input that is always 1"
with_one = {"inputs": [*measured, "always 1"], "outputs": ["hiker", "sailor"]}
ax = plots.network([absorb_bias(W, b)], **with_one, title=title)

# %% [markdown]
r"""
## Bookkeeping: how many numbers is that?

"A model with seven billion parameters": parameters are the numbers that training has to find, which means all weights and all biases.
A network is described by the sizes of its columns of circles, inputs first.
With sizes `[64, 32, 10]` there are 64 inputs, a layer with 32 outputs, and a layer that takes these 32 and has 10 outputs.

### Exercise: count parameters (4 minutes)

Count the weights and biases of all layers of a network with these sizes.
A single size makes no layer, and has no parameters.
"""


# %% tags=["exercise:count_parameters", "minutes:4"]
def count_parameters(sizes):
    """How many weights and biases a network with these layer sizes has.

    >>> count_parameters([3, 2])
    8
    >>> count_parameters([4, 3, 2])
    23
    """
    # solution
    return int(sum((inputs + 1) * outputs for inputs, outputs in pairwise(sizes)))
    # end


# %% [markdown] tags=["hints:count_parameters"]
r"""
1. Count the lines and the biases in the picture of hiker and sailor, with its 3 inputs and 2 outputs.
2. A layer from `d` values to `k` has `d * k` weights and `k` biases.
   The inputs of the network are no layer and have no biases.
3. Two neighbours in `sizes` make a layer.
   `pairwise(sizes)`, which the first cell imports, gives all pairs of neighbours, and so does `zip(sizes, sizes[1:])`.
"""

# %% tags=["points:2"]
check("count_parameters")

# %%
[count_parameters(sizes) for sizes in ([64, 10], [64, 32, 10], [784, 512, 512, 10])]

# %% [markdown]
r"""
The first is our layer for the digits, the second a network that will learn them in lesson 08.
The third reads larger images, of 28 times 28 pixels, and needs far more numbers: the count grows with the *product* of neighbouring sizes.
"""

# %% [markdown]
r"""
## Explain

Somebody describes a layer with 64 inputs between 0 and 1 and ten outputs:
"It calculates ten averages of the inputs.
So the outputs lie between 0 and 1, too.
The biases are not needed: the same is reached with larger weights."

What is right about this, and what is wrong?
And in which sense does a layer treat averages well?
Use something that you saw in this lesson, and one small example with numbers of your own; six sentences are enough.
"""

# %% [markdown] tags=["explain:explain_02", "points:4"]
r"""
**Your answer**

<!-- solution -->
It is right that all ten outputs are made from the same 64 inputs, each with its own list of weights.
But they are sums, not averages: nothing is divided, and weights may be negative, so an output may lie anywhere.
With the inputs 0.5 and 1 and the weights 3 and -4 the sum is -2.5, below every input.
Larger weights do not replace a bias: when all inputs are zero every weighted sum is zero, whatever the weights, and only a bias can make it something else.
Larger weights multiply the sum, and a bias moves it by the same amount for every example.
Averages are kept, though: the output for a weighted average of two examples is the same weighted average of their outputs, bias included, because the shares sum to 1.

Marking, one point each: the same inputs with different lists of weights, summed and not divided; why the outputs may leave the range, with numbers that fit; what a bias does that weights cannot (zero inputs, or a shift instead of a factor); a layer keeps weighted averages of examples.
<!-- end -->
"""

# %% [markdown]
r"""
## What we can do now, and what is still wrong

We can calculate a whole layer for a whole batch with one `@`, and we know what the shapes say.
A neuron sums instead of averaging, so that its weights may be negative; its bias says how much has to come together.
A layer of ten lists of weights, found by averaging, reads most handwritten digits.

Two things are still wrong.
A layer keeps weighted averages, so it is straight everywhere, and some questions are not straight.
The idea at hand is to put a second layer behind the first: many sums of many sums.
But what keeps weighted averages twice still keeps them, so two layers can do nothing that one cannot.
Lesson 03 proves it, and adds the small special operation between the layers that changes everything.
"""

# %%
check()
