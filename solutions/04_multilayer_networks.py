# %% [markdown]
r"""
# Networks of several layers

**The sentence:** the modified averages are the input of the next layer, and each layer has different lists of weights.

**You will build** five functions: one runs a whole network, one looks inside it, one starts it with random weights, one lets it decide, and one draws any curve with weights that you calculate by hand.

**You will learn** what several layers can do that one cannot, and why it matters how large the first weights are.

**You need** lessons 02 and 03.
What you built there is imported, in a version that passes every check.

**It takes** about 70 minutes; each exercise says how long it takes.
"""

# %%
from itertools import pairwise

import autograder
import numpy as np
from autograder import check, hint
from ipywidgets import interactive

from course import data, plots
from course.pieces.layers import count_parameters, layer
from course.pieces.special_operation import relu

# %% [markdown]
r"""
One of your functions will be called `predict`, as it is everywhere in this field.
So that the two are not confused, guesses are written `autograder.predict(...)` in this lesson, with the name of the package in front.
"""

# %% [markdown]
r"""
## A hiker who likes it mild

Lesson 02 left us with a hiker whom no layer can please: 20 degrees are lovely, but 0 and 40 are not.
On the way from 0 to 40 the opinion goes up and down again, and a layer is straight.

Lesson 03 has put a special operation between the layers.
We take ReLU, which keeps what is above zero and makes everything else zero: $\text{relu}(z) = \max(0, z)$.
A weighted sum of the temperature $t$, and ReLU after it, is a **hinge**: flat at first, and straight upwards from some point on.
"""

# %%
temperature = np.linspace(0, 40, 81)
hinges = {f"relu(t - {start})": relu(temperature - start) for start in (0, 20, 30)}
title = "A hinge is flat, and then straight"
ax = plots.lines(hinges, x=temperature, xlabel="temperature (°C)", ylabel="output", title=title)

# %% [markdown]
r"""
Now a *second* layer takes two hinges as its inputs and weighs them: the first with 1, the second with $-2$, and a bias of $-10$.

$$\text{opinion} = \text{relu}(t) - 2\,\text{relu}(t - 20) - 10$$

At 20 degrees the second hinge is still zero, so the opinion is $20 - 10 = 10$.
What is the opinion at 35 degrees?
Calculate it with a pencil; it takes three steps.
"""

# %%
autograder.predict("warm_day", ...)

# %% [markdown]
r"""
### The network of the hiker

As in the XOR network of lesson 03, there is a **hidden layer** between its inputs and its outputs.
What comes out of it, after the special operation, are its **activations**.
We write a network as a list of its layers, each with a $W$ and a $b$ of its own.
"""

# %%
W1, b1 = np.array([[1.0, 1.0]]), np.array([0.0, -20.0])
W2, b2 = np.array([[1.0], [-2.0]]), np.array([-10.0])
mild = [(W1, b1), (W2, b2)]

# %%
hidden = relu(layer([[35]], W1, b1))
opinion = layer(hidden, W2, b2)
hidden, opinion

# %%
autograder.predict("warm_day", happened=opinion.item())

# %%
names = {"inputs": ["degrees"], "outputs": ["opinion"]}
title = "What comes out of one layer goes into the next"
ax = plots.network(mild, values=[[35], hidden, opinion], **names, title=title)

# %% [markdown]
r"""
## From two layers to any number

With three layers we would write one more line, and with fifty layers fifty lines.
But every line does the same: weighted sums of what came out of the line before, and ReLU.
Only two things are special.
The first layer gets the examples $X$, and the *last* layer has no ReLU, because its sums are the answer, and an answer may be negative.
With $H_0 = X$ and $L$ layers:

$$H_\ell = \text{relu}(H_{\ell-1} W_\ell + b_\ell) \quad \text{for } \ell = 1, \dots, L - 1$$

$$\text{output} = H_{L-1} W_L + b_L$$

### Exercise: forward (8 minutes)

Send a batch through a network with any number of layers, also with a single one.
`layer` and `relu` are at hand.
"""


# %% tags=["exercise:forward", "minutes:8"]
def forward(X, network):
    """What `network`, a list of `(W, b)`, makes of the rows of `X`: `(n, d)` becomes `(n, k)`.

    >>> forward([[0], [20], [30]], [([[1, 1]], [0, -20]), ([[1], [-2]], [-10])])
    array([[-10],
           [ 10],
           [  0]])
    """
    # solution
    for W, b in network[:-1]:
        X = relu(layer(X, W, b))
    W, b = network[-1]
    return layer(X, W, b)
    # end


# %% [markdown] tags=["hints:forward"]
r"""
1. Which lines above made `hidden` and `opinion`?
   Which part of them is repeated when there are more layers?
2. Loop over all layers but the last, `network[:-1]`, with `for W, b in ...`.
   In the loop, let what comes out replace what goes in.
3. After the loop, the last layer, `network[-1]`, gets what came out, without `relu`.
"""

# %% tags=["points:4"]
check("forward")

# %% [markdown]
r"""
### Up and down again

With `forward` we can ask the network about all temperatures at once: each is an example with one value.
"""


# %%
def curve(network, x):
    """The output of a network `1 -> ... -> 1` for each `x`; `...` while it is not written."""
    if not isinstance(network, list | tuple):
        return ...
    outputs = forward(np.reshape(x, (-1, 1)), network)
    return outputs[:, 0] if np.ndim(outputs) == 2 else ...


# %%
axes = {"xlabel": "temperature (°C)", "ylabel": "opinion"}
opinions = {"two layers": curve(mild, temperature), "one layer": 0.5 * temperature - 10}
title = "Two layers go up and down again, one layer cannot"
ax = plots.lines(opinions, x=temperature, **axes, title=title)

# %% [markdown]
r"""
## Look inside

Later we want to know what each hidden layer says: to understand a network, to see when its numbers grow out of hand, and to train it.
So we keep everything on the way.

### Exercise: forward and keep all (6 minutes)

Give back a list: first `X`, then the activations of every hidden layer *after* ReLU, and the output last.
A network with $L$ layers gives $L + 1$ entries.
"""


# %% tags=["exercise:forward_all", "minutes:6"]
def forward_all(X, network):
    """A list: `X`, the activations of each hidden layer, and the output.

    >>> forward_all([[30]], [([[1, 1]], [0, -20]), ([[1], [-2]], [-10])])
    [array([[30]]), array([[30, 10]]), array([[0]])]
    """
    # solution
    activations = [np.asarray(X)]
    for W, b in network[:-1]:
        activations.append(relu(layer(activations[-1], W, b)))
    W, b = network[-1]
    return [*activations, layer(activations[-1], W, b)]
    # end


# %% [markdown] tags=["hints:forward_all"]
r"""
1. This is `forward` with a diary.
   What stands in the diary before the first layer?
2. Begin with a list that holds `X`, and `append` what comes out of each hidden layer.
3. The input of a layer is then the last entry of the list, `[-1]`.
   The output has no ReLU, as in `forward`.
"""

# %% tags=["points:3"]
check("forward_all")

# %% [markdown]
r"""
### Drag the temperature

Drag, and watch the circles in the middle.
At which temperature does the second one wake up?
"""


# %%
def show_mild(degrees=30, **place):
    """Everything that the network calculates at this temperature."""
    labels = {**names, "title": f"At {degrees} degrees"}
    plots.network(mild, values=forward_all([[degrees]], mild), **labels, **place)


# %%
interactive(show_mild, degrees=(-10, 50))

# %% [markdown]
r"""
The same without a slider: cold, mild and hot.
"""

# %%
for ax, degrees in zip(plots.panels(3, height=2.2), [-5, 15, 40], strict=True):
    show_mild(degrees, ax=ax)

# %% [markdown]
r"""
A neuron whose sum is below zero is silent: its activation is zero, and its weights to the next layer do not matter for this example.
So each example meets a different part of the network.
That is how a network of straight pieces can be bent.
As long as the same neurons are silent, the network is one layer and keeps weighted averages; where one wakes up there is a bend, and with it the gap of lesson 03.
"""

# %% [markdown]
r"""
## Any curve, by hand

Two hinges made a roof.
With more of them we can follow any curve, and no training is needed.

Here are six points.
NumPy can connect them by straight lines: `np.interp(x, xs, ys)` looks up between which two points `x` lies, and gives a weighted average of their two heights.
The nearer point has the larger weight, as in `weight_for_target` of lesson 01.
We want a *network* that does the same without looking anything up.
"""

# %%
xs = np.array([0.0, 1, 3, 4, 6, 7])
ys = np.array([1.0, 3, 2, 2, 5, 3])
x = np.linspace(0, 7, 200)


# %%
def show_points(heights, title):
    """The points, and a line of these heights."""
    ax = plots.lines({"": heights}, x=x, xlabel="x", ylabel="y", title=title)
    ax.scatter(xs, ys, color=plots.ORANGE, zorder=3)


# %%
show_points(np.interp(x, xs, ys), "Six points, and straight lines between them")

# %% [markdown]
r"""
Walk along the line from left to right.
You start at the height of the first point, and go up or down with the *slope* of the first piece: how much $y$ changes when $x$ grows by 1.
At every later point the slope changes.
Write down the first slope, and then by how much it changes each time: the **bends**.
"""

# %%
slopes = np.diff(ys) / np.diff(xs)
slopes

# %% [markdown]
r"""
### A bend is a hinge

A hinge is what changes a slope: $\text{relu}(x - c)$ does nothing before $c$, and from there on it adds 1 to the slope.
With a weight of $-1.5$ in the second layer it adds $-1.5$.
So the network needs one hinge for each piece, and nothing else:

$$f(x) = y_0 + \sum_i \text{bend}_i \cdot \text{relu}(x - x_i)$$

The slope on the second piece is the first bend *plus* the second, because the first hinge keeps rising.
What is the bend at $x = 1$, where the slope changes from the first of the numbers above to the second?
"""

# %%
autograder.predict("second_bend", ...)

# %%
autograder.predict("second_bend", happened=slopes[1] - slopes[0])

# %% [markdown]
r"""
### Exercise: interpolate (12 minutes)

Build the network `1 -> m -> 1` that passes through all points and is straight between them.
The `xs` increase, and there are at least two points.
How many hinges `m` you use, and what the network does outside of the points, is up to you.
"""


# %% tags=["exercise:interpolate", "minutes:12"]
def interpolate(xs, ys):
    """A network `1 -> m -> 1` through the points, straight between neighbours.

    >>> forward([[0], [1], [3], [4]], interpolate([0, 2, 4], [1, 5, 3]))
    array([[1.],
           [3.],
           [4.],
           [3.]])
    """
    # solution
    xs, ys = np.asarray(xs), np.asarray(ys)
    slopes = np.diff(ys) / np.diff(xs)
    bends = np.diff(slopes, prepend=0)
    return [(np.ones((1, len(bends))), -xs[:-1]), (bends[:, None], ys[:1])]
    # end


# %% [markdown] tags=["hints:interpolate"]
r"""
1. What are the weights and the biases of the hidden layer, if its neurons are `relu(x - xs[0])`, `relu(x - xs[1])` and so on?
   The last point needs no hinge.
2. `W1` has one row, full of ones, and `b1` has the numbers `-xs[i]`.
3. The second layer adds the hinges up, each with its bend, and its bias is the height at the start.
   `W2` has one column: shape `(m, 1)`.
4. The bends are the first slope and then the differences of neighbouring slopes.
   `np.diff(slopes, prepend=0)` gives all of them.
"""

# %% tags=["points:5"]
check("interpolate")

# %%
show_points(curve(interpolate(xs, ys), x), "A network goes through the points")

# %% [markdown]
r"""
### More hinges, smaller errors

A curve that is not made of straight pieces can be followed as closely as we like: take more points on it.
Drag the number of hinges.
"""


# %%
def wave(x):
    """A curve that is nowhere straight."""
    return np.sin(x) + 0.3 * np.sin(3 * x)


# %%
def show_wave(m=6):
    """The wave, and a network with `m` hinges."""
    along, knots = np.linspace(0, 6, 300), np.linspace(0, 6, m + 1)
    curves = {"wave": wave(along), "network": curve(interpolate(knots, wave(knots)), along)}
    title = f"The wave, and a network with {m} hinges"
    plots.lines(curves, x=along, xlabel="x", ylabel="y", title=title)


# %%
interactive(show_wave, m=(2, 30))

# %% [markdown]
r"""
The same without a slider: few hinges and many.
"""

# %%
show_wave(4)
show_wave(16)

# %% [markdown]
r"""
### Measure it

Without a slider: the largest distance between curve and network, for more and more hinges.
Suppose we have 32 hinges and take 64 instead.
How many times smaller does the largest error become?
"""

# %%
autograder.predict("error_ratio", ...)


# %%
def largest_error(m):
    """How far the network with `m` hinges misses the wave, at worst; `...` without it."""
    along, knots = np.linspace(0, 6, 2000), np.linspace(0, 6, m + 1)
    followed = curve(interpolate(knots, wave(knots)), along)
    return ... if followed is ... else float(np.abs(followed - wave(along)).max())


# %%
counts = [2, 4, 8, 16, 32, 64, 128]
errors = [largest_error(m) for m in counts]
ratio = ... if errors[0] is ... else errors[4] / errors[5]
autograder.predict("error_ratio", happened=ratio)

# %%
title = "In the end, twice the hinges have a quarter of the error"
axes = {"xlabel": "hinges", "ylabel": "largest error", "scales": ("log", "log")}
ax = plots.lines({"": errors}, x=counts, **axes, title=title)

# %% [markdown]
r"""
### What that means, and what not

Once the pieces are short, half as wide a piece has a quarter of the error, because over a short way a curve is almost straight.
This holds for every smooth curve, and it makes visible what lesson 03 could only quote: **on any limited region, one hidden layer that is wide enough comes as close to a continuous function as you like**.

Keep in mind what it does not say.
It does not say how many neurons are needed, and for images that may be more than anybody has.
It does not say how to *find* the weights when nobody gives you the curve.
And it says nothing about places where you had no points:
"""

# %%
knots, beyond = np.linspace(0, 6, 13), np.linspace(-3, 9, 300)
outside = {"wave": wave(beyond), "network": curve(interpolate(knots, wave(knots)), beyond)}
title = "Outside the grey band it had no points, and it shows"
ax = plots.lines(outside, x=beyond, xlabel="x", ylabel="y", title=title)
_ = ax.axvspan(0, 6, color=plots.GREY, alpha=0.2, linewidth=0)

# %% [markdown]
r"""
## How to begin: random weights

For real tasks the weights are searched for, from lesson 06 on, and a search has to begin somewhere.
Why not with all weights at zero?

Look what a network does whose weights are all equal.
It has three hidden neurons, and we send three examples through it.
"""

# %%
equal = [(np.full((2, 3), 0.5), np.zeros(3)), (np.full((3, 1), 0.5), np.zeros(1))]
relu(layer([[1, 2], [3, -1], [4, 4]], *equal[0]))

# %% [markdown]
r"""
All columns are the same: three neurons, and one opinion.
Whatever reason a search downhill has to change the weights of one of them, it has the same for the others, so they stay equal for ever.
With zeros it is worse, because then nothing comes through at all.
Each neuron needs *different* weights from the start, and the cheapest way to get them is chance.

### How large?

Chance has a size.
We send real digits through 20 layers of 64 neurons, with random weights of a certain standard deviation, and look at the typical size of the activations after each layer.
(The *standard deviation* says how far numbers typically lie from their average; its square is the *variance*, and *mean* is another word for average.)
"""

# %%
pixels, labels = data.digits()


# %%
def sizes_on_the_way(scale, layers=20):
    """The typical activation after each layer, with weights of standard deviation `scale`."""
    rng, values, sizes = np.random.default_rng(0), pixels[:300], []
    for _ in range(layers):
        values = relu(values @ (scale * rng.standard_normal((64, 64))))
        sizes.append(np.sqrt(np.mean(values**2)))
    return sizes


# %% [markdown]
r"""
Take weights of standard deviation 1, as `rng.standard_normal` gives them.
The pixels are between 0 and 1.
How large is a typical activation after 20 layers?
Guess the power of ten: 0 means about 1, 3 means about a thousand, $-3$ about a thousandth.
"""

# %%
autograder.predict("after_20_layers", ...)

# %%
autograder.predict("after_20_layers", happened=round(np.log10(sizes_on_the_way(1)[-1])))

# %%
scales = {"1": 1, "√(2/64)": (2 / 64) ** 0.5, "√(1/64)": (1 / 64) ** 0.5, "0.01": 0.01}
powers = {name: np.log10(sizes_on_the_way(scale)) for name, scale in scales.items()}
axes = {"xlabel": "layers behind it", "ylabel": "size, as a power of ten"}
title = "Too large explodes, too small fades, √(2/64) stays"
ax = plots.lines(powers, x=range(1, 21), **axes, title=title)

# %% [markdown]
r"""
Too large, and the numbers explode; too small, and nothing is left.
Every layer multiplies the size by about the same factor, and twenty factors make a power.

### Calculate the factor

A sum of $d$ terms with random signs is about $\sqrt{d}$ times as large as one term.
Here are ten thousand sums of 64 terms, each of them 1 or $-1$: their typical size, and $\sqrt{64}$.
"""

# %%
signs = np.random.default_rng(0).choice([-1, 1], size=(10_000, 64))
float(np.sqrt(np.mean(signs.sum(axis=1) ** 2))), 64**0.5

# %% [markdown]
r"""
So weights of standard deviation $\sqrt{1/d}$ keep the *sums* as large as the inputs.
Then ReLU sets about half of them to zero, which halves the mean square.
To make up for it, the weights need a variance of $2/d$:

$$W \sim \mathcal{N}\!\left(0, \tfrac{2}{d}\right), \qquad \text{standard deviation } \sqrt{2/d}$$

Here $d$ is the number of inputs of *this* layer.
This start is named after Kaiming He, who published it with colleagues in 2015; $\sqrt{1/d}$, without the factor for ReLU, is the simplest form of one that is named after Xavier Glorot.
The biases start at zero, since chance has made the neurons different already.
"""

# %% [markdown]
r"""
### Exercise: a network to start with (8 minutes)

Make a network with these sizes, inputs first.
The weights are normal random numbers with mean 0 and standard deviation $\sqrt{2/d}$, the biases are zeros.
Take all chance from `rng`, the generator that the caller gives you: then the same seed gives the same network.
`rng.normal(scale=..., size=...)` draws.
"""


# %% tags=["exercise:init_network", "minutes:8"]
def init_network(sizes, rng):
    """A network with these layer sizes: He-normal weights, zero biases.

    >>> [(W.shape, b.shape) for W, b in init_network([3, 4, 2], np.random.default_rng(0))]
    [((3, 4), (4,)), ((4, 2), (2,))]
    """
    # solution
    network = []
    for d, k in pairwise(sizes):
        network.append((rng.normal(scale=np.sqrt(2 / d), size=(d, k)), np.zeros(k)))
    return network
    # end


# %% [markdown] tags=["hints:init_network"]
r"""
1. How many layers do the sizes `[3, 4, 2]` make, and which shapes do their `W` and `b` have?
2. As in `count_parameters`, `pairwise(sizes)` gives `d` and `k` of each layer.
3. For each layer, let `rng.normal` draw a table of shape `(d, k)`; its `scale` is the standard deviation that you want.
   Make `k` zeros, and collect the pairs `(W, b)` in a list.
"""

# %% tags=["points:4"]
check("init_network")

# %%
sizes = [64, 32, 10]
digit_reader = init_network(sizes, np.random.default_rng(0))
count_parameters(sizes)

# %% [markdown]
r"""
## Let it decide

A network that sorts examples into classes has one output for each class.
It names the class whose output is the largest, as the ten lists of weights did in lesson 02.

### Exercise: predict (4 minutes)

Give back the label of each row of `X`: the position of the largest output, counted from 0.
"""


# %% tags=["exercise:predict", "minutes:4"]
def predict(X, network):
    """The labels `(n,)` that `network` gives to the rows of `X`: the largest output of each.

    >>> predict([[1, 2], [5, 0]], [([[1, 0, 2], [1, 3, 0]], [0, 0, 0])])
    array([1, 2])
    """
    # solution
    return np.argmax(forward(X, network), axis=1)
    # end


# %% [markdown] tags=["hints:predict"]
r"""
1. `forward` gives a row of outputs for each example.
   In a row such as `[0.2, 5.0, -1.0]`, which label is meant?
2. `np.argmax` gives the *position* of the largest number.
3. Without an `axis` it looks at the whole table; `axis=1` looks along each row.
"""

# %% tags=["points:2"]
check("predict")


# %%
def answers(X, network):
    """The labels that `predict` gives; `...` while something that it needs is not written."""
    if not isinstance(network, list | tuple) or np.ndim(forward(X, network)) != 2:
        return ...
    return predict(X, network)


# %% [markdown]
r"""
### Digits, before any training

We have a network with random weights and 1797 digits.
How many of 100 does it name right?
"""

# %%
autograder.predict("before_training", ...)


# %%
def per_cent_right(seed):
    """How many of 100 digits a random network of this seed names right; `...` without answers."""
    named = answers(pixels, init_network([64, 32, 10], np.random.default_rng(seed)))
    return ... if np.ndim(named) != 1 else round(100 * float(np.mean(named == labels)), 1)


# %%
autograder.predict("before_training", happened=per_cent_right(0))

# %%
[per_cent_right(seed) for seed in range(10)]

# %% [markdown]
r"""
Ten networks, ten seeds: some are a little above guessing, some below, and none is of any use.
All that a network can *do* is there, and nothing that it should do.
A layer whose weights were averages of digits read far more of them, in lesson 02.
"""

# %% [markdown]
r"""
### What a random network says about a plane

With two inputs we can colour every place of the plane with the label that it gets.
The points are two spirals, which somebody wants to tell apart.
Drag the seed: each is another network.
"""

# %%
places, arms = data.spirals(200, np.random.default_rng(0))


# %%
def show_random(seed=0, hidden=2, **place):
    """The regions of a random network with some hidden layers of 16 neurons."""
    network = init_network([2, *[16] * hidden, 2], np.random.default_rng(seed))
    labels = {"title": f"Seed {seed}, hidden layers: {hidden}", **place}
    plots.regions(places, arms, lambda X: answers(X, network), **labels)


# %%
interactive(show_random, seed=(0, 30), hidden=(1, 6))

# %% [markdown]
r"""
The same without sliders, for two seeds.
"""

# %%
for seed, ax in enumerate(plots.panels(2, height=2.9)):
    show_random(seed, ax=ax, title=f"Seed {seed}: its borders are rays from the middle")

# %% [markdown]
r"""
Every border runs straight away from the middle.
That is no accident: as long as all biases are zero, twice the input gives twice every sum, twice every activation and twice every output, so the largest output stays the largest.
Only biases, which training has yet to find, can move a border away from the middle.
"""

# %% [markdown]
r"""
## Where the sentence is too simple

"The modified averages are the input of the next layer": not all of them.
The last layer's sums are not modified, because they are the answer.

"Each layer has different lists of weights": that is the rule, and there are good reasons to break it.
In lesson 09 the same small list of weights slides over a whole image, and looks at every place of it.
In language models, hundreds of words go through the same weights one beside the other.

And the sentence does not say what the layers are *for*.
One hidden layer is enough for any curve, if it is wide.
Several layers are used because each can build on what the one before has found: bends of bends.

Here is a network of roofs: every layer has two neurons, and folds what it gets once in the middle.
In one hidden layer, each hinge adds one bend, so two neurons make two straight pieces out of the way from 0 to 1.
Into how many straight pieces do *five* such layers fold it, with ten neurons in all?
"""

# %%
autograder.predict("pieces", ...)

# %%
hinged = (np.array([[1.0, 1.0]]), np.array([0.0, -0.5]))
folded = (np.array([[2.0, 2.0], [-4.0, -4.0]]), np.array([0.0, -0.5]))
summed = (np.array([[2.0], [-4.0]]), np.array([0.0]))


# %%
def pieces(depth):
    """How many straight pieces so many layers of roofs make from 0 to 1; `...` without them."""
    heights = curve([hinged, *[folded] * (depth - 1), summed], np.linspace(0, 1, 1025))
    return ... if heights is ... else 1 + int(np.sum(np.diff(np.sign(np.diff(heights))) != 0))


# %%
autograder.predict("pieces", happened=pieces(5))

# %%
way = np.linspace(0, 1, 257)
for ax, depth in zip(plots.panels(3, height=1.6), [1, 2, 4], strict=True):
    heights = curve([hinged, *[folded] * (depth - 1), summed], way)
    title = f"{2**depth} straight pieces from {2 * depth} hidden neurons"
    plots.lines({"": heights}, x=way, xlabel="input", ylabel="output", title=title, ax=ax)

# %% [markdown]
r"""
Each layer doubles the number of pieces, where a neuron more in the same layer adds one.
(And all the layers in the middle have the *same* lists of weights here: the sentence broken once more, on purpose.)
"""

# %% [markdown]
r"""
## Explain

Two friends talk about a network with 64 inputs, 32 hidden neurons and 10 outputs.
The first says: "There is a theorem that one hidden layer can do anything, so more layers are a waste.
And it does not matter how the weights start: I set all of them to zero, and training will sort it out."
The second says: "For this image most of my hidden neurons give exactly 0.
They are broken, so I will delete them."

What is right, and what is wrong?
Use something that you saw in this lesson for each of the claims; six sentences are enough.
"""

# %% [markdown] tags=["explain:explain_04", "points:4"]
r"""
**Your answer**

<!-- solution -->
The theorem is right: a hidden layer that is wide enough comes as close to any continuous function as we like, as our network of hinges did with the wave.
But it does not say that 32 neurons are wide enough, nor how to find the weights, nor what happens outside of the points that we have.
More layers are no waste, because each one works on what the one before has found: five layers of two neurons made 32 straight pieces, where ten neurons side by side add only ten bends.
Zeros are the worst start: nothing comes through, and neurons with equal weights calculate the same and are changed in the same way, so they stay equal for ever.
The start should be random, and its size matters, because every layer multiplies the size of the activations and the factors pile up.
A neuron that gives 0 for one image is silent, not broken: its sum is below zero for this image, and for another it may be large, so it should only go if it is silent for all of them.

Marking, one point each: the theorem promises that weights exist, for a wide enough layer, and no more; what depth adds (or: why 32 neurons may not do), with an example; why equal weights stay equal (or that nothing comes through zeros), and that the start needs chance; a silent neuron may speak for other examples.
<!-- end -->
"""

# %% [markdown]
r"""
## What we can do now, and what is still wrong

We can run a network of any depth, look at everything that it calculates on the way, begin with random weights of the right size, and let it decide.
With hinges we can draw any curve by hand, out of straight pieces that keep weighted averages and bends that break them, and we know that depth folds.

What is still missing is everything that makes a network useful.
We calculated weights by hand, for one input and a curve that we knew, and we drew weights by chance, for digits, and got guesses.
In between lies the search for good weights.
But before anybody can search, we have to say what *good* means: a number that tells how wrong a network is.
Lesson 05 asks what is best.
"""

# %%
check()
