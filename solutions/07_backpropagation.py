# %% [markdown]
r"""
# Backpropagation

**The sentence:** downhill in every weight at once.

**You will build** the way back through a network: through ReLU, through a layer, through the loss, and through everything together.
Then you write a test that finds wrong gradients, and a number that calculates its own slopes.

**You will learn** why all slopes together cost little more than a few forward passes, and why a network that learns may still be wrong inside.

**You need** lessons 02 to 06: layers, ReLU, softmax, cross-entropy, and slopes that are felt with small nudges.
What you built there is imported from `course.pieces`, in a version that passes every check.
You also need to have seen a Python class; the last exercise says what is needed of it.

**It takes** about 85 minutes, and half an hour more for the part "A number that calculates its own slopes", which may wait for another day.
Each exercise says how long it takes.
"""

# %%
from functools import partial
from time import perf_counter

import numpy as np
from ipywidgets import interactive

from autograder import check, hint, predict
from course import data, plots
from course.pieces.finding_weights import numerical_gradient
from course.pieces.layers import layer
from course.pieces.multilayer_networks import forward, forward_all, init_network
from course.pieces.special_operation import relu, softmax
from course.pieces.what_is_best import accuracy, cross_entropy, one_hot
from course.planted_bugs import BUGS, gradients_on_the_way, train_with_bug

# %% [markdown]
r"""
## What one step downhill costs

In lesson 06 we felt each slope with two nudges, one up and one down.
Each nudge asks for the loss, and each loss is one forward pass through the network.

Here is a small network for handwritten digits: 64 pixels, 32 hidden neurons, 10 scores.
How many forward passes does *one* step downhill take, if we feel the slope of every weight and every bias?
"""

# %%
predict("forward_passes", ...)

# %%
pixels, labels = data.digits()
network = init_network([64, 32, 10], np.random.default_rng(7))
weights = sum(W.size + b.size for W, b in network)
predict("forward_passes", happened=2 * weights)

# %% [markdown]
r"""
We measure how long that takes for 32 digits: first one forward pass, then as many as the step needs.
"""


# %%
def attempt(f, *args):
    """`f(*args)`; `...` while `f`, or a function that it calls, is not written."""
    try:
        return f(*args)
    except (TypeError, ValueError, AttributeError):
        return ...


# %%
def milliseconds(f, *args):
    """How long `f(*args)` takes, the shortest of seven runs; `...` while it is not written."""
    took = []
    for _ in range(7):
        start = perf_counter()
        answer = attempt(f, *args)
        took.append(perf_counter() - start)
    return ... if answer is ... else round(1000 * min(took), 3)


# %%
one_pass = milliseconds(forward, pixels[:32], network)
{"milliseconds for one forward pass": one_pass, "for one step": 2 * weights * one_pass}

# %% [markdown]
r"""
A training takes thousands of steps, and larger networks have millions of weights.
So feeling is out of the question.
What we need is a way to get *all* slopes for the price of a few forward passes, and there is one.
"""

# %% [markdown]
r"""
## Slopes along paths

Before networks, a café (invented prices).
A cup of coffee and a slice of cake both need milk, and a table orders two cups and three slices.
A number on an arrow says how much the right side grows when the left side grows by 1: it is the slope of that step.
"""

# %%
prices = {"milk": 1.2, "cup": 0.9, "cake": 2.4, "bill": 9.0}
steps = [("milk", "cup", 0.2), ("milk", "cake", 0.4), ("cup", "bill", 2), ("cake", "bill", 3)]
ax = plots.graph(steps, prices, title="Milk reaches the bill on two paths")

# %% [markdown]
r"""
The price of milk rises by 1.
By how much does the bill grow?
"""

# %%
predict("bill", ...)

# %% [markdown]
r"""
Follow each path by itself.
Through the cup, 1 becomes 0.2, and that becomes twice as much.
Through the cake, 1 becomes 0.4, and that becomes three times as much.
Along a path the slopes are *multiplied*, and what arrives on different paths is *added*.
Here it stands as a function that calls itself: take each step that leads on, and ask the same question from where it ends.
It is the definition of everything in this lesson.
"""


# %%
def over_all_paths(steps, start, end):
    """Multiply the slopes along every path from `start` to `end`, and add up the paths."""
    if start == end:
        return 1.0
    onward = [(target, slope) for source, target, slope in steps if source == start]
    return sum(slope * over_all_paths(steps, target, end) for target, slope in onward)


# %%
predict("bill", happened=over_all_paths(steps, "milk", "bill"))

# %% [markdown]
r"""
### The chain rule is a weighted sum

Mathematicians call this the *chain rule*.
Let $x$ go into the values $c_1, c_2, \dots$, and let these go into the result $y$ in whatever way.
Then

$$\frac{\partial y}{\partial x} = \sum_i \frac{\partial c_i}{\partial x} \cdot \frac{\partial y}{\partial c_i}$$

You know the form: it is a weighted sum.
The slopes $\partial y / \partial c_i$ are the values, and the slopes of the step from $x$ are the weights.

It also says where to begin.
The slope of the bill in the bill is 1.
Each number further to the left needs only the slopes of its right neighbours.
So we go *backwards*, from the result to the inputs, and every arrow is used once.
"""

# %%
slopes = {name: over_all_paths(steps, name, "bill") for name in prices}
ax = plots.graph(steps, prices, slopes, title="From right to left, each slope is a weighted sum")

# %% [markdown]
r"""
The numbers after "grad" are the *gradient* of the bill: its slope in every number of the picture.
In code we call the slope of the loss in something `d` something: `dW` is shaped like `W`.

Does it matter that we go backwards?
With several hidden layers of 32 neurons, the number of paths from one pixel to one score grows quickly.
How many paths are there through four hidden layers?
"""

# %%
predict("paths", ...)

# %%
predict("paths", happened=32**4)

# %% [markdown]
r"""
Nobody walks them one by one.
Between two layers of 32 there are only $32 \cdot 32$ arrows, and going backwards uses each of them once for each example.
This walk is called *backpropagation*.
Now we build it, one step of the network at a time.
"""

# %% [markdown]
r"""
## Back through ReLU

ReLU lets positive numbers through and turns the others into 0.
Suppose four numbers go in, and from the right the gradient of what came out arrives: the slopes of the loss in the four outputs.
How many of the four slopes of the *inputs* are not zero?
(To feel them we need a loss: the sum of the outputs, weighted by what arrives, has exactly these slopes.)
"""

# %%
went_in = np.array([1.0, 4.0, -2.0, -3.0])
arrives = np.array([3.0, -2.0, 5.0, -1.0])
predict("through_relu", ...)

# %%
felt = numerical_gradient(lambda x: arrives @ relu(x), went_in)
predict("through_relu", happened=np.count_nonzero(felt.round(6)))

# %% [markdown]
r"""
Near a positive input, ReLU is a line with slope 1: the gradient passes unchanged, whatever its own sign is.
Near a negative input, ReLU is flat: no nudge gets through, and no gradient comes back.
At 0 itself the line has a corner and no slope; there we agree on 0.

$$dx_i = \begin{cases} d\mathrm{out}_i & \text{if } x_i > 0 \\ 0 & \text{otherwise} \end{cases}$$

### Exercise: ReLU backward (4 minutes)

`grad_out` is the gradient with respect to what came out of ReLU, and `x` is what went in; both have the same shape, and so has the answer.
"""


# %% tags=["exercise:relu_backward", "minutes:4"]
def relu_backward(grad_out, x):
    """The gradient with respect to `x`, given that of `relu(x)`; all of one shape.

    >>> relu_backward([3.0, -2.0, 5.0, -1.0], [1.0, 4.0, -2.0, 0.0])
    array([ 3., -2.,  0.,  0.])
    """
    # solution
    return np.where(np.asarray(x) > 0, grad_out, 0.0)
    # end


# %% [markdown] tags=["hints:relu_backward"]
r"""
1. For each place there are two cases, and only what went *in* decides between them.
2. Arrays can be compared with a number: the answer is an array of truth values.
   Lists cannot, so make an array first.
3. `np.where(condition, a, b)` takes from `a` where the condition holds, and from `b` elsewhere.
   Multiplying by the truth values works too.
"""

# %% tags=["points:2"]
check("relu_backward")

# %% [markdown]
r"""
## Back through a layer

A layer calculates `layer(X, W, b)`: many weighted sums of the same inputs.
Three things go in, and each wants its gradient: the inputs, the weights, the biases.
We follow the paths, for a single example.

- **Input $x_i$** goes into *every* output $k$, and the slope of that step is the weight $W_{ik}$.
  So its gradient is a weighted sum, $dx_i = \sum_k W_{ik}\, d\mathrm{out}_k$: the same weights, used in the other direction.
- **Weight $W_{ik}$** goes into output $k$ only, and its slope is the input: $dW_{ik} = x_i\, d\mathrm{out}_k$.
- **Bias $b_k$** goes into output $k$ with slope 1: $db_k = d\mathrm{out}_k$.

In a batch each example has its own row of inputs, so `dX` has a row for each.
But all examples share the same weights and biases.
A shared number reaches the loss on one path for each example, and paths are added.

The slow way shows what should come out.
We do not know what follows after the layer, only the slopes `grad_out` that come back from there.
So we take the plainest loss that has exactly these slopes: a weighted sum of the outputs, with `grad_out` as the weights.
We nudge, and watch that sum.
"""

# %%
rng = np.random.default_rng(1)
X, W, b, grad_out = (rng.integers(-3, 4, size) for size in [(3, 2), (2, 4), 4, (3, 4)])
felt_W = numerical_gradient(lambda moved: (grad_out * layer(X, moved, b)).sum(), W)
felt_X = numerical_gradient(lambda moved: (grad_out * layer(moved, W, b)).sum(), X)

# %%
{"dX": felt_X.round(6), "dW": felt_W.round(6)}

# %% [markdown]
r"""
### Exercise: layer backward (9 minutes)

Give all three gradients, without a Python loop.
With `n` examples, `d` inputs and `k` outputs, `grad_out` is `(n, k)`, `X` is `(n, d)` and `W` is `(d, k)`; each gradient has the shape of what it belongs to.
The shapes nearly tell you where the `@` and the `.T` go.
"""


# %% tags=["exercise:layer_backward", "minutes:9"]
def layer_backward(grad_out, X, W):
    """The gradients `(dX, dW, db)` of a layer, given that of its output.

    >>> layer_backward([[1.0, 10.0]], [[2.0, 3.0, 4.0]], [[1, 2], [3, 4], [5, 6]])[0]
    array([[21., 43., 65.]])
    >>> layer_backward([[1.0], [10.0]], [[2.0], [3.0]], [[5.0]])[1:]
    (array([[32.]]), array([11.]))
    """
    # solution
    grad_out, X, W = np.asarray(grad_out), np.asarray(X), np.asarray(W)
    dX = grad_out @ W.T  # (n, k) @ (k, d) -> (n, d)
    dW = X.T @ grad_out  # (d, n) @ (n, k) -> (d, k)
    db = grad_out.sum(axis=0)  # (n, k) -> (k,)
    return dX, dW, db
    # end


# %% [markdown] tags=["hints:layer_backward"]
r"""
1. Take one example with two inputs and one output, and write the three formulas with numbers.
2. `dX` has a row for each example: each row of `grad_out` is multiplied by all weights, turned around.
   `.T` turns a table around.
3. For `dW` the examples have to disappear: of the two tables `X` and `grad_out`, turn the one around that brings `n` into the middle of the `@`.
4. Every example uses the same bias with slope 1: add up over the examples.
"""

# %% tags=["points:4"]
check("layer_backward")

# %%
layer_backward(grad_out, X, W)

# %% [markdown]
r"""
## Back through the loss

The last step is softmax followed by cross-entropy, from scores to one number.
Both have exponentials and logarithms in them, and together they have the plainest gradient of all.
For one example with scores $z$ and true class $y$ the loss is

$$L = -\log p_y = -z_y + \log \sum_j e^{z_j}$$

The first part has slope $-1$ in the true score and 0 in the others.
For the second part we follow the path from $z_j$: the slope of $e^{z_j}$ is $e^{z_j}$ (lesson 06), it goes into the sum $s$ with slope 1, and the slope of $\log s$ is $1/s$.
Multiplied along the path this is $e^{z_j} / \sum_i e^{z_i}$, and that is the probability $p_j$ itself:

$$\frac{\partial L}{\partial z_j} = p_j - [\,j = y\,] \qquad \text{probabilities minus truth}$$

Suppose the network gives the true class a probability of 0.3.
What is the slope of the loss in the score of that class?
"""

# %%
predict("true_score", ...)

# %%
scores = np.log([[0.5, 0.3, 0.2]])
predict("true_score", happened=numerical_gradient(lambda Z: cross_entropy(Z, [1]), scores)[0, 1])

# %% [markdown]
r"""
The gradient *is* the mistake: what the network said, minus what is true.
The slopes of all scores sum to zero, because probabilities and truth both sum to one.

### Drag

Ten scores, all 0 but the one of the true class, the 3.
Drag it: when is there nothing left to learn?
"""


# %%
def show_mistake(score=0.0):
    """Probabilities minus truth, when the 3 is true and has this score."""
    Z = np.zeros((1, 10))
    Z[0, 3] = score
    mistake = (softmax(Z) - one_hot([3], 10))[0]
    title = "Only the true score has a negative slope"
    plots.level([*"0123456789"], mistake, xlabel="class", ylabel="slope of the loss", title=title)


# %%
interactive(show_mistake, score=(-4.0, 8.0, 0.5))

# %% [markdown]
r"""
The same without a slider: the slope of the true score, from a network that is far off to one that is sure.
"""

# %%
true_scores = np.linspace(-4, 8, 60)
tables = [np.where(np.arange(10) == 3, score, 0.0)[None] for score in true_scores]
true_slopes = [softmax(Z)[0, 3] - 1 for Z in tables]
title = "A network that is right and sure has nothing left to learn"
axes = {"xlabel": "score of the true class", "ylabel": "its slope", "title": title}
ax = plots.lines({"p - 1": true_slopes}, x=true_scores, **axes)

# %% [markdown]
r"""
### Exercise: softmax and cross-entropy backward (7 minutes)

The loss of a batch is the *mean* over its examples, so each example has a share of $1/n$ in it.
Give the gradient of that mean with respect to the scores `Z`, an array of shape `(n, k)`.
Scores of 1000 must not overflow; `softmax` of lesson 03 is imported and takes care of that.
"""


# %% tags=["exercise:softmax_cross_entropy_backward", "minutes:7"]
def softmax_cross_entropy_backward(Z, labels):
    """The gradient of the mean cross-entropy with respect to the scores `Z` (n, k).

    >>> softmax_cross_entropy_backward([[0.0, 0.0]], [1])
    array([[ 0.5, -0.5]])
    >>> softmax_cross_entropy_backward([[0.0, 0.0], [1000.0, 0.0]], [0, 0])
    array([[-0.25,  0.25],
           [ 0.  ,  0.  ]])
    """
    # solution
    return (softmax(Z) - one_hot(labels, np.shape(Z)[1])) / len(Z)
    # end


# %% [markdown] tags=["hints:softmax_cross_entropy_backward"]
r"""
1. For one example, write down the probabilities, and below them the truth: a 1 for the true class, 0 elsewhere.
2. `one_hot(labels, k)` of lesson 05 makes the truth for all rows at once.
   It needs the number of classes, which is the number of columns of the scores.
3. The mean of `n` losses is their sum divided by `n`: what happens to every slope?
"""

# %% tags=["points:3"]
check("softmax_cross_entropy_backward")

# %% [markdown]
r"""
## How near is near?

We have two ways to a gradient now: the fast one, and feeling.
They never agree to the last digit, because feeling is not exact.
So when is a difference small enough?
A difference of 0.001 is nothing between slopes of 50, and it is everything between slopes of 0.001.
We measure the difference against the numbers themselves, entry by entry, and keep the worst:

$$\text{relative error} = \max_i \frac{|a_i - b_i|}{\max(|a_i|, |b_i|)}$$

It is 0 when both agree, 1 when one of them is 0, and 2 when they have opposite signs and the same size.

### Exercise: relative error (5 minutes)

`a` and `b` have the same shape, whatever it is; the answer is one number.
Where both are 0 they agree, so such an entry counts as 0.
"""


# %% tags=["exercise:relative_error", "minutes:5"]
def relative_error(a, b):
    """The largest `|a - b| / max(|a|, |b|)` of all entries, 0 where both are 0.

    >>> relative_error([1.0, 50.0, 0.0], [1.0, 40.0, 0.0])
    0.2
    >>> relative_error(0.001, -0.001)
    2.0
    """
    # solution
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    size = np.maximum(np.abs(a), np.abs(b))
    return float(np.max(np.abs(a - b) / np.where(size == 0, 1.0, size)))
    # end


# %% [markdown] tags=["hints:relative_error"]
r"""
1. Calculate the two examples of the docstring by hand, entry by entry.
2. `np.maximum(u, v)` takes the larger one of each pair; `np.max(u)` takes the largest of all.
3. Where both are 0, you would divide 0 by 0.
   Put another number in the place of such a divisor first, with `np.where`.
"""

# %% tags=["points:2"]
check("relative_error")

# %% [markdown]
r"""
## The whole network

Now the pieces make a chain.
Forwards, a layer, ReLU, a layer, ReLU, and so on to the scores and the loss.
Backwards, the same list from its end, each piece with its own way back.

Every way back needs something from the way forward: the layer needs its inputs, ReLU needs to know where it was positive.
That is why `forward_all` of lesson 04 keeps everything: the inputs, every hidden layer *after* its ReLU, the scores.
A number is positive after ReLU exactly where it was positive before, so what comes out of ReLU serves as well as what went in.
"""

# %%
[values.shape for values in forward_all(pixels[:32], network)]

# %% [markdown]
r"""
### Exercise: backpropagate (12 minutes)

Give the loss (the mean cross-entropy) and the gradients of all weights and biases: a list of `(dW, db)`, in the order of the network's layers.
A network may have any number of layers, a single one too, and the network itself stays as it is.
Your three functions from above do the work, and a loop over the layers may go through them from the last to the first.
"""


# %% tags=["exercise:backpropagate", "minutes:12"]
def backpropagate(X, labels, network):
    """The mean cross-entropy and its gradients: `(loss, [(dW, db), ...])`, one pair for each layer.

    >>> backpropagate([[1.0, 2.0]], [0], [(np.zeros((2, 2)), np.zeros(2))])[1]
    [(array([[-0.5,  0.5],
           [-1. ,  1. ]]), array([-0.5,  0.5]))]
    """
    # solution
    values = forward_all(X, network)
    grad = softmax_cross_entropy_backward(values[-1], labels)
    gradients = []
    for i in reversed(range(len(network))):
        if i < len(network) - 1:
            grad = relu_backward(grad, values[i + 1])
        grad, dW, db = layer_backward(grad, values[i], network[i][0])
        gradients.insert(0, (dW, db))
    return cross_entropy(values[-1], labels), gradients
    # end


# %% [markdown] tags=["hints:backpropagate"]
r"""
1. On paper, write the chain for a network of two layers: which array goes into which step?
   Then write the same steps from right to left.
2. `values = forward_all(X, network)` gives all arrays; `values[-1]` are the scores, and `values[i]` went into layer `i`.
   The gradient of the scores is where you start.
3. Go through the layers backwards.
   `layer_backward` gives the gradient of the layer's inputs: it is the `grad_out` of what stands before it.
4. Between two layers there is a ReLU: what came out of it is `values[i]` of the later layer.
   After the last layer there is none.
"""

# %% tags=["points:5"]
check("backpropagate")

# %% [markdown]
r"""
### Feel every weight once

Once in the life of a backward pass it pays to be slow.
This is called a *gradient check*: a small network, a few examples, and every single slope is felt and compared.
"""

# %%
small = init_network([5, 4, 3], np.random.default_rng(2))
few = np.random.default_rng(3).normal(size=(6, 5))
few_labels = np.array([0, 2, 1, 2, 0, 1])


# %%
def felt_gradient(network, number, part):
    """The felt slopes of the weights (part 0) or the biases (part 1) of one layer."""

    def loss(moved):
        pair = [*network[number]]
        pair[part] = moved
        changed = [*network[:number], tuple(pair), *network[number + 1 :]]
        return cross_entropy(forward(few, changed), few_labels)

    return numerical_gradient(loss, network[number][part])


# %%
def gradient_check(network):
    """The relative error of each array of slopes; `...` while an exercise is not written."""
    answer = attempt(backpropagate, few, few_labels, network)
    if answer is ...:
        return ...
    errors = {}
    for i, gradients in enumerate(answer[1]):
        for part, name in enumerate("Wb"):
            felt = felt_gradient(network, i, part)
            errors[f"{name}{i + 1}"] = relative_error(gradients[part], felt)
    return errors


# %%
gradient_check(small)

# %% [markdown]
r"""
Anything below about $10^{-6}$ says: the same gradient, up to the rounding of the nudges.
A mistake in the formulas shows up as 0.01, 0.5 or 2.
(With ReLU an entry may differ by chance, when a nudge crosses the corner; then another network will do.)
"""

# %% [markdown]
r"""
## What does it cost now?

Count the multiplications for one example.
Forwards, every weight is used once.
Backwards, it is used once for `dX`, and once more its own slope is calculated for `dW`.
The first layer needs no `dX`, since nobody changes the pixels.
"""

# %%
sizes = [W.size for W, b in network]
forwards, backwards = sum(sizes), 2 * sum(sizes) - sizes[0]
{"forwards": forwards, "backwards": backwards, "together": (forwards + backwards) / forwards}

# %% [markdown]
r"""
By this count, how many times faster is it than feeling all slopes?
"""

# %%
predict("faster", ...)

# %%
predict("faster", happened=2 * weights * forwards / (forwards + backwards))

# %% [markdown]
r"""
A count is not a clock, so we measure as well: the gradient of 32 digits, felt and backpropagated.
"""

# %%
together = milliseconds(backpropagate, pixels[:32], labels[:32], network)
{"milliseconds if felt": 2 * weights * one_pass, "backpropagated": together}

# %% [markdown]
r"""
The clock says less than the count, because of all that is not multiplication, and the conclusion is the same.
And the comparison gets better with size: with a thousand times as many weights, feeling takes a thousand times as many forward passes, and by the same count backpropagation never takes more than the work of three.
"""

# %% [markdown]
r"""
## It learns, so is it right?

Here are five backward passes with a planted bug, next to one that is right.
"""

# %%
BUGS

# %% [markdown]
r"""
Each of them trains a network on 1347 digits, twenty times through, and we count how many of the 450 other digits it gets right.
If ReLU lets every gradient through ("no mask"), what share do you expect?
"""

# %%
predict("no_mask", ...)


# %%
def share_right(bug, seed=0):
    """Train with this bug, and the share of unseen digits that come out right."""
    rng = np.random.default_rng(seed)
    order = rng.permutation(len(labels))
    test, train = order[:450], order[450:]
    trained = train_with_bug(bug, pixels[train], labels[train], rng)
    return accuracy(forward(pixels[test], trained).argmax(axis=1), labels[test])


# %%
shares = {bug: share_right(bug) for bug in BUGS}
predict("no_mask", happened=shares["no mask"])

# %%
shares

# %% [markdown]
r"""
All of them learn, and above 90 per cent nobody would suspect anything.
A gradient that is partly wrong still points *roughly* downhill, and the training forgives much.
So good results say little about whether the gradient is right, and a gradient check says it outright.

### Name the first wrong one

A gradient check can do more than sound an alarm.
We can feel the slopes at *every* place on the way, not only those of the weights: we replace the numbers at one place, and let everything after them follow.
"""


# %%
def loss_with(X, labels, network, **replaced):
    """The loss of a two-layer network when the numbers at some places are replaced."""
    (W1, b1), (W2, b2) = network
    now = {"W1": W1, "b1": b1, "W2": W2, "b2": b2, **replaced}
    Z1 = now["Z1"] if "Z1" in now else layer(X, now["W1"], now["b1"])
    A1 = now["A1"] if "A1" in now else relu(Z1)
    Z2 = now["Z2"] if "Z2" in now else layer(A1, now["W2"], now["b2"])
    return cross_entropy(Z2, labels)


# %%
def at_each_place(X, network):
    """The numbers at every place of a two-layer network, in the order of the way back."""
    (W1, b1), (W2, b2) = network
    Z1 = layer(X, W1, b1)
    A1 = relu(Z1)
    return {"Z2": layer(A1, W2, b2), "W2": W2, "b2": b2, "A1": A1, "Z1": Z1, "W1": W1, "b1": b1}


# %%
def felt_everywhere(X, labels, network):
    """The felt gradient at every place."""
    found = {}
    for place, numbers in at_each_place(X, network).items():
        loss = partial(lambda place, moved: loss_with(X, labels, network, **{place: moved}), place)
        found[place] = numerical_gradient(loss, numbers)
    return found


# %% [markdown]
r"""
`Z1` and `A1` are the hidden numbers before and after ReLU, `Z2` are the scores.
A wrong gradient spoils everything that is calculated from it.
So we compare in the order of the way back, and the *first* place that differs is the place to repair.
"""


# %%
def first_wrong(said, felt, tolerance=1e-4):
    """The first place where both differ, "none", or `...` while an exercise is not written."""
    for place in said:
        error = relative_error(said[place], felt[place])
        if error is ...:
            return ...
        if error > tolerance:
            return place
    return "none"


# %%
felt = felt_everywhere(few, few_labels, small)
told = {bug: gradients_on_the_way(bug, few, few_labels, small) for bug in BUGS}
{bug: first_wrong(said, felt) for bug, said in told.items()}

# %% [markdown]
r"""
Compare with the descriptions above: each name is the place of the bug.
"""

# %% [markdown]
r"""
## You hunt the bugs

Now you write the check that names the culprits.
It gets functions of five numbers, each with somebody's gradient for it.
Not all of them are networks, and some of the wrong gradients hide well:

- wrong in *one* of the five entries only, or only in *some places*, for instance where a number is negative;
- the right length and the wrong direction, or the other way round;
- wrong by one per cent;
- very large or very small everywhere, so that a fixed tolerance sees nothing, or too much.

A right one may have been calculated with half the digits, so differences of less than one in ten thousand are no crime.
And where a function is flat, both gradients are 0.

### Exercise: find the wrong gradients (12 minutes)

`candidates` is a dict: name -> `(f, gradient)`.
`f` takes an array of shape `(5,)` and gives a number, `gradient` takes the same and gives an array of shape `(5,)`.
Return the set of names whose `gradient` is not the gradient of `f`.
Take at least thirty random places from `rng.normal(size=5)`, because some are wrong in a third of the places only.
"""


# %% tags=["exercise:find_wrong_gradients", "minutes:12"]
def find_wrong_gradients(candidates, rng):
    """The names in `candidates`, name -> `(f, gradient)`, whose gradient is not that of `f`.

    >>> find_wrong_gradients(
    ...     {"ones": (np.sum, np.ones_like), "zeros": (np.sum, np.zeros_like)},
    ...     np.random.default_rng(0),
    ... )
    {'zeros'}
    """
    # solution
    wrong = set()
    for name, (f, gradient) in candidates.items():
        for _ in range(30):
            place = rng.normal(size=5)
            felt = numerical_gradient(f, place)
            said = gradient(place)
            size = max(np.abs(felt).max(), np.abs(said).max())
            if np.abs(said - felt).max() > 1e-4 * size:
                wrong.add(name)
                break
    return wrong
    # end


# %% [markdown] tags=["hints:find_wrong_gradients"]
r"""
1. For one candidate and one place: feel the slopes with `numerical_gradient(f, place)`, ask `gradient(place)`, and compare.
2. `relative_error(felt, said) > 1e-4` is a good question.
   It asks entry by entry; you may also compare the largest difference with the largest slope.
3. One place tells little.
   Put a loop over thirty places around it, and note the name as soon as one place disagrees.
4. Start with `wrong = set()`, and use `wrong.add(name)`.
"""

# %% tags=["points:4"]
check("find_wrong_gradients")

# %% [markdown]
r"""
### Your hunt through the planted bugs

We pick five numbers of the small network: two weights of the first layer, one of its biases, and a weight and a bias of the second.
The rest stays as it is, so the loss is a function of five numbers, and each buggy backward pass says what its gradient is.
Your function should name all of them but "none".
"""


# %%
def with_five(five):
    """The small network with five of its numbers replaced."""
    (W1, b1), (W2, b2) = [(W.copy(), b.copy()) for W, b in small]
    W1[0, 1], W1[3, 2], b1[1], W2[2, 0], b2[1] = five
    return [(W1, b1), (W2, b2)]


# %%
def suspect(bug):
    """The loss as a function of the five numbers, and what the bug makes of its gradient."""

    def gradient(five):
        said = gradients_on_the_way(bug, few, few_labels, with_five(five))
        first, second = said["W1"], said["W2"]
        return np.array([first[0, 1], first[3, 2], said["b1"][1], second[2, 0], said["b2"][1]])

    return lambda five: cross_entropy(forward(few, with_five(five)), few_labels), gradient


# %%
suspects = {bug: suspect(bug) for bug in BUGS}
find_wrong_gradients(suspects, np.random.default_rng(5))

# %% [markdown]
r"""
## A number that calculates its own slopes

*(This part may wait for another day: the rest of the lesson does not need it.)*

Your `backpropagate` knows one kind of network.
Change the network, and somebody has to write the way back again.
But every calculation is made of small steps such as `+` and `*`, and each small step has slopes that we know.
So a number could *remember how it was made*, and find the way back by itself.

For $c = a \cdot b$ with $a = 2$ and $b = -3$: when $a$ grows by 1, $c$ grows by $b$; when $b$ grows by 1, $c$ grows by $a$.
Here $a$ is used twice: $y = a \cdot b + a$.
"""

# %%
numbers = {"a": 2, "b": -3, "ab": -6, "y": -4}
made = [("a", "ab", -3), ("b", "ab", 2), ("ab", "y", 1), ("a", "y", 1)]
slopes = {name: over_all_paths(made, name, "y") for name in numbers}
ax = plots.graph(made, numbers, slopes, title="a reaches y on two paths: -3 and 1 make -2")

# %% [markdown]
r"""
A *class* describes a kind of object, and `Value(3.0)` makes one.
A function inside the class is a *method*; it gets the object itself as `self`, and `self.data` is a number that the object carries.
For `a * b` Python calls `a.__mul__(b)`.

We prepare three things.
`made_of` makes a new value with its *paths*: pairs of a value that it is made of, and the slope of that step.
A plain number such as the 2 in `2 * a` never changes, so it gets no path.
"""


# %%
def number(x):
    """The data of a value; a plain number is its own data."""
    return x.data if isinstance(x, Value) else x


# %%
def made_of(data, *paths):
    """A new value; `paths` are pairs (what it is made of, slope)."""
    value = Value(data)
    value.paths = [(source, slope) for source, slope in paths if isinstance(source, Value)]
    return value


# %% [markdown]
r"""
On the way back, a value may pass its gradient on only when it is complete: when *everything* that it goes into has been there already.
`backwards` lists the values in such an order, the result first.
(How it finds this order does not matter here.)
"""


# %%
def backwards(result):
    """All values that `result` is made of, itself first, each before those that it is made of."""
    order, seen, waiting = [], set(), [(result, False)]
    while waiting:
        value, complete = waiting.pop()
        if complete:
            order.append(value)
        elif id(value) not in seen:
            seen.add(id(value))
            waiting.append((value, True))
            waiting += [(source, False) for source, _ in value.paths]
    return order[::-1]


# %% [markdown]
r"""
### What `+`, `*` and `**` are enough for

Everything else that one writes in formulas can be had from `+`, `*` and `**`: $a - b$ is $a + (-1) \cdot b$, and $a / b$ is $a \cdot b^{-1}$.
Python asks for these methods by name, `__sub__` for `-`, and `__rsub__` when a plain number stands on the left.
"""


# %%
class Arithmetic:
    """Minus, division and plain numbers on the left, all of it from `+`, `*` and `**`."""

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + other * -1

    def __rsub__(self, other):
        return self * -1 + other

    def __truediv__(self, other):
        return self * other**-1

    def __rtruediv__(self, other):
        return self**-1 * other


# %% [markdown]
r"""
### Exercise: Value (15 minutes)

Write the four methods that are missing; `__add__` shows how.

- `__mul__`: the product, with the slopes of both factors.
- `__pow__`: `self` to the power of a plain number; the slope of $x^p$ is $p\,x^{p-1}$.
- `relu`: the positive part, with its slope.
- `backward`: afterwards `.grad` of every value that `self` is made of is the slope of `self` in that value.
  It is called once for a result, and every `.grad` is 0 before.

A value that is used more than once collects what comes back on every path.
You may build it in another way, too: the check looks only at `+`, `-`, `*`, `**`, `.relu()`, `.backward()`, `.data` and `.grad`.
"""


# %% tags=["exercise:Value", "minutes:15"]
class Value(Arithmetic):
    """A number that remembers how it was made, and knows the slopes after `backward()`.

    >>> a = Value(3.0)
    >>> (a * a + a).backward()
    >>> a.grad
    7.0
    """

    def __init__(self, data):
        self.data, self.grad, self.paths = data, 0.0, []

    def __add__(self, other):
        return made_of(self.data + number(other), (self, 1.0), (other, 1.0))

    def __mul__(self, other):
        # solution
        return made_of(self.data * number(other), (self, number(other)), (other, self.data))
        # end

    def __pow__(self, exponent):
        # solution
        return made_of(self.data**exponent, (self, exponent * self.data ** (exponent - 1)))
        # end

    def relu(self):
        # solution
        return made_of(max(self.data, 0.0), (self, float(self.data > 0)))
        # end

    def backward(self):
        # solution
        self.grad = 1.0
        for value in backwards(self):
            for source, slope in value.paths:
                source.grad += slope * value.grad
        # end


# %% [markdown] tags=["hints:Value"]
r"""
1. `made_of(result, (first, slope), (second, slope))` makes the new value.
   In a product, the slope of one factor is the *other* factor, as a plain number.
2. `relu` has one path, and its slope is 1 or 0.
   What decides is the data of `self`.
3. `backward` begins with the result's own slope, which is 1, and then visits every value of `backwards(self)`.
4. Each visited value sends `slope * value.grad` along each of its paths, and whoever receives it *adds* it to what is there.
"""

# %% tags=["points:5"]
check("Value")

# %% [markdown]
r"""
### Let it take the place of the formulas

A neuron, its special operation, and a loss: plain formulas, and no slopes by us.
(As long as the methods are not written, all slopes stay 0.)
"""


# %%
def a_neuron(w, v, b):
    """The squared mistake of a neuron with inputs 2 and -1, when 4 would be right."""
    return ((w * 2 - v + b).relu() - 4) ** 2


# %%
def slopes_by_value(f, **inputs):
    """The slopes of `f` in its inputs, by `Value`; they stay 0 while `Value` is not written."""
    values = {name: Value(data) for name, data in inputs.items()}
    attempt(lambda: f(**values).backward())
    return {name: value.grad for name, value in values.items()}


# %%
at = {"w": 0.5, "v": -1.5, "b": 0.25}
slopes_by_value(a_neuron, **at)


# %%
def plain_neuron(place):
    """The same in plain NumPy, to feel its slopes."""
    w, v, b = place
    return (relu(w * 2 - v + b) - 4) ** 2


# %%
numerical_gradient(plain_neuron, [0.5, -1.5, 0.25])

# %% [markdown]
r"""
The libraries with which large networks are trained work in this way, with arrays in the place of single numbers.
Nobody writes a backward pass for them by hand, and everybody who has written one knows what they do.
"""

# %% [markdown]
r"""
## Where the sentence is too simple

"Downhill in every weight at once": each slope says what happens when *one* weight moves and all others stand still.
Then we move them all together.
For small steps that is allowed, because small changes add up: with rate $\eta$ the loss should fall by $\eta$ times the sum of the squared slopes.

We try it on the digits network, with steps of growing length along one and the same gradient.
Does a step that is ten times longer bring ten times more?
"""

# %%
predict("ten_times", ...)


# %%
def after_step(rate):
    """The loss on 200 digits after one step with this rate."""
    said = gradients_on_the_way("none", pixels[:200], labels[:200], network)
    (W1, b1), (W2, b2) = network
    now = {"W1": W1, "b1": b1, "W2": W2, "b2": b2}
    changed = {place: now[place] - rate * said[place] for place in now}
    return loss_with(pixels[:200], labels[:200], network, **changed)


# %%
predict("ten_times", happened=(after_step(0) - after_step(3)) / (after_step(0) - after_step(0.3)))

# %%
said = gradients_on_the_way("none", pixels[:200], labels[:200], network)
steepness = sum((said[place] ** 2).sum() for place in ("W1", "b1", "W2", "b2"))
rates = np.linspace(0, 3, 40)
promised = after_step(0) - rates * steepness
losses = {"promised": promised, "happened": [after_step(rate) for rate in rates]}
title = "A short step keeps the promise, a long one breaks it"
ax = plots.lines(losses, x=rates, xlabel="rate", ylabel="loss after one step", title=title)

# %% [markdown]
r"""
The gradient is a promise for the neighbourhood.
When all weights move at once, they also change each other's slopes, and further away the promise is worth nothing.
So we take a short step, ask for the gradient again, and take the next one, thousands of times.
That is why the price of one gradient matters so much.
"""

# %% [markdown]
r"""
## Explain

A friend has trained a network on the digits.
"It gets 94 per cent right, so my backward pass is right," she says.
Your gradient check finds: relative error below $10^{-7}$ for `Z2`, `W2` and `b2`, 0.9 for `A1` and for everything after it on the way back.

What do you tell her: what do the 94 per cent show, where do you look for the mistake and why there, and why can a network learn with it?
Five sentences are enough; a person will read them.
"""

# %% [markdown] tags=["explain:explain_07", "points:4"]
r"""
**Your answer**

<!-- solution -->
The 94 per cent show that the gradient points downhill well enough to learn, and say little about whether it is right: in this lesson five wrong backward passes trained to more than 90 per cent.
The gradient check compares each slope with its definition, so 0.9 means that something is wrong for certain.
The way back starts at the scores, and up to `W2` and `b2` everything agrees; `A1` is the first that differs, so the step from `dZ2` to `dA1` is wrong, the product with the weights of the second layer turned around.
The later ones need not have a mistake of their own, because they are calculated from `dA1`.
It can learn all the same, because the second layer has right gradients and learns from whatever hidden values there are, and a partly wrong direction still leads downhill as long as it points roughly the right way.

Marking, one point each: good results are no proof of a right gradient; the first wrong place on the way back is the one to repair, named as the step to `A1`; what comes after it is wrong as a consequence; a reason why it learns (part of the gradient is right, or a rough direction downhill is enough).
<!-- end -->
"""

# %% [markdown]
r"""
## What we can do now, and what is still wrong

We go backwards through a network, and every slope is a weighted sum of the slopes behind it.
All slopes together take no more multiplications than three forward passes, not two passes for every weight.
We can check a gradient, name the first place where it is wrong, and let a number find its slopes by itself.

But a gradient is not a training.
We have not said how many examples one step should look at, in which order they come, how long the steps should be, or when to stop.
And a network that remembers its examples by heart has a small loss and has learned nothing.
In lesson 08 we train a real network on real handwritten digits, and watch it while it learns.
"""

# %%
check()
