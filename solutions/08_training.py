# %% [markdown]
r"""
# Training

**The sentence:** training means finding the weights, and here we find those of a real network that reads real handwritten digits.

**You will build** seven functions: four that make or shape a step, one that deals out the examples, one that decides when to stop, and a training of your own that reads at least 95 of 100 digits that it has never seen.

**You will learn** what to look at before, during and after a training, and which numbers to believe.

**You need** lessons 04 to 07: networks, losses, descent and `backpropagate`.
Their functions are imported from `course.pieces`, in a version that passes every check.

**It takes** about 90 minutes, and 25 more for the part "When to stop", which may wait for another day.
Each exercise says how long it takes.
"""

# %%
import time

import numpy as np
from ipywidgets import interactive

from autograder import check, hint, predict
from course import data, plots
from course.pieces.backpropagation import backpropagate
from course.pieces.multilayer_networks import forward, init_network
from course.pieces.multilayer_networks import predict as read
from course.pieces.special_operation import softmax
from course.pieces.what_is_best import accuracy, confusion_matrix, cross_entropy, split

# %% [markdown]
r"""
Lesson 04 ended with a function called `predict`, and that is also the name of the question that every lesson asks you.
So here it gets another name: `read(X, network)` gives the digit that the network reads in each image.
"""

# %% [markdown]
r"""
## Digits that people wrote

In the nineties, 43 people wrote digits on paper, and a program turned each digit into an image of 8 by 8 grey levels.
The images from 13 of them come with scikit-learn, so they are on your computer already.
"""

# %%
X, labels = data.digits()
X.shape, labels.shape

# %%
title = "No two of these threes are alike"
figure = plots.images(X[labels == 3][::8], columns=8, title=title)

# %% [markdown]
r"""
Each row of `X` is one image: 64 numbers from 0 (paper) to 1 (ink).
For a network an image is a list of 64 inputs and nothing more; it does not know which pixels are neighbours.

As in lesson 05, we keep some images apart before we look any further, this time in two sets.
The *test* digits stay in a drawer until the very end.
The *validation* digits are also unseen by the training, and we use them to make choices: how long, how fast, how large.
"""

# %%
rng = np.random.default_rng(8)
X_rest, labels_rest, X_test, labels_test = split(X, labels, 0.25, rng)
X_train, labels_train, X_val, labels_val = split(X_rest, labels_rest, 0.2, rng)

# %%
len(X_train), len(X_val), len(X_test)

# %% [markdown]
r"""
## Before the first step

A network that has learned nothing should know nothing.
Suppose that it gives each of the ten digits the same probability.
You calculated its cross-entropy in lesson 05: what was it?
"""

# %%
predict("first_loss", ...)

# %%
same_score_for_all = np.zeros((len(X_train), 10))
predict("first_loss", happened=cross_entropy(same_score_for_all, labels_train))

# %% [markdown]
r"""
Each right digit gets the probability $\tfrac{1}{10}$, and $-\log \tfrac{1}{10} = \log 10$.
Now the real thing: 64 inputs, 32 hidden neurons, 10 outputs, and weights that chance has chosen.
"""

# %%
fresh = init_network([64, 32, 10], np.random.default_rng(0))
cross_entropy(forward(X_train, fresh), labels_train), np.log(10)

# %% [markdown]
r"""
A little above $\log 10$: a random network has random opinions, and most of them are wrong.
This number is the first thing to look at in every training.
If it were far above, the weights of the start would be too large.
If it were far below, the loss would be calculated wrongly, or the network would not be fresh.
"""

# %% [markdown]
r"""
## A step

`backpropagate(X, labels, network)` gives the loss and its gradients: for each layer a pair `(dW, db)`, with one slope for each weight and each bias.
We go downhill.
In slow motion, for one weight:
"""


# %%
def moved(weight, slope, rate):
    """One weight takes one step against its slope."""
    if slope > 0:
        return weight - rate * abs(slope)
    return weight + rate * abs(slope)


# %%
moved(0.7, slope=2.0, rate=0.1), moved(0.7, slope=-2.0, rate=0.1)

# %% [markdown]
r"""
The two cases are one formula, and it holds for whole arrays at once.
The $\eta$ ("eta") is the learning rate:

$$W \leftarrow W - \eta \, \frac{\partial L}{\partial W} \qquad b \leftarrow b - \eta \, \frac{\partial L}{\partial b}$$

Read it as a weighted sum: the old weights count once, the slopes count $-\eta$ times.

### Exercise: a step of gradient descent (5 minutes)

Give back a *new* network, in which every weight and every bias has made its step.
The old network stays as it was, because we may want to go back to it.
(SGD stands for *stochastic gradient descent*; the next section says what is left to chance in it.)
"""


# %% tags=["exercise:sgd_step", "minutes:5"]
def sgd_step(network, gradients, rate):
    """A new network, one step downhill; `gradients` has a `(dW, db)` for each `(W, b)`.

    >>> layer, slopes = (np.array([[2.0]]), np.array([1.0])), (np.array([[4.0]]), np.array([-2.0]))
    >>> sgd_step([layer], [slopes], 0.5)
    [(array([[0.]]), array([2.]))]
    """
    # solution
    pairs = zip(network, gradients, strict=True)
    return [(W - rate * dW, b - rate * db) for (W, b), (dW, db) in pairs]
    # end


# %% [markdown] tags=["hints:sgd_step"]
r"""
1. In the example there is one weight, 2, and its slope is 4.
   With a rate of 0.5 the step is 2 long: in which direction?
2. `zip(network, gradients)` walks through both lists together: each turn brings a layer `(W, b)` and its `(dW, db)`.
3. Collect the pairs `(W - ..., b - ...)` in a new list, and give the list back.
"""

# %% tags=["points:2"]
check("sgd_step")

# %% [markdown]
r"""
### Fifty digits by heart

Before we spend time on a thousand digits, we ask for something small: can the network learn *fifty* of them by heart?
If it cannot, there is a bug, and it is better to look for it now.
"""

# %%
few, few_labels = X_train[:50], labels_train[:50]


# %%
def memorize(steps, rate):
    """A network that looks at the same fifty digits in every step, and its losses."""
    network, losses = init_network([64, 32, 10], np.random.default_rng(0)), []
    for _ in range(steps):
        loss, gradients = backpropagate(few, few_labels, network)
        losses.append(loss)
        network = sgd_step(network, gradients, rate)
        if network is ...:  # the exercise above is not written yet
            return ..., ...
    return network, losses


# %%
parrot, losses = memorize(steps=400, rate=0.3)
title = "Fifty digits can be learned by heart"
ax = plots.lines({"loss": losses}, xlabel="step", ylabel="loss on the fifty", title=title)


# %%
def share_right(network, X, labels):
    """What share of the images is read right; nothing for a network that does not exist yet."""
    return ... if network is ... else accuracy(read(X, network), labels)


# %%
share_right(parrot, few, few_labels)

# %% [markdown]
r"""
### By heart is not enough

It reads all fifty, and its loss is almost zero.
What share of the validation digits, which it has never seen, does it read right?
"""

# %%
predict("parrot", ...)

# %%
predict("parrot", happened=share_right(parrot, X_val, labels_val))

# %% [markdown]
r"""
Much better than a guess, and far from the fifty.
A loss near zero shows that the code can learn; whether the network is good, only unseen digits can tell.
"""

# %% [markdown]
r"""
## A few at a time

Now all the training digits.
The loss is an average over examples, so its gradient is an average of gradients, one from each example.
Averages can be taken in parts.
We cut the digits into four parts of different sizes, let `backpropagate` average each part, and take the weighted average of the four, each with its size as weight:
"""

# %%
parts = np.split(np.arange(len(X_train)), [100, 250, 700])
sizes = [len(part) for part in parts]
sizes

# %%
in_parts = [backpropagate(X_train[part], labels_train[part], fresh)[1][0][0] for part in parts]
at_once = backpropagate(X_train, labels_train, fresh)[1][0][0]
float(np.abs(np.average(in_parts, axis=0, weights=sizes) - at_once).max())

# %% [markdown]
r"""
The two differ by rounding only.
And here is the idea of *stochastic* gradient descent: do not wait for the average of all parts.
The gradient of a few examples points in roughly the same direction, so we make a step with it at once, and the next step with the next few.

The few are called a *minibatch*, and once through all examples is an *epoch*.
We shuffle before each epoch, because neighbours in a list are often alike: digits of the same hand, for example.

### Exercise: minibatches (8 minutes)

Deal the indices $0, 1, \dots,$ `count` $- 1$ out in random order: a list of arrays with `batch_size` indices each.
Every index comes once, and the last batch is short when they do not divide evenly.
The rng is the only source of chance.
"""


# %% tags=["exercise:minibatches", "minutes:8"]
def minibatches(count, batch_size, rng):
    """Indices 0 to `count - 1`, shuffled, in arrays of `batch_size`; the last may be short.

    >>> [len(batch) for batch in minibatches(10, 4, np.random.default_rng(0))]
    [4, 4, 2]
    >>> sorted(np.concatenate(minibatches(5, 2, np.random.default_rng(0))).tolist())
    [0, 1, 2, 3, 4]
    """
    # solution
    order = rng.permutation(count)
    return [order[start : start + batch_size] for start in range(0, count, batch_size)]
    # end


# %% [markdown] tags=["hints:minibatches"]
r"""
1. Shuffle first and cut afterwards.
   With ten indices and batches of four: at which places do you cut?
2. `rng.permutation(count)` gives the indices from 0 to `count - 1` in random order.
3. `range(0, count, batch_size)` gives the places where batches begin.
   A slice that reaches beyond the end is cut off by itself.
"""

# %% tags=["points:3"]
check("minibatches")

# %% [markdown]
r"""
### A training

This is the heart of every training program, from ours to those of the largest models: deal out a batch, go forward and back, make a step, again.
A `step` here takes a network, gradients and a *state*, which is something that it remembers from step to step.
So we can put other steps in later.
"""


# %%
def train(X, labels, step, epochs=15, batch_size=32, sizes=(64, 32, 10), seed=0):
    """The trained network, and after each epoch its loss on `X` and on the validation digits."""
    rng = np.random.default_rng(seed)
    network, state = init_network(sizes, rng), None
    curves = {"training": [], "validation": []}
    for _ in range(epochs):
        batches = minibatches(len(X), batch_size, rng)
        for batch in [] if batches is ... else batches:
            _, gradients = backpropagate(X[batch], labels[batch], network)
            answer = step(network, gradients, state)
            network, state = (..., None) if answer is ... else answer
            if network is ...:
                break
        if network is ... or batches is ...:  # an exercise is not written yet
            return ..., dict.fromkeys(curves, ...)
        curves["training"].append(cross_entropy(forward(X, network), labels))
        curves["validation"].append(cross_entropy(forward(X_val, network), labels_val))
    return network, curves


# %%
def plain(rate):
    """A plain step, which remembers nothing."""
    return lambda network, gradients, state: (sgd_step(network, gradients, rate), None)


# %%
network, curves = train(X_train, labels_train, plain(0.1))
title = "Both losses fall, first fast, then slowly"
ax = plots.lines(curves, xlabel="epoch", ylabel="loss", title=title)

# %%
share_right(network, X_train, labels_train), share_right(network, X_val, labels_val)

# %% [markdown]
r"""
These are *learning curves*, and they say more than a number at the end: whether the loss still falls, and whether the unseen digits lag behind.

### How large should a batch be?

What does the size of the batches change?
Three networks see every digit ten times: one in batches of 4, one in batches of 32, one in a single batch of all.
Which of the three reads most validation digits right: 4, 32, or all (write 1078)?
"""

# %%
predict("batch_size", ...)

# %%
by_size = {
    size: share_right(train(X_train, labels_train, plain(0.05), 10, size)[0], X_val, labels_val)
    for size in (4, 32, len(X_train))
}
by_size

# %%
predict("batch_size", happened=... if ... in by_size.values() else max(by_size, key=by_size.get))

# %% [markdown]
r"""
All three did the same amount of arithmetic, but not the same number of steps:
"""

# %%
{size: 10 * int(np.ceil(len(X_train) / size)) for size in by_size}

# %% [markdown]
r"""
A step of a few examples goes in a direction that is rough and good enough, and there are many more of them.
"""

# %% [markdown]
r"""
### Drag the learning rate

The rate is the number that most often decides between success and failure.
Drag its power of ten: where does the loss fall fastest, and from where on does it not fall any more?
The grey band goes up to $\log 10$, the loss of somebody who knows nothing.
"""


# %%
def losses_with(rate):
    """Validation losses of six epochs with a learning rate."""
    return train(X_train, labels_train, plain(rate), epochs=6)[1]["validation"]


# %%
def show_rate(power=-1.0):
    """Six epochs with the learning rate `10 ** power`."""
    title = f"Learning rate {10**power:.3g}"
    labels = {"xlabel": "epoch", "ylabel": "validation loss", "title": title}
    plots.lines({"loss": losses_with(10**power)}, band=(0, np.log(10)), **labels)


# %%
interactive(show_rate, power=(-3.0, 0.5, 0.1))

# %% [markdown]
r"""
The same without a slider, for four rates.
"""

# %%
rates = {f"rate {rate}": losses_with(rate) for rate in (0.001, 0.1, 0.5, 1.5)}
title = "Too small creeps, too large jumps about"
ax = plots.lines(rates, xlabel="epoch", ylabel="validation loss", title=title)

# %% [markdown]
r"""
## Steps that remember

Each minibatch points in a slightly different direction.
If we remember earlier directions, what they have in common adds up, and what is chance cancels out.

*Momentum* does this with a velocity for each weight.
The newest slope has the weight 1, the one before it 0.9, the one before that 0.81, and so on: a weighted sum of all slopes so far, in which old ones fade.
In slow motion:
"""


# %%
def velocity_after(slopes, momentum=0.9):
    """The weighted sum of all slopes, the oldest first; the newest has the weight 1."""
    total = 0.0
    for age, slope in enumerate(reversed(slopes)):
        total = total + momentum**age * slope
    return total


# %% [markdown]
r"""
On a long, even hillside every slope is 1.
How large does the velocity become in the end?
"""

# %%
predict("velocity", ...)

# %%
predict("velocity", happened=round(velocity_after([1.0] * 300), 6))

# %% [markdown]
r"""
That is the total of the weights, $1 + 0.9 + 0.81 + \dots = \frac{1}{1 - 0.9}$.
On an even slope momentum goes ten times as far as a plain step, and where slopes change their sign it goes less far.
So momentum wants a smaller rate.

Nobody needs to keep the whole list.
When a new slope $g$ arrives, all old weights shrink by the same factor $\mu$ ("mu"), the momentum:

$$v \leftarrow \mu\, v + g \qquad W \leftarrow W - \eta\, v$$
"""

# %% [markdown]
r"""
### Exercise: momentum (8 minutes)

One step gives back two things: the new network and the new velocity, which the next step gets.
At first the velocity is `None`, as nothing moves yet.
Network, gradients and the old velocity stay as they were.

What the velocity is made of is up to you, as long as it is plain data: numbers, arrays, lists, tuples and dicts.
A list of `(vW, vb)`, like the gradients, is a good choice.
"""


# %% tags=["exercise:momentum_step", "minutes:8"]
def momentum_step(network, gradients, velocity, rate, momentum=0.9):
    """The new network and the new velocity; `velocity` is `None` before the first step.

    >>> layer, slopes = (np.array([[2.0]]), np.array([1.0])), (np.array([[4.0]]), np.array([-2.0]))
    >>> network, velocity = momentum_step([layer], [slopes], None, 0.5)
    >>> momentum_step(network, [slopes], velocity, 0.5)[0]
    [(array([[-3.8]]), array([3.9]))]
    """
    # solution
    if velocity is None:
        velocity = gradients
    else:
        pairs = zip(velocity, gradients, strict=True)
        velocity = [(momentum * vW + dW, momentum * vb + db) for (vW, vb), (dW, db) in pairs]
    return sgd_step(network, velocity, rate), velocity
    # end


# %% [markdown] tags=["hints:momentum_step"]
r"""
1. In the example the slope of the weight is 4 both times.
   Calculate both velocities and both steps on paper.
2. If nothing is remembered, the first velocity is the gradient.
3. For the later steps, walk through `velocity` and `gradients` together and build a new list of pairs.
4. The step itself is the one that you have already written, with the velocity in the place of the gradients.
"""

# %% tags=["points:3"]
check("momentum_step")

# %% [markdown]
r"""
### One rate for each weight

Some weights have steep slopes and some have slopes that are almost zero: a pixel in a corner is white in nearly every image.
*Adam* measures how steep each weight's slopes usually are, and divides by it.
Then every weight moves at about the same speed, and the rate says how fast.
In slow motion, with all slopes kept: two weighted averages, of the slopes and of their squares, in which old ones fade.
"""


# %%
def adam_direction(slopes, betas=(0.9, 0.999)):
    """How far Adam moves one weight against its slopes at rate 1; the oldest slope comes first."""
    ages = np.arange(len(slopes))[::-1]
    mean = np.average(slopes, weights=betas[0] ** ages)
    mean_square = np.average(np.square(slopes), weights=betas[1] ** ages)
    return float(mean / (mean_square**0.5 + 1e-8))


# %%
adam_direction([4.0]), adam_direction([0.001]), adam_direction([4.0, -4.0])

# %% [markdown]
r"""
Steep or flat, the first step is equally long; slopes that contradict each other make a short one.

Nobody keeps the whole list: Adam carries two numbers for each weight, one for the slopes $g$ and one for their squares:

$$m \leftarrow \beta_1\, m + (1 - \beta_1)\, g \qquad s \leftarrow \beta_2\, s + (1 - \beta_2)\, g^2$$

Both start at zero.
With $\beta_1 = 0.9$, the first slope that arrives is 4: what is $m$ after this step?
"""

# %%
predict("too_small", ...)

# %%
predict("too_small", happened=round(0.9 * 0.0 + (1 - 0.9) * 4.0, 6))

# %% [markdown]
r"""
All slopes so far were 4, and their "average" is a tenth of that.
You know this mistake from lesson 01: somebody forgot to divide by the total weight.
"""

# %%
beta = 0.9
for steps in (1, 2, 10, 100):
    total = sum((1 - beta) * beta**age for age in range(steps))
    print(f"{steps:3} steps: the weights sum to {total:.4f}, 1 - beta**t is {1 - beta**steps:.4f}")

# %% [markdown]
r"""
So after $t$ steps the total weight is $1 - \beta^t$, and dividing by it makes a right weighted average of $m$ and of $s$:

$$\hat m = \frac{m}{1 - \beta_1^t} \qquad \hat s = \frac{s}{1 - \beta_2^t} \qquad W \leftarrow W - \eta\, \frac{\hat m}{\sqrt{\hat s} + \varepsilon}$$

The small $\varepsilon$ ("epsilon") keeps us from dividing by zero.
It stands outside of the root.

### Exercise: Adam (15 minutes)

Again a step gives back the new network and a state for the next step, and the state is `None` at first.
It has to hold both averages and the number of steps; a dict is handy for that.
Keep the averages as they are *before* the division by the total weight.
As before, the state is plain data, and the old one stays as it was.
"""


# %% tags=["exercise:adam_step", "minutes:15"]
def adam_step(network, gradients, state, rate=1e-3, betas=(0.9, 0.999), eps=1e-8):
    """The new network and the new state; `state` is `None` before the first step.

    >>> layer, slopes = (np.array([[2.0]]), np.array([1.0])), (np.array([[4.0]]), np.array([-2.0]))
    >>> network, state = adam_step([layer], [slopes], None, rate=0.5)
    >>> [(W.round(6), b.round(6)) for W, b in network]
    [(array([[1.5]]), array([1.5]))]
    """
    # solution
    if state is None:
        zeros = [(np.zeros_like(dW), np.zeros_like(db)) for dW, db in gradients]
        state = {"steps": 0, "mean": zeros, "square": zeros}
    steps = state["steps"] + 1
    means, squares, moved = [], [], []
    remembered = zip(state["mean"], state["square"], strict=True)
    for layer, slopes, (mean, square) in zip(network, gradients, remembered, strict=True):
        mean = [betas[0] * m + (1 - betas[0]) * g for m, g in zip(mean, slopes, strict=True)]
        square = [betas[1] * s + (1 - betas[1]) * g**2 for s, g in zip(square, slopes, strict=True)]
        sizes = [np.sqrt(s / (1 - betas[1] ** steps)) + eps for s in square]
        speed = [m / (1 - betas[0] ** steps) / size for m, size in zip(mean, sizes, strict=True)]
        moved.append(tuple(w - rate * step for w, step in zip(layer, speed, strict=True)))
        means.append(mean)
        squares.append(square)
    return moved, {"steps": steps, "mean": means, "square": squares}
    # end


# %% [markdown] tags=["hints:adam_step"]
r"""
1. Write it for one array first, on paper: old `m`, old `s`, `t` and a slope go in; new `m`, new `s` and the step come out.
2. With `state is None`, begin with a dict: 0 steps, and zeros in the form of the gradients for both averages.
   `np.zeros_like(dW)` has the right shape.
3. Count the step first, so that `t` is 1 in the first one.
   Correct into new names, such as `m / (1 - betas[0] ** t)`, and put the averages into the state without the correction.
4. A layer is a pair, and so is everything that belongs to it; walk through network, gradients and both averages with one `zip`.
"""

# %% tags=["points:4"]
check("adam_step")


# %%
def rolling(rate):
    """A step with momentum."""
    return lambda network, gradients, state: momentum_step(network, gradients, state, rate)


# %%
def adam(rate):
    """A step of Adam."""
    return lambda network, gradients, state: adam_step(network, gradients, state, rate)


# %%
steps = {"plain": plain(0.1), "momentum": rolling(0.03), "Adam": adam(0.006)}
down = {name: train(X_train, labels_train, step)[1]["validation"] for name, step in steps.items()}
title = "Three kinds of step, each with a rate of its own"
ax = plots.lines(down, xlabel="epoch", ylabel="validation loss", title=title)

# %% [markdown]
r"""
The three have three different rates, and each was tried a little; another rate can change the order.
Whoever compares ways to train has to search for a good rate for *each* of them, and this is often forgotten.
"""

# %% [markdown]
r"""
## When to stop

*(This part may wait for another day: the rest of the lesson does not need it.)*

The network with the fifty digits, our parrot, has shown it: a network can learn its examples by heart.
That is worst when some of them are wrong.
Suppose that the person who typed the labels was tired: we take 300 digits, and give every third of them a label by chance.
(We spoil them on purpose; the validation labels stay as they are.)
"""

# %%
little, typed = X_train[:300], labels_train[:300].copy()
typed[::3] = np.random.default_rng(3).integers(0, 10, size=100)
float(np.mean(typed != labels_train[:300]))

# %%
tired, long = train(little, typed, adam(0.01), epochs=60, sizes=(64, 64, 10))
title = "The training loss falls, the validation loss turns"
ax = plots.lines(long, xlabel="epoch", ylabel="loss", title=title)

# %% [markdown]
r"""
At first the network learns what most of the examples have in common, and that helps with unseen digits, too.
Then it begins to learn the wrong labels by heart.
"""

# %%
share_right(tired, little, typed), share_right(tired, X_val, labels_val)

# %% [markdown]
r"""
### Be patient, and then stop

Which epoch had the best weights?
If we can see all of the curve, we look for its lowest point.
But a curve trembles, and while we train we see only what has been; the lowest point of tomorrow may be lower.

*Early stopping* is patient: it keeps the weights of the best epoch so far, and gives up when `patience` epochs in a row have brought no new best.

Try it on paper.
The losses are 9, 7, 8, 6, 7, 8, 5, and the patience is 2: which epoch do we keep, counted from 0?
"""

# %%
predict("patience", ...)

# %%
never_trained = 6  # epochs 4 and 5 bring no new best, and then the patience is used up
predict("patience", happened=int(np.argmin([9, 7, 8, 6, 7, 8, 5][:never_trained])))

# %% [markdown]
r"""
### Exercise: early stopping (10 minutes)

`losses[i]` is the validation loss after epoch `i`.
Go through them as if you did not know the next one, and give back the epoch whose weights are kept.
Only a lower loss is a new best; an equal one is not.
If the losses end before the patience does, the best of all of them is kept.
"""


# %% tags=["exercise:early_stop", "minutes:10"]
def early_stop(losses, patience):
    """The best epoch before `patience` epochs in a row without a new best.

    >>> early_stop([5.0, 3.0, 4.0, 2.0, 2.5, 2.25, 1.0], 2)
    3
    >>> early_stop([3.0, 2.0, 1.0], 2)
    2
    """
    # solution
    best = 0
    for epoch, loss in enumerate(losses):
        if loss < losses[best]:
            best = epoch
        if epoch - best == patience:
            break
    return best
    # end


# %% [markdown] tags=["hints:early_stop"]
r"""
1. Remember one thing while you walk: the epoch of the lowest loss so far.
   It is epoch 0 at the beginning.
2. How many epochs have passed since then is `epoch - best`: no other counter is needed.
3. First ask whether this epoch is a new best.
   Then ask whether the patience is used up, and if so leave the loop.
"""

# %% tags=["points:3"]
check("early_stop")


# %%
def best_point(losses, patience):
    """The epoch that is kept, and its loss; nothing while an exercise is not written."""
    epoch = ... if losses is ... else early_stop(losses, patience)
    return (..., ...) if epoch is ... else (epoch, losses[epoch])


# %%
kept = best_point(long["validation"], patience=10)
title = "The weights to keep are those at the dot"
ax = plots.lines(long, xlabel="epoch", ylabel="loss", title=title, point=kept)

# %% [markdown]
r"""
### Small weights

There is a second way to keep a network from learning its examples by heart: let large weights cost something.
*Weight decay* adds a penalty to the loss, with a strength $\lambda$ ("lambda"):

$$\frac{\lambda}{2} \sum W^2$$

The sum runs over all weights of all layers.
The biases are left alone: they only move the answers up or down, and do not make them steeper.

### Exercise: the gradient of weight decay (5 minutes)

Give back the slopes of the penalty, a `(dW, db)` for each layer, in the form of the gradients, so that the two can be added up.
The slopes of the biases are zeros, one for each bias.
"""


# %% tags=["exercise:weight_decay_gradient", "minutes:5"]
def weight_decay_gradient(network, strength):
    """Slopes of `strength / 2` times the sum of all squared weights: a `(dW, db)` for each layer.

    >>> weight_decay_gradient([(np.array([[3.0, -1.0]]), np.array([5.0, 7.0]))], 0.5)
    [(array([[ 1.5, -0.5]]), array([0., 0.]))]
    """
    # solution
    return [(strength * W, np.zeros(len(b))) for W, b in network]
    # end


# %% [markdown] tags=["hints:weight_decay_gradient"]
r"""
1. The slope of $w^2$ is $2w$.
   What is the slope of $\tfrac{\lambda}{2} w^2$?
2. A weight has no influence on the squares of the others, so each has its own slope: no sum is left.
3. If something does not appear in the penalty, its slope is zero: `np.zeros` makes one for each bias.
"""

# %% tags=["points:2"]
check("weight_decay_gradient")


# %%
def decaying(strength, rate):
    """A step of Adam on the loss with its penalty."""

    def step(network, gradients, state):
        pull = weight_decay_gradient(network, strength)
        if pull is ...:
            return ...
        pairs = zip(gradients, pull, strict=True)
        total = [(dW + pW, db + pb) for (dW, db), (pW, pb) in pairs]
        return adam_step(network, total, state, rate)

    return step


# %%
calm, pulled = train(little, typed, decaying(0.01, 0.01), epochs=60, sizes=(64, 64, 10))
both = {"without": long["validation"], "with weight decay": pulled["validation"]}
title = "The same training, with weight decay and without"
ax = plots.lines(both, xlabel="epoch", ylabel="validation loss", title=title)

# %%
share_right(calm, little, typed), share_right(calm, X_val, labels_val)

# %% [markdown]
r"""
Compare with the two numbers above: it learns fewer of the spoilt labels by heart.
Look at what the penalty does in a *plain* step: it takes $\eta \lambda W$ away from $W$, so each weight shrinks by the same small share, unless the digits pull it back.
(Adam, which we used here, divides this pull as it divides every slope, so there the shares differ.)
A weight that no digit needs fades away.
"""

# %% [markdown]
r"""
## Your own training

Now put a training together that reads unseen digits well, for every seed.
You have all the parts, and there is a further way against learning by heart: show each image a little differently every time.
A five with a speck is still a five, and so is a five that stands one pixel further to the left.
"""


# %%
def varied(X, rng):
    """The images with a little noise, some of them moved one pixel to the left or right."""
    images = np.pad(X.reshape(-1, 8, 8), ((0, 0), (0, 0), (1, 1)))  # paper on both sides
    columns = rng.choice([0, 1, 1, 1, 1, 2], size=(len(X), 1, 1)) + np.arange(8)
    moved = np.take_along_axis(images, columns, axis=2)
    return moved.reshape(X.shape) + rng.normal(0, 0.2, size=X.shape)


# %%
title = "One five, as eight epochs would see it"
five = np.repeat(X_train[labels_train == 5][:1], 8, axis=0)
figure = plots.images(np.clip(varied(five, np.random.default_rng(0)), 0, 1), title=title)

# %% [markdown]
r"""
### Exercise: train on digits (20 minutes)

Each row of `X` is an image, with pixels from 0 to 1, and `labels` says which digit it is.
Give back a network from 64 inputs to 10 outputs, with at least one hidden layer.
It has to read at least 95 of 100 unseen digits right for *every* seed, not for a lucky one.

You choose the step, the rate, the number of epochs and of hidden neurons; try them out with `X_train` and the validation digits before you check.
The rng is the only source of chance: the start, the batches and the noise come from it.
The same rng gives the same network, and another rng gives another one.
`X` and `labels` stay as they were, and there may be only a few hundred of them (then 75 of 100 unseen digits are enough).
A training may take 20 seconds, and one or two are plenty.
The check trains several networks, so it takes longer than others.
"""


# %% tags=["exercise:train_digits", "minutes:20"]
def train_digits(X, labels, rng):
    """A network that reads digits, trained on images `X` (n, 64) in [0, 1] and `labels` (n,).

    >>> X, labels = data.digits()
    >>> network = train_digits(X[:200], labels[:200], np.random.default_rng(0))
    >>> network[0][0].shape[0], network[-1][0].shape[1]
    (64, 10)
    """
    # solution
    sizes, epochs, batch_size, rate = [64, 192, 10], 40, 64, 0.01
    network, state = init_network(sizes, rng), None
    for epoch in range(epochs):
        slower = rate * (1 - epoch / epochs)
        for batch in minibatches(len(X), batch_size, rng):
            _, gradients = backpropagate(varied(X[batch], rng), labels[batch], network)
            network, state = adam_step(network, gradients, state, slower)
    return network
    # end


# %% [markdown] tags=["hints:train_digits"]
r"""
1. Begin with the loop of `train` above, and leave out what belongs to the curves and to exercises that are not written.
2. Get one epoch right first: does the loss fall?
   Then look at the validation digits while you change one thing at a time.
3. Forty epochs of `adam_step` with a rate of 0.003 and 64 hidden neurons are a good start.
4. `varied(X[batch], rng)` in the place of `X[batch]` helps more than a larger network does.
   If the result depends much on the seed, let the rate fall towards the end, for example by the factor `1 - epoch / epochs`.
"""

# %% tags=["points:5"]
check("train_digits")

# %% [markdown]
r"""
### Ten seeds, not one

One training is one draw from a hat, so we make ten, each with its own split, its own start and its own shuffling.
The drawer stays closed: the ten splits cut only the digits outside it.
(Some of these helped you to choose, so the numbers may flatter a little.)
How many of 100 unseen digits are read right, on average?
"""

# %%
predict("ten_seeds", ...)


# %%
def trained(X, labels, rng):
    """The network of your training; nothing, and the reason, while a piece of it is not written."""
    try:
        return train_digits(X, labels, rng)
    except TypeError as error:
        print("train_digits does not run yet:", error)
        return ...


# %%
def one_of_ten(seed):
    """The share of unseen digits that is read right, and the seconds that the training took."""
    rng = np.random.default_rng(seed)
    X_known, labels_known, X_unseen, labels_unseen = split(X_rest, labels_rest, 0.2, rng)
    began = time.perf_counter()
    network = trained(X_known, labels_known, rng)
    return share_right(network, X_unseen, labels_unseen), time.perf_counter() - began


# %%
ten = [one_of_ten(seed) for seed in range(10)]
for seed, (right, seconds) in enumerate(ten):
    if right is not ...:
        print(f"seed {seed}: {right:.1%} of the unseen digits right, trained in {seconds:.1f} s")

# %%
rights = ... if ten[0][0] is ... else np.array([right for right, _ in ten])
predict("ten_seeds", happened=... if rights is ... else round(100 * rights.mean(), 1))

# %%
... if rights is ... else round(float(100 * np.ptp(rights)), 1)

# %% [markdown]
r"""
That is how many points lie between the best seed and the worst, and nothing but chance was different.
A single number without its spread is an anecdote.
"""

# %% [markdown]
r"""
## What has it learned?

Now we open the drawer with the test digits, for the first and only time.
We train once more, with all digits outside it, count, and look at the images that the network gets wrong.
"""

# %%
reader = trained(X_rest, labels_rest, np.random.default_rng(1))
share_right(reader, X_test, labels_test)


# %%
def misread(network):
    """The test images that are read wrong, and a name for each."""
    if network is ...:
        return ..., None
    answers = read(X_test, network)
    wrong = np.flatnonzero(answers != labels_test)[:16]
    return X_test[wrong], [f"{labels_test[i]} read as {answers[i]}" for i in wrong]


# %%
shown, names = misread(reader)
title = "What the network gets wrong"
figure = plots.images(shown, names=names, columns=4, title=title)

# %% [markdown]
r"""
Some of these would make people hesitate, too; with others it is hard to say what confused the network.
The confusion matrix of lesson 05 shows whether the errors have a pattern: rows are the truth, columns what was read.
"""

# %%
... if reader is ... else confusion_matrix(labels_test, read(X_test, reader), 10)

# %% [markdown]
r"""
### What each hidden neuron looks for

A hidden neuron has 64 weights, one for each pixel, so its weights are an image as well.
Orange pixels speak for the neuron when there is ink on them, purple ones speak against it, the clearest of them with a minus, and white ones do not matter.
"""

# %%
looks = ... if reader is ... else reader[0][0].T[:12]
title = "Each hidden neuron asks its own question about the ink"
figure = plots.images(looks, columns=6, signed=True, title=title)

# %% [markdown]
r"""
Nobody has told a neuron what to look for; each began with noise.
Some ask for ink in one place and paper beside it, which is the edge of a stroke.
Most cannot be put into words: what the network knows is spread over many neurons, and no single one is "the seven".
"""

# %% [markdown]
r"""
## Where the sentence is too simple

"Training means finding the weights" leaves three things out.

*First, the special operation.*
Lesson 03 showed that without it all layers collapse into one.
So we train a single layer, from 64 pixels straight to 10 digits.
What share of the validation digits does it read right?
"""

# %%
predict("single_layer", ...)

# %%
single, _ = train(X_train, labels_train, adam(0.003), epochs=20, sizes=(64, 10))
predict("single_layer", happened=share_right(single, X_val, labels_val))


# %%
def read_with(sizes, seed):
    """The share of validation digits that a network of these sizes reads right."""
    network, _ = train(X_train, labels_train, adam(0.003), epochs=20, sizes=sizes, seed=seed)
    return share_right(network, X_val, labels_val)


# %%
for seed in range(5):
    print(f"seed {seed}:", *(read_with(sizes, seed) for sizes in [(64, 10), (64, 128, 10)]))

# %% [markdown]
r"""
In each row the first number belongs to a single layer, and the second to a network with a hidden layer and ReLU, trained in the same way.
On digits no special operation is needed at all to read nearly all of them.
What the second network gains may come from its many more weights as well, and whoever sees only digits must think that the special operation is superfluous.
The task asks for little: on the rings of lesson 03 a network without it was no better than a coin.
A good result on one task says little about what a part of a network is for.

### An answer to everything

*Second, the question.*
The network answers *every* image with a digit.
What does it say about images of pure noise?
"""


# %%
def top_probability(network, X):
    """The probability that the network gives to its own answer, on average."""
    return ... if network is ... else float(softmax(forward(X, network)).max(axis=1).mean())


# %%
noise = np.random.default_rng(0).random((500, 64))
top_probability(reader, X_test), top_probability(reader, noise)

# %% [markdown]
r"""
If it knew that there is nothing to read, it would give each digit a tenth.
Nobody asked it for that, and no weights were found for it.

*Third, which digits.*
We have found weights that are good for images like those we had.
All came from the same 13 people, and each of them wrote digits for the training and for the test.
Our test cannot say how well the network reads the handwriting of somebody new; lesson 11 comes back to it.
"""

# %% [markdown]
r"""
## Explain

A friend shows you the code of a network and says: "It is trained and it works: the loss went down to 0.01, and with seed 42 it has 98.9 per cent right.
I tried 30 seeds and settings and took the best one."

What would you ask, and what would you do before you believe the number?
Use at least two things that you saw in this lesson.
Six sentences are enough; a person will read them.
"""

# %% [markdown] tags=["explain:explain_08", "points:4"]
r"""
**Your answer**

<!-- solution -->
I would ask on which digits the loss went down to 0.01: if these are the training digits, it says only that they were learned, as with the fifty digits that the parrot knew by heart.
Then I would ask on which digits the 98.9 per cent were counted, and whether the choice among the 30 was made with the same ones.
Whoever takes the best of 30 results takes the luckiest one as well: over ten seeds the share moved by more than a point although nothing but chance was different.
I would make the choice with validation digits, and count once on test digits that took no part in any choice.
And I would train with ten new seeds and report the average and the range, not the best.
Even then the number holds for digits like these, by hands like these.

Marking, one point each: training loss and unseen digits are told apart; choosing by the test digits, or the best of many, flatters; a remedy that works is named (validation digits for the choice, test digits once); several seeds with their spread are asked for, or the limits of the data are named.
<!-- end -->
"""

# %% [markdown]
r"""
## What we can do now, and what is still wrong

We can train a real network: look at the first loss, learn fifty examples by heart, then train in minibatches, with steps that remember, and stop in time.
We know that a step is a weighted sum, that momentum and Adam are weighted sums and averages of slopes, and that one seed is no result.

What is still wrong?
Our network treats an image as a list of numbers, and has to learn anew that a five one pixel further left is a five.
It works because NumPy multiplies tables quickly, and we have taken that for granted: with the loops of lesson 02, this lesson would take much longer.
Lesson 09 looks at the tricks behind it, and at the sliding window of lesson 01, which does know what a neighbour is.
"""

# %%
check()
