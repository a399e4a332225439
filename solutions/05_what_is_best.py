# %% [markdown]
r"""
# What is best?

**The sentence:** a network is trained by looking for the weights that give the best results.

**You will build** eight small functions: two losses and what they need, two ways to count hits, and two that keep the judge honest.

**You will learn** why "best" is a choice, why a network is trained on one number and reported with another, and what it takes to judge fairly.

**You need** lessons 01 to 03: weighted averages, a layer as `X @ W + b`, and softmax.
Two functions from there are imported from `course.pieces`, in a version that passes every check.

**It takes** about 90 minutes; each exercise says how long it takes.
"""

# %%
import numpy as np
from ipywidgets import interactive

from autograder import check, hint, predict
from course import data, plots
from course.pieces.special_operation import softmax
from course.pieces.weighted_averages import weighted_average

# %% [markdown]
r"""
## A promise on the phone

A pizzeria promises every caller the same number of minutes until the pizza arrives.
Here are seven deliveries (invented).
Six went as they usually do, and one courier stood behind an accident.
"""

# %%
waits = np.array([12, 14, 15, 17, 20, 22, 60])

# %%
labels_of_axis = {"xlabel": "minutes until the pizza came"}
ax = plots.misses(waits, 25, title="A promise of 25 misses everybody", **labels_of_axis)

# %% [markdown]
r"""
A *model* is anything that answers with numbers and has weights; this promise is the smallest one in the course, with one weight and the same answer for everybody.
Which promise is best?

The grey lines are the *mistakes*, one for each customer.
A good promise makes them small, but it cannot make all of them small.
So we have to say how much a mistake of 5 minutes hurts, and how much a mistake of 35.
Two answers are common: a mistake hurts as much as its *size*, or as much as its *square*.
"""

# %% [markdown]
r"""
### Add up the damage

In slow motion: go from customer to customer, measure the miss, and take the average of what the misses cost.
"""


# %%
def average_damage(promise, waits, damage):
    """What a promise costs on average, when `damage(miss)` is what a miss costs."""
    total = 0
    for wait in waits:
        total = total + damage(promise - wait)
    return float(total / len(waits))


# %%
def size(miss):
    """A miss costs its size, too early or too late."""
    return abs(miss)


# %%
def square(miss):
    """Twice the miss costs four times as much."""
    return miss * miss


# %%
average_damage(25, waits, size), average_damage(25, waits, square)

# %% [markdown]
r"""
The best promise is the one with the least average damage.
We have one weight, so we can try every promise up to two hours, in steps of a tenth of a minute.
"""

# %%
tries = np.linspace(0, 120, 1201)


# %%
def best_promise(waits, damage):
    """The promise with the least average damage."""
    losses = [average_damage(promise, waits, damage) for promise in tries]
    return float(tries[np.argmin(losses)])


# %% [markdown]
r"""
### One accident, twice as long

Now the unlucky customer waits 120 minutes instead of 60, and nothing else changes.
By how many minutes does the best promise move, if sizes count, and if squares count?
Write two numbers in a list, such as `[5, 5]`.
"""

# %%
predict("accident", ...)

# %%
worse = np.array([12, 14, 15, 17, 20, 22, 120])
moved = [best_promise(worse, how) - best_promise(waits, how) for how in (size, square)]
predict("accident", happened=np.round(moved, 1))

# %% [markdown]
r"""
Why these numbers?
Here is the damage of every promise up to an hour.
The square has minutes times minutes for a unit, so we draw its root.
"""

# %%
hour = tries[tries <= 60]
damages = {
    "sizes": [average_damage(promise, waits, size) for promise in hour],
    "squares, the root": [average_damage(promise, waits, square) ** 0.5 for promise in hour],
}
title = "Sizes and squares choose different promises"
names = {"xlabel": "promise (minutes)", "ylabel": "damage (minutes)", "title": title}
ax = plots.valleys(damages, x=hour, **names)

# %%
float(np.median(waits)), float(np.mean(waits))

# %% [markdown]
r"""
With sizes, the best promise is the *median*, the wait in the middle: three customers wait less, three wait longer.
How late the last one is does not matter.
With squares, the best promise is the *average*, and a single accident pulls it up.

Neither is more correct.
With squares, one large mistake is worse than many small ones, and for a bridge that is wise.
For the pizzeria it means that six customers out of seven are told too large a number.
**What is best depends on what a mistake costs, and that is decided by people.**
"""

# %% [markdown]
r"""
### Drag the promise

Drag until the damage is least, once for sizes and once for squares.
The picture shows the mistakes, and the title what they cost on average.
"""


# %%
def show_promise(promise=30.0, damage="square"):
    """The mistakes of one promise, and their average damage."""
    costs = average_damage(promise, waits, {"size": size, "square": square}[damage])
    plots.misses(waits, promise, title=f"Average {damage} of a miss: {costs:.1f}", **labels_of_axis)


# %%
interactive(show_promise, promise=(0.0, 60.0, 0.5), damage=["square", "size"])

# %% [markdown]
r"""
Without a slider, here are the two winners.
The median sits among the dots, and the average is later than six of the seven.
"""

# %%
ax = plots.misses(waits, np.median(waits), title="Least size: the median", **labels_of_axis)

# %%
ax = plots.misses(waits, waits.mean(), title="Least square: the average", **labels_of_axis)

# %% [markdown]
r"""
### A loss is a weighted average of mistakes

A number that says how bad a model's answers are is called a *loss*: the smaller, the better.
With squares it is the **mean squared error**.
For predictions $p_1, \dots, p_n$ and targets $t_1, \dots, t_n$ it is

$$\text{MSE} = \frac{1}{n} \sum_{i=1}^{n} (p_i - t_i)^2$$

So a loss is an average too, and like every average it can be weighted.
If the last customer is the one who writes reviews, her mistake may count five times: $\sum_i w_i (p_i - t_i)^2 / \sum_i w_i$.
Which promise is best then?
"""

# %%
reviews = [1, 1, 1, 1, 1, 1, 5]
weighted_losses = [weighted_average((promise - waits) ** 2, reviews) for promise in tries]
float(tries[np.argmin(weighted_losses)]), weighted_average(waits, reviews)

# %% [markdown]
r"""
The first number was found by trying, the second is the weighted average of the waits.
They agree, up to the step of our search.
This is a second meaning of lesson 01: **a weighted average is the one number that makes the weighted squares of the mistakes smallest.**

### Exercise: mean squared error (4 minutes)

Write the loss with arrays, without a loop.
Predictions and targets have the same shape, any shape, and the loss is one number: the average over all entries.
Different shapes are a `ValueError` that says so.
Do not leave that to NumPy: it stretches a column `(n, 1)` and a list `(n,)` to a whole table and says nothing.
"""


# %% tags=["exercise:mean_squared_error", "minutes:4"]
def mean_squared_error(predicted, target):
    """The average square of the mistakes; ValueError for different shapes.

    >>> mean_squared_error([25, 25], [20, 60])
    625.0
    >>> mean_squared_error([[1.0, 0.0], [0.5, 0.5]], [[1, 0], [0, 1]])
    0.125
    """
    # solution
    predicted, target = np.asarray(predicted), np.asarray(target)
    if predicted.shape != target.shape:
        raise ValueError(f"the shapes differ: {predicted.shape} and {target.shape}")
    return float(np.mean((predicted - target) ** 2))
    # end


# %% [markdown] tags=["hints:mean_squared_error"]
r"""
1. In the first example the two mistakes are 5 and -35.
   What are their squares, and what is the average of these?
2. Turn both arguments into arrays with `np.asarray`.
   Then `-` and `** 2` work on all entries at once.
3. `np.mean` of a table averages all its entries.
4. Compare the two `.shape` before you subtract.
"""

# %% tags=["points:2"]
check("mean_squared_error")

# %%
mean_squared_error(np.full(7, 25), waits), mean_squared_error(np.full(7, waits.mean()), waits)

# %% [markdown]
r"""
## When the answer is a name

Minutes are amounts: 21 is nearly right when 20 is true.
The ten digits of a handwritten number are *names* of classes.
Suppose a network answered with one number, and we trained it with squares.
"""

# %%
square(8 - 7), square(1 - 7)

# %% [markdown]
r"""
Taking a seven for a one would be 36 times as bad as taking it for an eight, though in some handwriting a seven and a one differ by a short stroke.
So a network for ten classes has ten outputs, one for each, and its target is a list of ten numbers: 1 for the true class and 0 for the others.
This is called *one-hot*.

As a list of weights it is a weighted average that picks: all the weight lies on one entry.
"""

# %%
weighted_average([30, 10, 20], [0, 0, 1])

# %% [markdown]
r"""
### Exercise: one-hot (4 minutes)

One row for each label, with a 1 in the column of the label and 0 elsewhere.
The number of classes is given, because some class may be missing among the labels.
"""


# %% tags=["exercise:one_hot", "minutes:4"]
def one_hot(labels, classes):
    """A table (n, classes) with a 1 where the label of each row is, and 0 elsewhere.

    >>> one_hot([2, 0], 4)
    array([[0., 0., 1., 0.],
           [1., 0., 0., 0.]])
    """
    # solution
    table = np.zeros((len(labels), classes))
    table[np.arange(len(labels)), labels] = 1
    return table
    # end


# %% [markdown] tags=["hints:one_hot"]
r"""
1. How many rows and columns has the table for 5 labels and 10 classes?
   How many ones stand in it?
2. Begin with `np.zeros((n, classes))`.
   A loop over the labels can put the ones in.
3. Without a loop: `table[rows, columns] = 1` with two lists of the same length sets one entry for each pair.
   Which row belongs to the first label, the second, the third?
"""

# %% tags=["points:2"]
check("one_hot")

# %% [markdown]
r"""
Now to something real: the handwritten digits of lesson 02, each an image of 8 x 8 pixels, as a row of 64 numbers from 0 to 1.
They come with scikit-learn, and lesson 11 will ask where they come from.
"""

# %%
X, labels = data.digits()
X.shape, labels.shape

# %%
few = labels[200:208]
eight = plots.images(X[200:208], names=few, title="Each image has a label, the name of its class")

# %%
title = "One 1 in each row, in the column of its label"
hot = one_hot(few, 10)
ax = plots.table(hot, rows=few, xlabel="class", ylabel="label of the image", title=title)

# %% [markdown]
r"""
## A classifier made of averages

For a judge we need somebody to judge.
We take up the averages of lesson 02, which need one line and no training: for each class, the *average image*.
Whatever names the class of an example is called a *classifier*.
"""

# %%
means = np.array([X[labels == c].mean(axis=0) for c in range(10)])

# %%
title = "Each average still looks like its digit"
ten = plots.images(means, names=range(10), columns=5, title=title)

# %% [markdown]
r"""
A new image $x$ gets the class whose average $m_c$ is nearest.
The squared distance to it is a sum of squared mistakes, so this is "best" in the sense of the pizzeria:

$$\lVert x - m_c \rVert^2 = \lVert x \rVert^2 - 2\, x \cdot m_c + \lVert m_c \rVert^2$$

Here $\lVert x \rVert^2$ is the sum of the squares of all pixels, and $x \cdot m_c$ is the sum of the products, `x @ m_c`.
The first term is the same for all classes.
So nearest means: the largest $2\, x \cdot m_c - \lVert m_c \rVert^2$.
That is a weighted sum plus a bias, and ten of them side by side are a *layer*, with the average images as weights.
As in lesson 03, we call these sums *scores*.
(Lesson 02 first subtracted the average of all digits, and its sums were half as large; neither changes which sum is the largest.)
"""

# %%
W = 2 * means.T
b = -(means**2).sum(axis=1)
scores = X @ W + b
predicted = scores.argmax(axis=1)

# %%
W.size + b.size

# %% [markdown]
r"""
That is how many numbers this layer has, and none of them was searched for.

### How good is it?

How many of 100 images does it get right?
"""

# %%
predict("nearest_average", ...)


# %%
def count_hits(predicted, labels):
    """Go from image to image and count the right answers."""
    hits = 0
    for answer, label in zip(predicted, labels, strict=True):
        if answer == label:
            hits = hits + 1
    return hits


# %%
predict("nearest_average", happened=100 * count_hits(predicted, labels) / len(labels))

# %% [markdown]
r"""
### Exercise: accuracy (3 minutes)

The *accuracy* is the share of right answers, a number from 0 to 1.
It is an average once more: a hit counts 1, and a miss counts 0.
Predicted classes and labels may be lists or arrays of the same length.
"""


# %% tags=["exercise:accuracy", "minutes:3"]
def accuracy(predicted, labels):
    """The share of examples whose predicted class is their label.

    >>> accuracy([3, 1, 1, 0], [3, 1, 2, 0])
    0.75
    """
    # solution
    return float(np.mean(np.asarray(predicted) == np.asarray(labels)))
    # end


# %% [markdown] tags=["hints:accuracy"]
r"""
1. In the example, which of the four answers are right?
2. Two *arrays* compared with `==` give an array of `True` and `False`.
   Two lists compared with `==` give one answer for the whole lists.
3. `True` counts as 1 and `False` as 0, so `np.mean` of such an array is a share.
"""

# %% tags=["points:2"]
check("accuracy")

# %%
accuracy(predicted, labels)

# %% [markdown]
r"""
### The accuracy is flat

Accuracy is what we want in the end.
Can we also use it to *find* weights, as the hand on the slider did: move a weight a little, and see whether it gets better?
We add 0.001 to the bias of the eights.
How many of the 1797 answers change?
"""

# %%
predict("nudge", ...)

# %%
nudge = np.zeros(10)
nudge[8] = 0.001
predict("nudge", happened=int(np.sum((scores + nudge).argmax(axis=1) != predicted)))

# %%
added = np.linspace(-0.3, 0.3, 1201)
bias_of_eight = np.eye(10)[8]
stairs = [accuracy((scores + a * bias_of_eight).argmax(axis=1), labels) for a in added]

# %%
title = "Accuracy is a staircase: flat almost everywhere"
names = {"xlabel": "added to the bias of the eights", "ylabel": "accuracy", "title": title}
ax = plots.lines({"": stairs}, x=added, **names)

# %% [markdown]
r"""
On a step nothing happens, and at its edge one image changes sides.
If we stand on a step and try a tiny move, accuracy says: no difference.
It knows *how many* answers are right, and does not know *how nearly* the others were.
We need a loss that notices every small move.
"""

# %% [markdown]
r"""
## From scores to probabilities

Look at one image: its ten scores, and what the softmax of lesson 03 makes of them, $p_c = e^{z_c} / \sum_j e^{z_j}$.
In lesson 03 we called them shares; from here on we read them as probabilities.
"""

# %%
probabilities = softmax(scores)
np.round(scores[0], 2), np.round(probabilities[0], 3)

# %% [markdown]
r"""
Scores say who is first.
A lead of 2 means nothing by itself; and one image's 5 cannot be compared with another's.
Probabilities are positive and share a total of 1, so they say *how sure* the network is, on one scale for all images.

Now a good network is one that gave the true class a high probability.
Over the whole table we could multiply: how probable did it find *all* the true labels together?
"""

# %%
of_the_truth = [row[label] for row, label in zip(probabilities, labels, strict=True)]
float(np.prod(of_the_truth)), float(np.sum(np.log(of_the_truth)))

# %% [markdown]
r"""
The product is so small that the computer calls it zero.
The logarithm turns the product into a sum, which is a handy number, and a sum divided by the count is an average.
($\log$ is the natural logarithm, `np.log`; on a calculator it is ln.)
So the *price* of one answer is $-\log p$, where $p$ is the probability that its true class got.
It is also called the *surprise*: the less probable the network found the truth, the larger it is.
"""

# %%
p = np.linspace(0.005, 1, 200)
title = "Sure and right costs nothing, sure and wrong a lot"
ax = plots.lines({"": -np.log(p)}, x=p, xlabel="p of the true class", ylabel="-log p", title=title)

# %% [markdown]
r"""
### Does this loss reward honesty?

It rains on 7 of 10 days (invented).
A forecaster announces the same probability of rain every day, and pays $-\log$ of the probability that she gave to what happened.
Which announcement costs her least?
"""

# %%
predict("rain", ...)

# %%
announced = np.linspace(0.01, 0.99, 99)
price = [weighted_average([-np.log(q), -np.log(1 - q)], [7, 3]) for q in announced]
predict("rain", happened=announced[np.argmin(price)])

# %%
title = "The truth is the cheapest announcement"
names = {"xlabel": "announced probability of rain", "ylabel": "average of -log p", "title": title}
ax = plots.valleys({"": price}, x=announced, **names)

# %% [markdown]
r"""
The price is a weighted average of two mistakes, and it is lowest where the announcement is the true share.
Whoever exaggerates pays, and so does whoever hedges.
For squares the best constant was the average, and for sizes it was the median; for this loss it is the honest probability.
"""

# %% [markdown]
r"""
### The logarithm of a softmax, exactly

Before we build the loss, one trap.
A score may be any number.
"""

# %%
wild = np.array([1000.0, 0.0, -1000.0])
with np.errstate(all="ignore"):
    naive = np.log(np.exp(wild) / np.exp(wild).sum())

# %%
naive

# %% [markdown]
r"""
The softmax of lesson 03 subtracts the largest score of each row first, which changes no probability.
Then nothing overflows, but the small ones become zero, and the logarithm of zero is $-\infty$.
So we do not divide first.
The logarithm of a fraction is a difference, and the logarithm undoes the power:

$$\log p_c = \log \frac{e^{z_c}}{\sum_j e^{z_j}} = z_c - \log \sum_j e^{z_j}$$

The sum can still overflow; think about what lesson 03 did about that.

### Exercise: log-softmax (8 minutes)

For a table of scores, one row for each example, give the logarithms of the softmax probabilities.
They are exact for scores of $\pm 1000$, too, and the rows have nothing to do with each other.
"""


# %% tags=["exercise:log_softmax", "minutes:8"]
def log_softmax(Z):
    """The logarithm of the softmax of each row of scores (n, k), exact for large scores.

    >>> log_softmax([[5, 5], [7, 7]])
    array([[-0.69314718, -0.69314718],
           [-0.69314718, -0.69314718]])
    >>> log_softmax([[1000, 0]])
    array([[    0., -1000.]])
    """
    # solution
    Z = np.asarray(Z)
    shifted = Z - Z.max(axis=1, keepdims=True)  # (n, k) - (n, 1)
    return shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    # end


# %% [markdown] tags=["hints:log_softmax"]
r"""
1. Take the row `[5, 5]`.
   Both probabilities are one half: what are their logarithms, and what does the formula give?
2. Write the formula for the whole table first, without thinking of 1000.
   The sum runs along each row: `axis=1`, and `keepdims=True` keeps it a column that fits the table.
3. Adding the same number to all scores of a row leaves their probabilities as they are.
   Which number, subtracted from a row, makes every `np.exp` at most 1?
4. Use the shifted scores in *both* places of the formula.
   The sum is at least 1 then, so its logarithm is harmless.
"""

# %% tags=["points:3"]
check("log_softmax")

# %%
log_softmax([wild])

# %% [markdown]
r"""
## Cross-entropy

In slow motion: for each example, the price of its true class, and then the average over all examples.
"""


# %%
def average_price(probabilities, labels):
    """The average of -log p, where p is what each example's true class got."""
    total = 0
    for row, label in zip(probabilities, labels, strict=True):
        total = total - np.log(row[label])
    return float(total / len(labels))


# %% [markdown]
r"""
$$\text{cross-entropy} = \frac{1}{n} \sum_{i=1}^{n} -\log p_{i,\,\text{label}_i}$$

Here too each row is a weighted average: the mistakes of all classes are weighted by the one-hot row of the label, which picks one of them.

Imagine a network without a clue: all its scores are 0, for all ten digits.
What is its cross-entropy?
"""

# %%
predict("clueless", ...)

# %%
predict("clueless", happened=average_price(np.full((5, 10), 1 / 10), [3, 1, 4, 1, 5]))

# %%
float(np.log(10))

# %% [markdown]
r"""
With $k$ classes, the clueless network gives each of them $1/k$, and pays $-\log(1/k) = \log k$.
Remember this number: a fresh network that starts far above it has a mistake in it.

### Exercise: cross-entropy (6 minutes)

The average of $-\log p$ over all examples, calculated from *scores* and not from probabilities.
It is a number for all finite scores, never `inf` and never `nan`.
You may use your `log_softmax`.
"""


# %% tags=["exercise:cross_entropy", "minutes:6"]
def cross_entropy(Z, labels):
    """The average of -log p of the true classes, from scores (n, k) and labels (n,).

    >>> round(cross_entropy([[0, 0, 0, 0], [0, 0, 0, 0]], [3, 1]), 4)
    1.3863
    >>> cross_entropy([[0, 1000]], [0])
    1000.0
    """
    # solution
    Z = np.asarray(Z)
    largest = Z.max(axis=1)
    log_of_sum = largest + np.log(np.exp(Z - largest[:, None]).sum(axis=1))  # (n,)
    return float(np.mean(log_of_sum - Z[np.arange(len(Z)), labels]))
    # end


# %% [markdown] tags=["hints:cross_entropy"]
r"""
1. `log_softmax(Z)` holds a logarithm for every class of every example.
   How many of these numbers does the loss need?
2. `logs[i, labels[i]]` is the one of example `i`.
   A loop may collect them.
3. Without a loop: `logs[rows, columns]` with two lists picks one entry for each pair, as in `one_hot`.
   (`logs[:, labels]` gives whole columns, which is a different thing.)
4. A logarithm of a probability is negative or zero, and the loss is not negative.
"""

# %% tags=["points:3"]
check("cross_entropy")

# %%
cross_entropy(scores, labels), cross_entropy(np.zeros((5, 10)), [3, 1, 4, 1, 5])

# %% [markdown]
r"""
The averages of images are far better than clueless.
And now the same nudges as before, seen by this loss.
"""

# %%
slope = [cross_entropy(scores + a * bias_of_eight, labels) for a in added]

# %%
title = "The loss notices every step, and has a lowest place"
names = {"xlabel": "added to the bias of the eights", "ylabel": "cross-entropy", "title": title}
ax = plots.valleys({"": slope}, x=added, **names)

# %% [markdown]
r"""
No stairs: wherever we stand, one direction leads down, until we are at the lowest place.
That is why networks are trained on the loss, and accuracy is what we report afterwards.

Compare the two pictures: the loss is lowest on the left, and the accuracy is a little higher on the right.
A loss stands in for what we want; it points the right way from far off, and need not agree to the last step.
"""

# %% [markdown]
r"""
### Drag the sharpness

Multiply all scores by a factor.
No image changes its winner, so the accuracy stays where it is.
But the probabilities become sharper or softer, and the loss sees that.
Find the best factor.
"""

# %%
factors = np.linspace(0.1, 6, 60)
sharpened = {"": [cross_entropy(factor * scores, labels) for factor in factors]}


# %%
def show_sharpness(factor=1.0):
    """The loss for every factor, and the place where this one stands."""
    place = (factor, cross_entropy(factor * scores, labels))
    names = {"xlabel": "factor", "ylabel": "cross-entropy", "title": "Which factor is best?"}
    plots.lines(sharpened, x=factors, point=place, **names)


# %%
interactive(show_sharpness, factor=(0.1, 6.0, 0.1))

# %% [markdown]
r"""
The same without a slider:
"""

# %%
title = "Too soft hedges, too sharp boasts"
ax = plots.valleys(sharpened, x=factors, xlabel="factor", ylabel="cross-entropy", title=title)

# %% [markdown]
r"""
Left of the lowest place the classifier is less sure than it could be; right of it, it is sure more often than it is right.
The loss has found a weight for us, one that accuracy cannot see.
"""

# %% [markdown]
r"""
## What one number hides

Somebody sells a detector for eights: it says whether an image shows an eight or not.
Its program says "no", always.
How accurate is it on our digits?
"""

# %%
predict("always_no", ...)

# %%
always_no = np.zeros(len(labels), dtype=int)
predict("always_no", happened=count_hits(always_no, labels == 8) / len(labels))

# %% [markdown]
r"""
High, and it has never found an eight.
When a class is rare, accuracy hardly notices how it fares.
So we count more finely: for each true class, how often was each class predicted?
This table is the *confusion matrix*.
Its rows are the truth and its columns the predictions; hits stand on the diagonal.

### Exercise: confusion matrix (6 minutes)

Entry `[t, p]` counts the examples whose label is `t` and whose predicted class is `p`.
The number of classes is given; a class that nobody predicted has a column of zeros.
The entries are whole numbers.
"""


# %% tags=["exercise:confusion_matrix", "minutes:6"]
def confusion_matrix(labels, predicted, classes):
    """How often each class (row) was predicted as each class (column), as whole numbers.

    >>> confusion_matrix([0, 0, 0, 2], [0, 1, 1, 2], 3)
    array([[1, 2, 0],
           [0, 0, 0],
           [0, 0, 1]])
    """
    # solution
    matrix = np.zeros((classes, classes), dtype=int)
    for label, answer in zip(labels, predicted, strict=True):
        matrix[label, answer] += 1
    return matrix
    # end


# %% [markdown] tags=["hints:confusion_matrix"]
r"""
1. Write the matrix of the example on paper: four examples, so its entries sum to 4.
2. Begin with a table of zeros, and let each example add 1 to one entry.
   `np.zeros(..., dtype=int)` makes whole numbers.
3. The row is the label, the column is the predicted class.
4. A loop over the pairs is fine.
   (`matrix[labels, predicted] += 1` looks shorter, but adds 1 only once where a pair occurs again; `np.add.at` does not.)
"""

# %% tags=["points:2"]
check("confusion_matrix")

# %%
title = "Ones are missed most, and taken for nines and twos"
ax = plots.confusion(confusion_matrix(labels, predicted, 10), title=title)

# %%
eight_or_not = confusion_matrix((labels == 8).astype(int), always_no, 2)
ax = plots.confusion(eight_or_not, names=["no", "eight"], title="It never says eight")

# %% [markdown]
r"""
### The recall of each class

Divide the hits on the diagonal by the sum of its row: that is the accuracy within one class, its *recall*.
Here it is for the averages of images, class by class, and for the lazy detector.
"""

# %%
recalls = [np.mean(predicted[labels == c] == c) for c in range(10)]
counts = np.bincount(labels)
np.round(recalls, 2), float(np.mean(always_no[labels == 8] == 1))

# %%
weighted_average(recalls, counts), count_hits(predicted, labels) / len(labels)

# %% [markdown]
r"""
The accuracy is a *weighted average of the recalls*, with the sizes of the classes as weights.
A rare class has a small weight, so it can fail completely and the average hardly moves.
Whoever reports one number has chosen weights, often without knowing it.
"""

# %% [markdown]
r"""
## Judge on what was never seen

One thing was unfair so far.
We averaged all images, and then judged the averages on the same images.
To see how far that can mislead, here is a student who learns everything by heart.
It keeps every image, and answers with the label of the nearest one that it kept.
"""


# %%
def by_heart(X_seen, labels_seen, X):
    """The label of the nearest image that was seen."""
    # squared distances, without a part that is the same for every stored image
    distances = (X_seen**2).sum(axis=1) - 2 * X @ X_seen.T
    return labels_seen[distances.argmin(axis=1)]


# %% [markdown]
r"""
We show it three images out of four and keep the rest hidden.
But first we *shuffle the labels*, so that they have nothing to do with the images.
There is nothing to be learned, and an honest student would get about 10 of 100.
How many of 100 does this one get right, on the images that it saw, and on the hidden ones?
"""

# %%
predict("nonsense", ...)

# %%
seen = np.arange(len(X)) % 4 > 0
nonsense = np.random.default_rng(0).permutation(labels)

# %%
answers = by_heart(X[seen], nonsense[seen], X)
shares = [100 * np.mean((answers == nonsense)[part]) for part in (seen, ~seen)]
predict("nonsense", happened=np.round(shares, 1))

# %% [markdown]
r"""
All right on what it saw, and guessing on the rest.
A model that can store its examples shows nothing by repeating them.
A large network can store very many, so it is always judged on a *test set* that it never met; the rest is the *training set*.

### Which examples should be hidden?

Not the last ones: many tables are sorted.
Here is one of 178 Italian wines from three growers, with 13 chemical measurements each (it comes with scikit-learn, too).
"""

# %%
wines, growers = data.wine()
wines.shape, growers[-44:]

# %% [markdown]
r"""
The last quarter holds one grower only.
So shuffle first, and then cut.

### Exercise: split (8 minutes)

Split examples and labels into a training set and a test set, by chance.
`round(n * test_fraction)` examples go to the test set, and all others to the training set: nothing is lost, nothing is in both, and every row keeps its own label.
All chance comes from `rng`, for example by `rng.permutation(n)`.
"""


# %% tags=["exercise:split", "minutes:8"]
def split(X, labels, test_fraction, rng):
    """`X_train, labels_train, X_test, labels_test`: shuffled, disjoint, every row with its label.

    >>> [len(part) for part in split(np.eye(4), [0, 1, 2, 3], 0.25, np.random.default_rng(0))]
    [3, 3, 1, 1]
    """
    # solution
    X, labels = np.asarray(X), np.asarray(labels)
    order = rng.permutation(len(X))
    count = round(len(X) * test_fraction)
    test, train = order[:count], order[count:]
    return X[train], labels[train], X[test], labels[test]
    # end


# %% [markdown] tags=["hints:split"]
r"""
1. Four cards lie in a row, and a label on each.
   If you shuffle the cards and the labels separately, what is wrong?
2. `rng.permutation(n)` gives the numbers from 0 to n - 1 in a random order.
   An array takes such a list of numbers as index: `X[order]`.
3. The first `round(n * test_fraction)` numbers of the order are for the test, the others for training.
   Use the same numbers for `X` and for `labels`.
4. Think of a test set of 0 examples: `order[:-0]` is empty, so count from the front.
"""

# %% tags=["points:3"]
check("split")


# %%
def unseen_accuracy(parts):
    """How averages of training images do on test images; `...` as long as there is no split."""
    if parts is ...:
        return ...
    X_train, labels_train, X_test, labels_test = parts
    means = np.array([X_train[labels_train == c].mean(axis=0) for c in range(10)])
    scores = 2 * X_test @ means.T - (means**2).sum(axis=1)
    return float(np.mean(scores.argmax(axis=1) == labels_test))


# %%
chances = [np.random.default_rng(seed) for seed in range(20)]
results = [unseen_accuracy(split(X, labels, 0.25, rng)) for rng in chances]

# %%
names = {"xlabel": "accuracy on unseen digits", "title": "Twenty splits, many results"}
ax = plots.spread({"by chance": results}, **names)

# %% [markdown]
r"""
### One split is one draw

Each split is a draw of chance, and so is each result.
Keep that in mind when two networks differ by half a per cent on one test set.

Shuffling has a price as well.
The digits seem to lie in the order in which people wrote them (the data do not say who wrote what).
A shuffled test set then holds other digits of the same people.
Let us hide the last quarter instead:
"""

# %%
first = np.arange(len(X)) < 1347
last_quarter = unseen_accuracy((X[first], labels[first], X[~first], labels[~first]))

# %%
below_all = results[0] is not ... and last_quarter < min(results)
harder = "The last quarter is harder than any of the twenty"
names["title"] = harder if below_all else "The last quarter beside the twenty"
ax = plots.spread({"by chance": results, "last quarter": [last_quarter]}, **names)

# %% [markdown]
r"""
If the guess is right, that is handwriting which the classifier never met.
A test set should look like the examples that we will really meet, and chance alone does not see to that.
"""

# %% [markdown]
r"""
## Columns that shout

Back to the wines: we hide every fourth, and let the student who learns by heart name the growers.
"""

# %%
kept = np.arange(len(wines)) % 4 > 0


# %%
def wine_accuracy(tables):
    """How the student by heart does on hidden wines; `...` as long as there are no tables."""
    if tables is ...:
        return ...
    train, test = tables
    return float(np.mean(by_heart(train, growers[kept], test) == growers[~kept]))


# %%
wine_accuracy((wines[kept], wines[~kept]))

# %%
wines.mean(axis=0).round(1).tolist()

# %% [markdown]
r"""
The last measurement, proline, is in the hundreds, and most of the others are small numbers.
A distance adds up squares, so one column shouts and the others are not heard.
The remedy: from each column subtract its average, and divide by its standard deviation (`np.std`, the root of the average squared distance from the average).
Then every column has average 0 and deviation 1, whatever its unit was.

### Whose average?

In the end there will be *one* new wine.
Let us standardize one hidden wine by its own average and deviation:
"""

# %%
one = wines[:1]
one - one.mean(axis=0)

# %% [markdown]
r"""
Nothing is left of it.
Average and deviation are *learned* numbers, like weights: they come from the training set, and new examples are measured with the same ruler.

There is a second reason.
If the test set helps to make the ruler, it has been looked at before the exam.
Here one hidden wine gets ten times as much of everything.
How much does that change the *training* table, if the ruler is made from all wines together?
"""

# %%
spiked = wines.copy()
spiked[0] = 10 * spiked[0]
before, after = ((table - table.mean(axis=0)) / table.std(axis=0) for table in (wines, spiked))
float(np.abs(before - after)[kept].max())

# %% [markdown]
r"""
A training number that moves when a hidden wine changes has *seen* that wine.
This is called a leak.

### Exercise: standardize (6 minutes)

Give back both tables, scaled column by column with the average and the standard deviation of `train` alone.
A column that is constant in `train` has no deviation to divide by: it becomes zeros in both tables.
"""


# %% tags=["exercise:standardize", "minutes:6"]
def standardize(train, test):
    """Both tables, each column minus the mean of `train`, over the standard deviation of `train`.

    >>> standardize([[1, 7], [3, 7]], [[6, 7]])
    (array([[-1.,  0.],
           [ 1.,  0.]]), array([[4., 0.]]))
    """
    # solution
    train, test = np.asarray(train), np.asarray(test)
    mean = train.mean(axis=0)
    # anything over infinity is zero; rounding can give a constant column a tiny deviation
    deviation = np.where(np.ptp(train, axis=0) > 0, train.std(axis=0), np.inf)
    return (train - mean) / deviation, (test - mean) / deviation
    # end


# %% [markdown] tags=["hints:standardize"]
r"""
1. The first column of the example holds 1 and 3.
   What are its average and its deviation, and how many deviations is 6 away from the average?
2. `train.mean(axis=0)` and `train.std(axis=0)` give one number for each column.
   Use these numbers for both tables.
3. A constant column has deviation 0, and 0 divided by 0 is `nan`.
   Which divisor turns *everything* in that column into 0, in the test table too?
4. Do not write into the arguments: `train - mean` makes a new array, `train -= mean` does not.
"""

# %% tags=["points:3"]
check("standardize")

# %%
wine_accuracy(standardize(wines[kept], wines[~kept]))

# %% [markdown]
r"""
The same student, the same wines, and far more right: now all columns are heard.

### How much can a leak pretend?

What if the ruler comes from all wines, the hidden ones too?
"""

# %%
wine_accuracy((before[kept], before[~kept]))

# %% [markdown]
r"""
Here the leak hardly matters, and it did not even help.
That is luck.

### A result made of a leak

The next case is without luck.
We draw 100 "patients" with 5000 "measurements", all of it noise, and toss a coin for who is ill.
Somebody picks the 20 measurements that differ most between ill and healthy, and *then* splits, and classifies hidden patients by the nearest average.
How many of 100 hidden patients come out right?
"""

# %%
predict("leak", ...)


# %%
def pick_and_judge(measured, ill, known):
    """Pick 20 columns by the `known` patients; how many of 100 hidden patients come out right."""
    healthy, sick = (measured[known][ill[known] == c].mean(axis=0) for c in (0, 1))
    columns = np.abs(sick - healthy).argsort()[-20:]
    table = measured[:, columns]
    means = np.array([table[half][ill[half] == c].mean(axis=0) for c in (0, 1)])
    scores = 2 * table[~half] @ means.T - (means**2).sum(axis=1)
    return float(100 * np.mean(scores.argmax(axis=1) == ill[~half]))


# %%
rng = np.random.default_rng(0)
measured, ill = rng.normal(size=(100, 5000)), rng.integers(0, 2, size=100)
everybody, half = np.full(100, True), np.arange(100) < 50

# %%
predict("leak", happened=pick_and_judge(measured, ill, everybody))

# %%
pick_and_judge(measured, ill, half)

# %% [markdown]
r"""
The first result had the hidden patients help to pick the columns; the second did not.
There was nothing to find, and only the second says so.
**Everything that is learned from data, be it a weight, a ruler or a choice of columns, belongs behind the split.**
"""

# %% [markdown]
r"""
## Where the sentence is too simple

"The weights that give the best results" hides three choices.

- **Best by which loss?**
  Sizes, squares and $-\log p$ choose different winners, even for a single weight.
- **Best for whom?**
  A loss is a weighted average over examples, and classes or people that are rare in the data have little weight in it.
- **Best on what?**
  The weights with the best results on the examples that they were made from may be a list of these examples.

And strictly speaking nobody looks for the weights with the best results.
We look for a low loss on the training set, because that can be searched, and hope for good results on new examples.
The test set tells whether the hope was justified, and it can tell only once: whoever chooses by the test set has trained on it.
So to choose between networks we keep a third part aside, the *validation set*, and leave the test set alone until the end.
"""

# %% [markdown]
r"""
## Explain

A colleague writes: "Our network recognizes a rare disease with an accuracy of 99 %.
We scaled all measurements, split off the test set, trained forty networks, and report the one that did best on the test set."

Which doubts do you have about the 99 %, and what would you ask the colleague to show instead?
Use things that you saw in this lesson.
Five sentences are enough; a person will read them.
"""

# %% [markdown] tags=["explain:explain_05", "points:4"]
r"""
**Your answer**

<!-- solution -->
If the disease is rare, a program that always says "healthy" may reach 99 % as well, like the detector that never says eight.
So I would ask for the confusion matrix, or for the recall of the ill: how many of the ill were found?
The measurements were scaled before the split, so averages and deviations of the test patients went into the training; the split has to come first, and the scale from the training set alone.
The best of forty was chosen by the test set, so its result is partly luck, and the test set is no longer unseen: choose on a third part of the data, and use the test set once.
I would also ask for several splits, or for patients of another hospital, because one split is one draw of chance.

Marking, one point each: accuracy says little about a rare class; confusion matrix or recall (or a comparison with "always healthy") is asked for; scaling before the split is a leak; choosing by the test set makes its result too good, with a remedy (a third part, fresh data).
<!-- end -->
"""

# %% [markdown]
r"""
## What we can do now, and what is still wrong

We can say how bad answers are: with squares for amounts, with cross-entropy for classes, and both are weighted averages of mistakes.
We know why training looks at the loss and people look at accuracy, and why neither is the whole story.
And we can keep a judge honest, with a split and with rulers that come from the training set.

Two things are still wrong.
A loss tells which of two lists of weights is better, and does not tell *where to go* from here.
And trying every place on a slider works for one weight; the layer of this lesson has 650 of them.
In lesson 06 we look for weights, first by luck and then downhill.
"""

# %%
check()
