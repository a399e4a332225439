# %% [markdown]
r"""
# Finding weights

**The sentence:** training means *finding* the weights.
First we try it by luck, then we walk downhill.

**You will build** six functions: one that trusts to luck, one that feels the ground, one that walks, and three that know the way without feeling for it.

**You will learn** what a gradient is, why the learning rate decides everything, and where a walk downhill ends in the wrong place.

**You need** lessons 03 and 05: `sigmoid`, what a loss is, and why inputs are brought to one scale.
Both functions are imported from `course.pieces`, in a version that passes every check.

**It takes** about 85 minutes; each exercise says how long it takes.
"""

# %%
from functools import partial

import numpy as np
from ipywidgets import interactive

from autograder import check, hint, predict
from course import data, plots
from course.pieces.special_operation import sigmoid
from course.pieces.what_is_best import standardize

# %% [markdown]
r"""
## A stall and two numbers to find

A stall sells iced tea.
Here are twelve days (invented): how many degrees the day was warmer or colder than 24 °C, counted in tens, and how many hundred cups were sold.
"""

# %%
rng = np.random.default_rng(6)
warmth = np.array([-8, -6, -5, -3, -2, 0, 1, 3, 4, 6, 7, 9]) / 10
cups = 2 + 1.5 * warmth + rng.normal(0, 0.2, size=12)

# %% [markdown]
r"""
One neuron with one weight and one bias should predict the cups from the warmth.
What is good was settled in lesson 05: the smaller the mean squared error, the better.
So we hold the twelve days fixed, and the loss is a function of the two numbers that we are looking for.
"""


# %%
def stall_loss(weights):
    """The mean squared error of `weight * warmth + bias` on the twelve days."""
    weight, bias = weights
    return np.mean((weight * warmth + bias - cups) ** 2)


# %% [markdown]
r"""
### Turn the knobs

Find a good line by hand.
The dotted lines are the mistakes; the title says the mean of their squares.
"""


# %%
def show_line(weight=0.0, bias=1.0):
    """The line with these two numbers, and its mistakes."""
    title = f"loss {stall_loss([weight, bias]):.3f}"
    labels = {"xlabel": "warmth (tens of °C from 24)", "ylabel": "cups (hundreds)", "title": title}
    plots.fit(warmth, cups, [weight, bias], **labels)


# %%
interactive(show_line, weight=(-3.0, 4.0, 0.1), bias=(-1.0, 5.0, 0.1))

# %% [markdown]
r"""
Without sliders, here is a poor line.
"""

# %%
labels = {"xlabel": "warmth (tens of °C from 24)", "ylabel": "cups (hundreds)"}
title = "This line is too low on every warm day"
ax = plots.fit(warmth, cups, [0.2, 1.5], title=title, **labels)

# %% [markdown]
r"""
Every position of the two knobs has one loss, so we can draw a map.
Each place on it is a pair of weight and bias, and on one line the loss is the same, as the height is on a hiking map.
Finding the weights means finding the lowest place.
"""

# %%
area = {"across": (-3, 4), "up": (-1, 5), "names": ("weight", "bias")}
ax = plots.landscape(stall_loss, {}, title="All pairs of weight and bias form one bowl", **area)

# %% [markdown]
r"""
## By luck

The map was cheap because there are two weights.
A first idea that needs no map: throw darts at it, and keep the best.
Suppose the right value of a weight is 0.5, and we call a throw good when it is within a tenth of that.
How often does a throw from the standard normal distribution hit?
"""

# %%
throws = np.random.default_rng(0).normal(size=100_000)
hits = np.mean(np.abs(throws - 0.5) < 0.1)
hits

# %% [markdown]
r"""
That is for one weight.
Now we have ten weights, and all ten must be good in the same throw.
How many throws does it take, on average?
"""

# %%
predict("ten_weights", ...)

# %%
predict("ten_weights", happened=1 / hits**10)

# %% [markdown]
r"""
Each weight divides our luck by the same factor again:

$$P(\text{all } d \text{ weights are good}) = P(\text{one weight is good})^{\,d}$$

### Exercise: random search (6 minutes)

Draw `tries` lists of `size` weights, each number from the standard normal distribution of `rng`.
Return the weights with the smallest loss, and that loss.
`loss` is a function that takes the weights and gives a number, which may be negative or very large.
"""


# %% tags=["exercise:random_search", "minutes:6"]
def random_search(loss, size, tries, rng):
    """The best of `tries` standard-normal draws of `size` weights: `(weights, loss)`.

    >>> rng = np.random.default_rng(0)
    >>> weights, best = random_search(lambda w: np.sum((w - 1) ** 2), 2, 500, rng)
    >>> weights.shape, bool(best < 0.1)
    ((2,), True)
    """
    # solution
    draws = [rng.normal(size=size) for _ in range(tries)]
    losses = [float(loss(weights)) for weights in draws]
    best = np.argmin(losses)
    return draws[best], losses[best]
    # end


# %% [markdown] tags=["hints:random_search"]
r"""
1. What do you have to remember while the throws go by?
   Two things, and both are replaced together.
2. `rng.normal(size=size)` is one throw: `size` numbers from the standard normal distribution.
3. Begin with the first throw as the best, or with a loss of `np.inf`, and not with 0: a loss may be anything.
4. When a throw is better, keep its weights and its loss.
   At the end return both, weights first.
"""

# %% tags=["points:3"]
check("random_search")

# %% [markdown]
r"""
### How luck runs out

A thousand throws for the stall, and then a thousand throws for problems with more and more weights.
In these problems the right weights are drawn by chance, and the loss is the mean of the squared distances from them.
"""

# %%
random_search(stall_loss, 2, 1000, np.random.default_rng(1))


# %%
def luck(size, tries=1000):
    """The loss of the best of `tries` throws; the right weights are drawn, too."""
    rng = np.random.default_rng(size)
    right = rng.normal(size=size)
    found = random_search(lambda weights: np.mean((weights - right) ** 2), size, tries, rng)
    return ... if found is ... else found[1]


# %%
sizes = [1, 2, 5, 10, 20, 50, 100, 200]
curves = {"best throw": [luck(size) for size in sizes], "all zero": np.ones(len(sizes))}
title = "With many weights, 1000 throws lose against all zero"
labels = {"xlabel": "number of weights", "ylabel": "loss", "scales": ("log", "log")}
ax = plots.lines(curves, x=sizes, title=title, **labels)

# %% [markdown]
r"""
The second line is the loss to expect when we do not throw at all and set every weight to zero.
With two weights luck is a good method.
With a hundred it is worse than doing nothing, and the network of lesson 08 has thousands.

A throw forgets all that earlier throws have found out.
Your hand on the slider did not: it felt in which direction the loss went down.
"""

# %% [markdown]
r"""
## Feel the slope

Stand somewhere on a curve, blindfolded.
Set one foot a little to the right and one a little to the left: which is lower, and by how much?
The difference in height divided by the distance between the feet is the *slope*.
With a nudge of $h$ to both sides:

$$\text{slope of } f \text{ at } w \;\approx\; \frac{f(w + h) - f(w - h)}{2h}$$
"""


# %%
def slope(f, w, h=1e-5):
    """How fast `f` grows at the number `w`, from one nudge to each side."""
    return (f(w + h) - f(w - h)) / (2 * h)


# %% [markdown]
r"""
For the picture we hold the bias at 2, and the feet stand far apart, so that you can see them.
"""


# %%
def loss_at(weight):
    """The loss of the stall as a function of the weight alone."""
    return stall_loss([weight, 2])


# %%
title = "The line through both feet falls: the slope is negative"
labels = {"along": (-2, 4), "xlabel": "weight", "ylabel": "loss"}
ax = plots.slope(loss_at, 0.0, 0.7, title=title, **labels)

# %% [markdown]
r"""
### How small should the nudge be?

On a curve that bends, feet that stand far apart say little about the place between them.
So should $h$ be as small as possible?
We test it where the slope is known: the slope of $e^w$ is $e^w$.
Which of $10^{-1}, 10^{-2}, \dots, 10^{-13}$ gives the smallest error, do you think?
(We average the error over fifty places.)
"""

# %%
predict("best_nudge", ...)

# %%
nudges, w = 10.0 ** np.arange(-13, 0), np.linspace(0, 2, 50)
both_sides = [np.mean(np.abs(slope(np.exp, w, h) - np.exp(w))) for h in nudges]
one_side = [np.mean(np.abs((np.exp(w + h) - np.exp(w)) / h - np.exp(w))) for h in nudges]

# %%
predict("best_nudge", happened=nudges[np.argmin(both_sides)])

# %%
curves = {"one foot stays": one_side, "both feet move": both_sides}
title = "Too large misses the bend, too small drowns in rounding"
labels = {"xlabel": "nudge h", "ylabel": "error of the slope", "scales": ("log", "log")}
ax = plots.lines(curves, x=nudges, title=title, **labels)

# %% [markdown]
r"""
From the right, a smaller nudge helps: the curve bends less between the feet.
From the left, it harms: a computer keeps about sixteen digits, and two nearly equal numbers lose most of them when we subtract.
The best place is in between, and it is why `h=1e-5` is a good habit with 64-bit numbers.
With both feet the error can also become far smaller than with one: the bend to the left and the bend to the right nearly cancel.

### More than one weight

With several weights we nudge one of them and leave the others where they are.
Each weight gets its own slope, and the list of all slopes is called the *gradient*.
For two weights we can write it out.
"""


# %%
def two_slopes(loss, weights):
    """The gradient of a loss of two weights: nudge the first, then the second."""
    first, second = weights
    along_first = slope(lambda moved: loss([moved, second]), first)
    along_second = slope(lambda moved: loss([first, moved]), second)
    return np.array([along_first, along_second])


# %%
two_slopes(stall_loss, [-2.0, 0.5])

# %% [markdown]
r"""
### Exercise: numerical gradient (8 minutes)

Do this for weights of *any* shape: a list of five, a `(3, 2)` table, or one number in an array without dimensions.
Nudge each entry by `h` to both sides while all others keep their place.
`f` takes an array of the shape of `w` and gives one number; the gradient has the shape of `w`.
The caller's `w` stays as it was, and it may hold whole numbers.
"""


# %% tags=["exercise:numerical_gradient", "minutes:8"]
def numerical_gradient(f, w, h=1e-5):
    """The slope of `f` in each entry of `w`, from nudges of `h` to both sides; shaped like `w`.

    >>> numerical_gradient(lambda w: w[0] ** 2 + 3 * w[1], [2.0, 5.0]).round(6)
    array([4., 3.])
    """
    # solution
    w = np.array(w, dtype=float)
    gradient = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        nudge = np.zeros(w.shape)
        nudge[place] = h
        gradient[place] = (f(w + nudge) - f(w - nudge)) / (2 * h)
    return gradient
    # end


# %% [markdown] tags=["hints:numerical_gradient"]
r"""
1. How often is `f` called when `w` has shape `(3, 2)`?
   Count two calls for each entry.
2. `for place in np.ndindex(w.shape):` visits every entry of an array of any shape; `w[place]` is that entry.
3. Make a float copy with `np.array(w, dtype=float)`: in an array of whole numbers a small nudge is cut away.
4. Make an array of zeros of the shape of `w` and put `h` at one place.
   Then you need `f` at `w` plus this array, `f` at `w` minus it, and the distance between the two.
"""

# %% tags=["points:4"]
check("numerical_gradient")

# %%
numerical_gradient(stall_loss, [-2.0, 0.5])

# %% [markdown]
r"""
(If you see `Ellipsis`, an exercise above still has its `...`.)
The two numbers have to be those of `two_slopes` further up.
"""

# %% [markdown]
r"""
## Step downhill

At weight $-2$ and bias 0.5 both slopes are negative: the loss falls when either number grows.
So we move each number *against* its slope, and the steeper the slope, the further.
How far in all is for us to choose: the *learning rate* $\eta$ ("eta") multiplies the step.

$$\text{new weights} = \text{old weights} - \eta \cdot \text{gradient}$$
"""

# %%
start = np.array([-2.0, 0.5])
after_one_step = start - 0.3 * two_slopes(stall_loss, start)
stall_loss(start), stall_loss(after_one_step)

# %% [markdown]
r"""
Then we feel the slope again at the new place, and take the next step.
With $g_t$ for the gradient at step $t$, the place after $T$ steps is

$$w_T = 1 \cdot w_0 - \eta\, g_0 - \eta\, g_1 - \dots - \eta\, g_{T-1}$$

This is a weighted sum again: the start has weight 1, and each gradient on the way has weight $-\eta$.

### Exercise: gradient descent (6 minutes)

`gradient` is a function that takes weights `(d,)` and gives their gradient `(d,)`.
Return the whole path as a table: the start in the first row, then one row for each step.
The start may be a list of whole numbers; the places after it may be fractions.
"""


# %% tags=["exercise:gradient_descent", "minutes:6"]
def gradient_descent(gradient, start, rate, steps):
    """The path downhill as `(steps + 1, d)`: the start, and where each step leads.

    >>> gradient_descent(lambda w: 2 * w, [8, -4], 0.25, 2)
    array([[ 8., -4.],
           [ 4., -2.],
           [ 2., -1.]])
    """
    # solution
    path = [np.array(start, dtype=float)]
    for _ in range(steps):
        path.append(path[-1] - rate * gradient(path[-1]))
    return np.array(path)
    # end


# %% [markdown] tags=["hints:gradient_descent"]
r"""
1. In the example above, what is the gradient at `[8, -4]`, and what is a quarter of it?
2. Begin with a list that holds the start as an array of floats.
   Each step looks at the last entry and appends a new one.
3. `w = w - rate * gradient(w)` makes a new array.
   `w -= ...` writes into the old one, and then all rows of the path are the same.
"""

# %% tags=["points:3"]
check("gradient_descent")

# %%
path = gradient_descent(partial(two_slopes, stall_loss), start, 0.3, 30)
title = "Feeling two slopes is enough to reach the bottom"
ax = plots.landscape(stall_loss, {"after 30 steps": path}, title=title, **area)

# %% [markdown]
r"""
No map was needed for this path.
At each place the walker felt two slopes and nothing else; the map is for us.
The steps become shorter by themselves, because the ground becomes flat.

### A hundred weights

Now the problem on which luck failed: many weights, with the right ones drawn by chance.
How good are twenty steps downhill with a hundred weights, where a thousand throws were worse than doing nothing?
(This loss is a mean over the weights, so each slope is the smaller the more weights there are; the rate makes up for that.)
"""


# %%
def walk(size, steps=20):
    """The loss after each step from zero; the right weights are those of `luck`."""
    right = np.random.default_rng(size).normal(size=size)
    slopes = partial(lambda right, weights: 2 * (weights - right) / size, right)
    path = gradient_descent(slopes, np.zeros(size), 0.2 * size, steps)
    return ... if path is ... else np.mean((path - right) ** 2, axis=1)


# %%
curves = {"two weights": walk(2), "a hundred weights": walk(100)}
title = "Downhill, a hundred weights are as quick as two"
labels = {"xlabel": "step", "ylabel": "loss", "scales": ("linear", "log")}
ax = plots.lines(curves, title=title, **labels)

# %% [markdown]
r"""
This is why training is possible.
The gradient says for *each* weight in which direction it should go, and all of them move at once.
"""

# %% [markdown]
r"""
## Choose the learning rate

How far should a step go?
Take the plainest valley, $f(w) = 2w^2$, with its bottom at 0.
Its slope is $4w$: the slope grows by 4 when the weight grows by 1, and this number is called the *curvature*.
We start at $-1.5$ and try the rates 0.01, 0.02, 0.03 and so on.
What is the smallest rate with which we end further from the bottom than we started?
"""

# %%
predict("too_fast", ...)

# %% [markdown]
r"""
### Drag the learning rate

Each dot is one step; twelve are taken.
"""


# %%
def valley(w):
    """A parabola with curvature 4."""
    return 2 * w**2


# %%
def draw_rate(rate, title, ax=None):
    """Twelve steps in the valley with this learning rate."""
    path = gradient_descent(lambda w: 4 * w, [-1.5], rate, 12)
    plots.descent(valley, {"": path}, along=(-2.5, 2.5), title=title, ax=ax)


# %%
def show_rate(rate=0.1):
    """The same, for a slider."""
    draw_rate(rate, f"rate {rate:.2f}")


# %%
interactive(show_rate, rate=(0.01, 0.6, 0.01))

# %%
rates = {"too small": 0.02, "right": 0.2, "swings": 0.45, "flies away": 0.52}
for ax, (what, rate) in zip(plots.panels(4), rates.items(), strict=True):
    draw_rate(rate, f"rate {rate}: {what}", ax)

# %% [markdown]
r"""
### Where it tips over

One step leads from $w$ to $w - \eta \cdot 4w = (1 - 4\eta)\,w$.
So every step multiplies the distance from the bottom by the same number, and fifty steps multiply it by that number fifty times.
"""

# %%
tried = np.arange(1, 100) / 100
left_over = np.abs(1 - 4 * tried) ** 50
predict("too_fast", happened=tried[left_over > 1].min())

# %% [markdown]
r"""
With curvature $c$ the number is $1 - c\,\eta$:

| rate | what happens |
| --- | --- |
| far below $1/c$ | it creeps |
| exactly $1/c$ | one step to the bottom |
| from $1/c$ to $2/c$ | it swings from side to side, and arrives |
| exactly $2/c$ | it swings for ever |
| above $2/c$ | each step leads further away |

On a real loss nobody knows $c$, and it differs from place to place and from direction to direction.
But the pattern stays: a loss that grows from step to step does not ask for more steps, it asks for a smaller rate.
"""

# %% [markdown]
r"""
## The gradient without nudging

A nudge to each side costs two evaluations of the loss for every weight.
The network of lesson 08 has 64 inputs, 32 hidden neurons and 10 outputs; a single step would take this many.
"""

# %%
2 * (64 * 32 + 32 + 32 * 10 + 10)

# %% [markdown]
r"""
For one neuron we can do better, because we can see what a nudge does.

The mistake on example $i$ is $e_i = x_i \cdot w + b - y_i$, and the loss is the mean of $e_i^2$.
Nudge weight $j$ a little: the mistake changes by $c = x_{ij}$ times the nudge.
Its square becomes $(e_i + c)^2 = e_i^2 + 2 e_i c + c^2$, and when $c$ is tiny, $c^2$ does not count: the square changes by $2 e_i x_{ij}$ times the nudge.
(For the bias, the input is always 1.)
For one weight and one input this is a loop.
"""


# %%
def stall_slope(weight, bias):
    """The slope of `stall_loss` in the weight: the mean of 2 * mistake * input."""
    total = 0
    for input_, target in zip(warmth, cups, strict=True):
        mistake = weight * input_ + bias - target
        total = total + 2 * mistake * input_
    return total / len(warmth)


# %%
stall_slope(-2.0, 0.5), two_slopes(stall_loss, [-2.0, 0.5])[0]

# %% [markdown]
r"""
Both numbers agree, but for the last digits, and the loop did not nudge anything.
For all weights at once, with the table $X$ of inputs and the list $e$ of mistakes, it looks like this.
$L$ is the loss, $\frac{\partial L}{\partial w}$ is read "the slope of $L$ in $w$", and $X^\top$ is `X.T`:

$$\frac{\partial L}{\partial w} = \frac{2}{n} \sum_i e_i\, x_i = \frac{2}{n} X^\top e \qquad\qquad \frac{\partial L}{\partial b} = \frac{2}{n} \sum_i e_i$$

Read the sum slowly: it runs over the *examples*, and $e_i$ multiplies all inputs of example $i$.
The loss is an average over the examples, so its slope is the average of their slopes.
For the weights it is a weighted sum of the inputs, in which an example counts as much as the mistake on it.
An example that is right already has no say.

### Exercise: gradient of the mean squared error (7 minutes)

Return `(dw, db)`, for inputs `X` of shape `(n, d)`, targets `y` `(n,)`, weights `w` `(d,)` and a number `b`: `dw` has shape `(d,)`, and `db` is a number.
"""


# %% tags=["exercise:mse_gradient", "minutes:7"]
def mse_gradient(X, y, w, b):
    """The gradient `(dw, db)` of the mean squared error of `X @ w + b`: `(d,)` and a number.

    >>> dw, db = mse_gradient([[1, 2], [3, 4]], [1, 2], [1, 0], 0)
    >>> dw, float(db)
    (array([3., 4.]), 1.0)
    """
    # solution
    X, y = np.asarray(X), np.asarray(y)
    mistakes = X @ np.asarray(w) + b - y  # (n,)
    return 2 * X.T @ mistakes / len(y), 2 * mistakes.mean()
    # end


# %% [markdown] tags=["hints:mse_gradient"]
r"""
1. In the example above the predictions are 1 and 3, and the targets 1 and 2.
   Which example has a mistake, and what are its inputs?
2. The mistakes are the predictions `X @ w + b` minus the targets: one number for each example.
3. One number comes out for each *input*, so the sum runs over the examples: `(d, n) @ (n,) -> (d,)`.
   Which form of `X` has shape `(d, n)`?
4. Do not forget the 2 and the division by the number of examples; the bias has the same without `X`.
"""

# %% tags=["points:4"]
check("mse_gradient")

# %% [markdown]
r"""
A formula for a gradient is quickly written and quickly wrong.
Nudging is slow and hard to get wrong, so we use it as a witness.
"""

# %%
table = warmth.reshape(-1, 1)  # (12, 1): one row for each day
mse_gradient(table, cups, [-2.0], 0.5)

# %%
numerical_gradient(stall_loss, [-2.0, 0.5])

# %% [markdown]
r"""
## Something real

How will a disease develop?
For 442 people with diabetes we have ten measurements, and a number that says how far the disease had gone a year later.
The data come with scikit-learn and were published with a study in 2004.
We train on 300 of the people, chosen by chance, and keep the others as a test set.
"""

# %%
X, y = data.diabetes()
order = np.random.default_rng(0).permutation(len(y))
train, test = order[:300], order[300:]

# %%
dict(zip(data.DIABETES_INPUTS, X[train].std(axis=0).round(2).tolist(), strict=True))

# %% [markdown]
r"""
These are the standard deviations: some inputs vary by thirty, others by half a unit.
`standardize` of lesson 05 brings all of them to mean 0 and standard deviation 1, with the numbers of the training set.
"""

# %%
X_scaled = np.zeros(X.shape)
X_scaled[train], X_scaled[test] = standardize(X[train], X[test])

# %% [markdown]
r"""
### Exercise: fit a linear model (7 minutes)

Put the pieces together: start with all weights and the bias at zero, and take `steps` steps downhill on the mean squared error.
You may use `mse_gradient`.
Weights and bias move *at the same time*: both slopes are taken at the old place.
Return the pair `(w, b)`.
"""


# %% tags=["exercise:fit_linear", "minutes:7"]
def fit_linear(X, y, rate, steps):
    """`(w, b)` after `steps` steps of gradient descent from zero, on the mean squared error.

    >>> w, b = fit_linear([[0], [1], [2]], [1, 3, 5], 0.2, 500)
    >>> w.round(4), round(float(b), 4)
    (array([2.]), 1.0)
    """
    # solution
    X, y = np.asarray(X), np.asarray(y)
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        mistakes = X @ w + b - y
        w = w - rate * 2 * X.T @ mistakes / len(y)
        b = b - rate * 2 * mistakes.mean()
    return w, b
    # end


# %% [markdown] tags=["hints:fit_linear"]
r"""
1. How many weights are there for an `X` of shape `(n, d)`?
   They start as `np.zeros(...)`, and the bias as `0.0`.
2. One step: ask `mse_gradient` for both slopes, and only then move the weights and the bias.
3. Each step subtracts `rate` times the slope.
   Return the pair at the end, after the loop.
"""

# %% tags=["points:3"]
check("fit_linear")

# %%
fit_linear(X_scaled[train], y[train], 0.2, 1000)

# %% [markdown]
r"""
### Compare with the exact answer

For this model, and for hardly any other, the lowest place can be calculated outright.
The method is called *least squares*, and NumPy has it.
So we can see how far our walk has come.
"""

# %%
with_ones = np.column_stack([X_scaled[train], np.ones(300)])
exact, *_ = np.linalg.lstsq(with_ones, y[train], rcond=None)
lowest = np.mean((with_ones @ exact - y[train]) ** 2)


# %%
def loss_after(inputs, rate, steps):
    """The loss on the training set after so many steps."""
    found = fit_linear(inputs[train], y[train], rate, steps)
    return ... if found is ... else np.mean((inputs[train] @ found[0] + found[1] - y[train]) ** 2)


# %%
lowest, loss_after(X_scaled, 0.2, 10), loss_after(X_scaled, 0.2, 1000)

# %% [markdown]
r"""
Ten steps are close to the lowest loss, and a thousand are there for all practical purposes.
The square root of the loss is about how far a prediction is off, and here are three of them: always saying the average, the model on the training set, and the model on the test set.
"""


# %%
def typical_mistake(people, weights):
    """The root of the mean squared error on these people."""
    return np.sqrt(np.mean((X_scaled[people] @ weights[:-1] + weights[-1] - y[people]) ** 2))


# %%
y[test].std(), typical_mistake(train, exact), typical_mistake(test, exact)

# %% [markdown]
r"""
The weights found are the best there are for this model, and the predictions are still rough.
Finding the lowest place is one thing; whether the low place is *good* was the question of lesson 05.
"""

# %% [markdown]
r"""
## Why the scale of inputs matters

What would have happened without bringing the inputs to one scale?
The largest rate that does not fly away is again $2/c$, with the curvature of the steepest direction.
NumPy can find that direction for us.
"""


# %%
def largest_rate(inputs):
    """The rate 2 / c at which gradient descent on the mean squared error begins to fly away."""
    with_ones = np.column_stack([inputs, np.ones(len(inputs))])
    return 2 / (2 * np.linalg.norm(with_ones, ord=2) ** 2 / len(inputs))


# %%
largest_rate(X[train]), largest_rate(X_scaled[train])

# %% [markdown]
r"""
With the raw inputs the largest rate is thousands of times smaller.
We give both the same chance, nine tenths of their own largest rate, and count steps.
"""

# %%
counts = [1, 3, 10, 30, 100, 300, 1000, 3000]
series = {}
for name, inputs in {"raw": X, "one scale": X_scaled}.items():
    series[name] = [loss_after(inputs, 0.9 * largest_rate(inputs[train]), n) for n in counts]
series["least squares"] = np.full(len(counts), lowest)

# %%
title = "On one scale, ten steps do what 3000 raw ones do not"
labels = {"xlabel": "steps", "ylabel": "loss", "scales": ("log", "log")}
ax = plots.lines(series, x=counts, title=title, **labels)

# %% [markdown]
r"""
### Look at the valley

Two of the inputs are enough to see why.
We keep body mass and blood pressure, and draw the loss of their two weights as a map: first with raw inputs, then on one scale.
"""


# %%
def pair_loss(inputs, weights):
    """The loss with two inputs and no bias, for targets with mean zero."""
    return np.mean((inputs[train] @ weights - y[train] + y[train].mean()) ** 2)


# %%
raw_pair, scaled_pair = (partial(pair_loss, inputs[:, [2, 3]]) for inputs in (X, X_scaled))
raw_path = gradient_descent(partial(two_slopes, raw_pair), [-4, -2], 8e-5, 30)
scaled_path = gradient_descent(partial(two_slopes, scaled_pair), [-40, -20], 0.2, 30)

# %%
names = ("weight of body mass", "weight of pressure")
maps = plots.panels(2, height=2.8)
raw_area = {"across": (-6, 14), "up": (-6, 6)}
raw_area["title"] = "Raw inputs: a ravine, and hardly a step along it"
_ = plots.landscape(raw_pair, {"": raw_path}, names=names, ax=maps[0], **raw_area)
scaled_area = {"across": (-60, 100), "up": (-60, 80)}
scaled_area["title"] = "On one scale: a bowl, and soon at the bottom"
_ = plots.landscape(scaled_pair, {"": scaled_path}, names=names, ax=maps[1], **scaled_area)

# %% [markdown]
r"""
In the ravine one direction is steep and the other nearly flat.
The steep walls force a small rate, and with a small rate the way along the bottom takes for ever.
With inputs on one scale all directions are about equally steep, and one rate suits them all.
This is one of the plain tricks behind training, and it costs two lines.
"""

# %% [markdown]
r"""
## Probabilities

The next question has the answers yes and no: is this digit a nine, or a four?
The neuron's weighted sum is squeezed by `sigmoid` into a probability $p$, and the loss is the *binary cross-entropy*, the surprise of lesson 05: $-\log p$ where the label $y$ is 1, and $-\log(1-p)$ where it is 0.
"""


# %%
def surprise(score, label):
    """The binary cross-entropy of one example, from its score."""
    p = sigmoid(score)
    return -np.log(p) if label == 1 else -np.log(1 - p)


# %% [markdown]
r"""
Two functions are nested here, so the slope could be an ugly formula.
We ask the nudge: how does the loss of one example change with its *score*?
"""

# %%
scores = np.linspace(-4, 4, 81)
felt_1 = [slope(partial(surprise, label=1), score) for score in scores]
felt_0 = [slope(partial(surprise, label=0), score) for score in scores]
p = sigmoid(scores)
curves = {"felt, label 1": felt_1, "p - 1": p - 1, "felt, label 0": felt_0, "p": p}
title = "The slope is p - 1 for label 1, and p for label 0"
ax = plots.lines(curves, x=scores, xlabel="score", ylabel="slope of the loss", title=title)

# %% [markdown]
r"""
It is as plain as can be: the slope in the score is the mistake, $p - y$.
From the score to the weights it goes on as before, because the score is the same weighted sum:

$$\frac{\partial L}{\partial w} = \frac{1}{n} \sum_i (p_i - y_i)\, x_i = \frac{1}{n} X^\top (p - y) \qquad\qquad \frac{\partial L}{\partial b} = \frac{1}{n} \sum_i (p_i - y_i)$$

Compare it with the gradient of the mean squared error.
The form is the same, a sum of the inputs weighted by the mistakes; only the factor 2 is gone, and the prediction is now a probability.

### Exercise: logistic gradient (6 minutes)

The labels `y` `(n,)` are 0 or 1.
Return `(dw, db)`, as before.
Scores may be very large or very small, and the gradient stays finite; the imported `sigmoid` of lesson 03 takes care of that.
"""


# %% tags=["exercise:logistic_gradient", "minutes:6"]
def logistic_gradient(X, y, w, b):
    """The gradient `(dw, db)` of the mean binary cross-entropy of `sigmoid(X @ w + b)`.

    >>> dw, db = logistic_gradient([[2, 4], [6, 0]], [1, 0], [0, 0], 0)
    >>> dw, float(db)
    (array([ 1., -1.]), 0.0)
    """
    # solution
    X, y = np.asarray(X), np.asarray(y)
    mistakes = sigmoid(X @ np.asarray(w) + b) - y  # (n,)
    return X.T @ mistakes / len(y), mistakes.mean()
    # end


# %% [markdown] tags=["hints:logistic_gradient"]
r"""
1. With all weights zero, which probability does every example get?
   What are then the two mistakes in the example above?
2. The score of each example is `X @ w + b`, and its probability the `sigmoid` of that.
3. The mistakes are probabilities minus labels.
   The rest is as in `mse_gradient`, without the factor 2.
"""

# %% tags=["points:3"]
check("logistic_gradient")

# %% [markdown]
r"""
### Look at a gradient

A gradient has one number for each input.
When the inputs are pixels, it is an image.
We take the fours and nines among the handwritten digits, 250 of them as the training set, and look at the first step.
"""

# %%
pixels, digit = data.digits()
chosen = np.isin(digit, [4, 9])
pixels, is_nine = pixels[chosen], (digit[chosen] == 9) * 1.0


# %%
def weights_after(steps, rate=0.5):
    """Weights and bias for "it is a nine" after so many steps from zero."""
    w, b = np.zeros(64), 0.0
    for _ in range(steps):
        found = logistic_gradient(pixels[:250], is_nine[:250], w, b)
        if found is ...:
            return ..., ...
        w, b = w - rate * found[0], b - rate * found[1]
    return w, b


# %%
shown = [weights_after(steps)[0] for steps in (1, 200)]
scaled = ... if shown[0] is ... else [w / np.abs(w).max() for w in shown]
names = ["after 1 step", "after 200 steps"]
title = "Orange speaks for a nine, purple with a minus for a four"
_ = plots.images(scaled, names=names, columns=2, signed=True, title=title)

# %% [markdown]
r"""
Each image has its own scale here, so that we can compare the patterns.
At the start every probability is one half, so every mistake has the same size: the first step adds up the nines and takes away the fours, and what is left is nearly the difference between an average nine and an average four, since there are about as many of each.
Later the digits that are right already hardly count, and each step looks at the *difficult* ones.
What share of the unseen digits do the two get right?
"""


# %%
def right_on_the_rest(steps):
    """The share of right answers on the unseen digits."""
    w, b = weights_after(steps)
    return ... if w is ... else np.mean((pixels[250:] @ w + b > 0) == is_nine[250:])


# %%
right_on_the_rest(1), right_on_the_rest(200)

# %% [markdown]
r"""
For these two digits the very first step, a difference of two averages, is hard to beat.
Weights that look at the difference of two averages are an old idea; the gradient has found it by itself.
"""

# %% [markdown]
r"""
## Where the sentence is too simple

"Finding the weights" sounds as if somebody looked everywhere and came back with *the* weights.
A walk downhill does nothing of the kind: it knows the ground under its feet, and stops where that is flat.
Here are three ways in which this goes wrong.

**A valley that is not the lowest.**
On an invented curve with two valleys, the end depends on the start.
"""


# %%
def two_valleys(w):
    """An invented loss with a high and a low valley."""
    return (w**2 - 1) ** 2 + 0.3 * w + 0.5


# %%
starts = {"start 1.8": [1.8], "start -0.4": [-0.4]}
slopes = partial(slope, two_valleys)
paths = {name: gradient_descent(slopes, start, 0.03, 80) for name, start in starts.items()}
title = "Downhill from the right leads to the wrong valley"
ax = plots.descent(two_valleys, paths, along=(-1.9, 1.9), title=title)

# %% [markdown]
r"""
### Flat places

**Ground without a slope.**
A neuron with the ReLU of lesson 03 and a negative weight answers 0 to every positive input, whatever the weight is.
Nudge it, and nothing changes: the gradient is exactly zero, and the loss is not.
"""


# %%
def relu_loss(w, inputs=(0.5, 1.0, 1.5)):
    """The loss of one ReLU neuron whose right weight is 2."""
    return np.mean([(np.maximum(w * x, 0) - 2 * x) ** 2 for x in inputs])


# %%
paths = {
    name: gradient_descent(partial(slope, relu_loss), start, 0.1, 40)
    for name, start in {"never moves": [-1.0], "arrives": [0.5]}.items()
}
title = "On the flat, no step is taken"
ax = plots.descent(relu_loss, paths, along=(-2, 4), title=title)

# %% [markdown]
r"""
### Saddles

**A pass between mountains.**
The smallest network with two layers has two weights, $x \mapsto w_2 \cdot (w_1 \cdot x)$, and it should learn to give back its input.
Then the loss for $x = 1$ is $(w_1 w_2 - 1)^2$.
We draw a thousand first weights by chance.
For how many of them is there a second weight that makes the loss zero?
"""

# %%
predict("right_pairs", ...)


# %%
def chain_loss(weights):
    """The loss of two layers with one weight each, which should give back their input."""
    return (weights[0] * weights[1] - 1) ** 2


# %%
firsts = np.random.default_rng(0).normal(size=1000)
predict("right_pairs", happened=int(np.sum(chain_loss([firsts, 1 / firsts]) < 1e-20)))

# %% [markdown]
r"""
For all of them, and so for every number except 0: not *the* weights, but endlessly many that are equally good.
Between the pairs with two positive weights and those with two negative ones lies a *saddle* at $(0, 0)$: lower ground on two sides, higher ground on the others, and no slope in the middle.
"""

# %%
starts = {"held up": [-1.45, 1.5], "caught": [1.5, -1.5]}
slopes = partial(two_slopes, chain_loss)
paths = {name: gradient_descent(slopes, start, 0.05, 150) for name, start in starts.items()}
area = {"across": (-2.2, 2.2), "up": (-2.2, 2.2)}
ax = plots.landscape(chain_loss, paths, title="A saddle holds up one and catches the other", **area)

# %% [markdown]
r"""
A walk that starts at zero never leaves this saddle, which is one reason why `init_network` in lesson 04 drew its weights by chance.
With many weights, saddles are thought to be far more common than dead ends: in a dead end the ground has to rise in each of a thousand directions.
Large networks train better than these pictures make us fear, but nobody can promise that the lowest place was found.

Two more things the sentence does not say.
The lowest loss on the examples we have is not the aim, as lesson 05 has shown.
And a walk needs a slope: the share of right answers changes in jumps, so we cannot walk down on it, and use a loss that is smooth instead.
"""

# %% [markdown]
r"""
## Explain

A friend says: "Training means that the computer tries out millions of weights and keeps the best ones; mine gets worse from step to step, so it has to try for longer."

What is right about this, and what is wrong?
What would you look at, or change, first?
Use something that you saw in this lesson; five sentences are enough, and a person will read them.
"""

# %% [markdown] tags=["explain:explain_06", "points:4"]
r"""
**Your answer**

<!-- solution -->
It is right that training looks for weights with a small loss and that no rule for them is known in advance.
It does not try out weights at random and keep the best: with a hundred weights a thousand throws were worse than leaving everything at zero.
It asks at one place how the loss changes with each weight, the gradient, and moves all weights a little against it, so every step uses what is known about the slope.
A loss that grows from step to step means that the steps are too long, above 2 divided by the curvature in the valley of this lesson; more steps lead further away.
I would make the learning rate smaller, and if it then has to be tiny, look whether the inputs have very different scales.

Marking, one point each: luck or trying everything is not what happens, with a reason (the number of weights); the gradient gives a direction for every weight; a growing loss asks for a smaller rate and not for more steps; a check or repair that fits (rate, scale of the inputs, sign of the gradient, comparison with nudging).
<!-- end -->
"""

# %% [markdown]
r"""
## What we can do now, and what is still missing

We can find weights: by luck when there are two or three, and downhill when there are many.
We can feel a slope with two nudges, we know how small a nudge should be, and what a learning rate does.
And for a single layer we know the gradient as a formula: the inputs, summed with the mistakes as weights.

What is still missing is a gradient for a network with *several* layers.
The formula of this lesson needs the mistake of each neuron, and nobody tells a hidden neuron what it should have answered.
Nudging would work, at a price that we have seen.
Lesson 07 gets all slopes for the price of a few evaluations: it hands the mistakes back through the layers, from the last to the first.
"""

# %%
check()
