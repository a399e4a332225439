# %% [markdown]
r"""
# Weighted averages

**The sentence:** a weighted average is an average in which some elements are more important, and the number that says how important is called a weight.

**You will build** seven small functions.
The first is the idea behind every network, and the last one *finds* a weight instead of being given it.

**You will learn** what a weight does, what it cannot do, and how to test code that claims to be right.

**You need** lesson 00, and NumPy arrays.

**It takes** about 75 minutes; each exercise says how long it takes.
"""

# %%
import numpy as np
from ipywidgets import interactive

from autograder import check, hint, predict
from course import plots

# %% [markdown]
r"""
## A mark that counts three times

A course ends with three marks: one for homework, one for a project, one for the exam.
Homework and project count once, and the exam counts three times.
"""

# %%
pieces = ["homework", "project", "exam"]
marks = [60, 70, 90]
counts = [1, 1, 3]

# %% [markdown]
r"""
We can draw this as a beam.
Each mark is a place on the beam, and how often it counts is the weight that lies there.
"""

# %%
title = "Most of the weight lies on the exam"
ax = plots.balance(marks, counts, names=pieces, xlabel="mark", title=title)

# %% [markdown]
r"""
Before we calculate anything: at which mark would you put a finger under the beam, so that it balances?
Put your guess in place of `...` and run the cell.
"""

# %%
predict("beam", ...)

# %% [markdown]
r"""
### Count it out

"Counts three times" has a plain meaning: write the mark down three times.
Then every mark on the list counts once again, and we can take the average of lesson 00.
The loop below *is* what we mean by a weighted average; everything later in this lesson has to agree with it.
"""


# %%
def average_by_repeating(values, counts):
    """Write each value down as often as it counts, then take the plain average."""
    written = []
    for value, count in zip(values, counts, strict=True):
        written.extend([value] * count)
    return sum(written) / len(written)


# %%
predict("beam", happened=average_by_repeating(marks, counts))

# %%
final_mark = average_by_repeating(marks, counts)
title = "The beam balances at the final mark"
ax = plots.balance(marks, counts, final_mark, names=pieces, xlabel="mark", title=title)

# %% [markdown]
r"""
### From a loop to a formula

Repeating works while the weights are whole numbers.
Nobody can write a mark down half a time, or $0.27$ times.

So look at what the loop adds up.
A mark $v$ that is written down $w$ times adds $w \cdot v$ to the sum and $w$ to the length of the list.
For values $v_1, v_2, \dots, v_d$ with weights $w_1, w_2, \dots, w_d$ this gives

$$\bar v = \frac{w_1 v_1 + w_2 v_2 + \dots + w_d v_d}{w_1 + w_2 + \dots + w_d} = \frac{\sum_i w_i v_i}{\sum_i w_i}$$

Nothing in the formula needs whole numbers any more.
In words: multiply each value by its weight, add up, and divide by *the total weight*.
"""

# %% [markdown]
r"""
### From a formula to arrays

NumPy multiplies arrays element by element, so the products need no loop.
"""

# %%
np.array(counts) * np.array(marks)

# %% [markdown]
r"""
Multiplying pairs and adding up the products is so common that it has an operator of its own, `@`.
It gives one number.
"""

# %%
np.array(counts) @ np.array(marks)

# %% [markdown]
r"""
### Exercise: weighted average (6 minutes)

Write the formula as a function.
Values and weights may come as lists, tuples or arrays, of whole numbers or not, and the function leaves them as they are.
Three cases have no answer: lists of different lengths, nothing to average, and weights whose sum is zero.
For these the function raises a `ValueError` that says what was wrong.

If you are stuck, run `hint("weighted_average")` in a cell of your own.
"""


# %% tags=["exercise:weighted_average", "minutes:6"]
def weighted_average(values, weights):
    """The average of `values`, in which item i counts `weights[i]` times.

    >>> weighted_average([1, 5], [3, 1])
    2.0
    >>> weighted_average([60, 70, 90], [0.5, 0.5, 1])
    77.5
    """
    # solution
    values, weights = np.asarray(values), np.asarray(weights)
    if values.shape != weights.shape:
        raise ValueError(f"values and weights differ in length: {values.size} and {weights.size}")
    if values.size == 0:
        raise ValueError("there is nothing to average")
    if weights.sum() == 0:
        raise ValueError("the weights sum to zero")
    return float(weights @ values / weights.sum())
    # end


# %% [markdown] tags=["hints:weighted_average"]
r"""
1. With marks 60 and 90 and weights 1 and 3: what does each mark add to the sum, and by what do you divide?
   Do it on paper once.
2. Turn both arguments into arrays with `np.asarray`.
   Then `@` multiplies the pairs and adds them up.
3. Divide by the sum of the weights, which is not the number of weights.
4. Before dividing, compare the two lengths, look for an empty list, and look at the sum of the weights.
   Each of these gets its own `raise ValueError("...")`.
"""

# %% tags=["points:3"]
check("weighted_average")

# %% [markdown]
r"""
### Drag a weight

What happens to the final mark when the exam becomes more important, or less?
Drag the slider and watch where the beam balances.
(As long as your function is not written, the triangle is missing.)
"""


# %%
def show_exam(exam=3.0, **place):
    """The beam when the exam counts `exam` times."""
    weights = [1, 1, exam]
    labels = {"names": pieces, "xlabel": "mark", "title": f"The exam has weight {exam:g}"}
    plots.balance(marks, weights, weighted_average(marks, weights), **labels, **place)


# %%
interactive(show_exam, exam=(0.0, 20.0, 0.5))

# %% [markdown]
r"""
The same three times without a slider: the exam counts not at all, like the others, and much more.
The balance point moves towards the heavy mark, and it never arrives.
"""

# %%
for ax, exam in zip(plots.panels(3), [0, 1, 20], strict=True):
    show_exam(exam, ax=ax)

# %% [markdown]
r"""
### Weight zero is not value zero

Two students do not write the exam.
For the first the exam is cancelled, so it *counts* zero times.
The second stays in bed, and gets zero *points*.
What is the final mark of the second student?
"""

# %%
predict("stayed_in_bed", ...)

# %%
predict("stayed_in_bed", happened=average_by_repeating([60, 70, 0], counts))

# %%
average_by_repeating([60, 70, 90], [1, 1, 0])

# %% [markdown]
r"""
A weight of zero takes the value out of the average, whatever the value is.
A value of zero stays in it, and pulls with its full weight.
"""

# %% [markdown]
r"""
## Stars: when counts are the weights

A shop shows "4.1 stars".
Behind it stand many ratings, and nobody keeps them as one long list: it is enough to know *how many* people gave one star, two stars, and so on.
Then the values are the numbers of stars, and the counts are the weights.

Here are the ratings of two films (invented), from one star to five.
One film makes its viewers quarrel, the other makes them shrug.
By how many stars does the better one lead?
"""

# %%
quarrel = [45, 4, 2, 4, 45]
shrug = [0, 10, 80, 10, 0]
predict("stars", ...)

# %% [markdown]
r"""
### Exercise: average from counts (3 minutes)

`counts[i]` people gave `i + 1` stars; the number of different stars is the length of `counts`.
You have written the larger part of this function already.
"""


# %% tags=["exercise:average_from_counts", "minutes:3"]
def average_from_counts(counts):
    """The average number of stars when `counts[i]` people gave `i + 1` stars.

    >>> average_from_counts([1, 0, 3])
    2.5
    """
    # solution
    stars = np.arange(1, len(counts) + 1)
    return weighted_average(stars, counts)
    # end


# %% [markdown] tags=["hints:average_from_counts"]
r"""
1. In `[1, 0, 3]` one person gave one star and three people gave three stars.
   Which numbers are being averaged here, and which are the weights?
2. The values are 1, 2, 3, ... up to the length of `counts`.
   `np.arange` makes them, and it starts at 0 unless you tell it otherwise.
3. Hand these values to `weighted_average`, with the counts as weights.
"""

# %% tags=["points:2"]
check("average_from_counts")

# %%
stars = [1, 2, 3, 4, 5]
films = {"One film makes its viewers quarrel": quarrel, "The other makes them shrug": shrug}
for ax, (title, ratings) in zip(plots.panels(2), films.items(), strict=True):
    average = average_from_counts(ratings)
    plots.balance(stars, ratings, average, xlabel="stars", title=title, ax=ax)

# %%
predict("stars", happened=average_by_repeating(stars, quarrel) - average_by_repeating(stars, shrug))

# %% [markdown]
r"""
One film splits its viewers, the other leaves them cold, and the average tells nobody.
An average says where the crowd balances and says nothing about how far it is spread.
"""

# %% [markdown]
r"""
## Shares: only proportions matter

Suppose we double every weight: the exam counts six times, homework and project twice.
How far does the final mark move?
"""

# %%
predict("doubled", ...)

# %%
doubled = average_by_repeating(marks, [2, 2, 6])
predict("doubled", happened=doubled - final_mark)

# %% [markdown]
r"""
The factor stands above and below the fraction line and cancels.
So we may choose the size of the weights, and the handiest choice is a total of 1.
Then each weight is a *share*, and the division disappears:

$$\text{if } \sum_i w_i = 1 \text{ then } \bar v = \sum_i w_i v_i$$

### Exercise: normalize (3 minutes)

Bring weights to a total of 1 without changing their proportions.
Weights whose sum is zero have no shares: raise a `ValueError` that says so.
"""


# %% tags=["exercise:normalize", "minutes:3"]
def normalize(weights):
    """The same proportions as `weights`, with sum 1; ValueError when they sum to zero.

    >>> normalize([3, 1])
    array([0.75, 0.25])
    """
    # solution
    weights = np.asarray(weights, dtype=float)
    if weights.sum() == 0:
        raise ValueError("the weights sum to zero, so they have no shares")
    return weights / weights.sum()
    # end


# %% [markdown] tags=["hints:normalize"]
r"""
1. Weights 3 and 1 have a total of 4.
   Which part of the total is the first one?
2. Dividing an array by a number divides every element, and makes a new array.
   (`/=` would change the caller's array instead.)
3. Look at the sum first: if it is zero, `raise ValueError("...")`.
"""

# %% tags=["points:2"]
check("normalize")

# %% [markdown]
r"""
### A price index is a weighted average

"Prices rose by four per cent" is an average over many goods, and bread matters more than postcards.
How much more?
As much more as people spend on it: the weights are last year's spending.
Here is one household with its spending per month, and what one euro's worth of each good costs a year later (invented figures).
"""

# %%
goods = ["food", "rent", "energy", "travel"]
spending = [300, 600, 150, 150]
price_now = [1.08, 1.02, 1.30, 0.96]

# %%
normalize(spending)

# %%
weighted_average(price_now, spending)

# %% [markdown]
r"""
The first result says which share of the money goes where.
The second is what the whole basket of one euro costs now: the price index.
(If you see `Ellipsis`, an exercise above still has its `...`.)
"""

# %% [markdown]
r"""
## Many averages at once

Statisticians do not do this once but month after month, with the same basket.
The prices stand in a table: one row for each month, one column for each good.
We let the prices wander for two years, with a generator of chance that has a seed, so that everybody sees the same.
(How the next cell does that does not matter here: what counts is the table `prices` that comes out.)
"""

# %%
rng = np.random.default_rng(1)
drift = np.array([0.004, 0.002, 0.012, -0.002])
monthly = rng.normal(drift, [0.006, 0.001, 0.020, 0.010], size=(24, 4))
prices = np.exp(monthly.cumsum(axis=0))

# %%
prices.shape

# %% [markdown]
r"""
With a loop we take the rows $r$ of the table $T$ one by one, and each row gives one average:

$$\bar v_r = \frac{\sum_i T_{ri}\, w_i}{\sum_i w_i}$$

With arrays one `@` does all rows.
A table of shape `(n, d)` times a list of `d` weights gives `n` numbers, one for each row: `(n, d) @ (d,) -> (n,)`.

### Exercise: weighted averages (6 minutes)

One weighted average for each row of the table, without a loop.
The check asks for right averages only; whether you also refuse weights that do not fit the table, as `weighted_average` does, is up to you.
"""


# %% tags=["exercise:weighted_averages", "minutes:6"]
def weighted_averages(table, weights):
    """The weighted average of each row of an `(n, d)` table, as `(n,)`.

    >>> weighted_averages([[1, 5], [10, 20], [4, 4]], [3, 1])
    array([ 2. , 12.5,  4. ])
    """
    # solution
    table, weights = np.asarray(table), np.asarray(weights)
    if table.ndim != 2 or table.shape[1] != len(weights):
        raise ValueError(f"a table of shape {table.shape} does not fit {len(weights)} weights")
    if weights.sum() == 0:
        raise ValueError("the weights sum to zero")
    return table @ weights / weights.sum()  # (n, d) @ (d,) -> (n,)
    # end


# %% [markdown] tags=["hints:weighted_averages"]
r"""
1. How many numbers come out for a table of 24 rows and 4 columns?
   And how many weights go in?
2. `table @ weights` multiplies every row by the weights and adds up along the row.
3. What is still missing is the division.
   You may divide the sums afterwards, or use weights whose total is 1.
"""

# %% tags=["points:3"]
check("weighted_averages")

# %% [markdown]
r"""
### The same prices, two baskets

A family heats a large flat; a commuter spends much on trains and little at home.
Both live in the same country, with the same prices.
Do they have the same inflation?
"""

# %%
family = [400, 500, 300, 50]
commuter = [200, 400, 50, 350]

# %%
baskets = {"family": family, "commuter": commuter}
indices = {name: weighted_averages(prices, basket) for name, basket in baskets.items()}
title = "The same prices, two baskets, two inflations"
ax = plots.lines(indices, xlabel="month", ylabel="price of the basket", title=title)

# %% [markdown]
r"""
The values are the same for both, and the weights make the difference.
Keep this picture: a network looks at the same inputs with many different baskets at once.
"""

# %% [markdown]
r"""
## A window that slides

A thermometer that trembles measures the temperature for 120 days.
"""

# %%
days = np.arange(120)
season = 12 - 9 * np.cos(2 * np.pi * days / 120)
measured = season + np.random.default_rng(2).normal(scale=3, size=120)

# %%
title = "The season is in there, under the trembling"
ax = plots.lines({"measured": measured}, xlabel="day", ylabel="temperature (°C)", title=title)

# %% [markdown]
r"""
To calm the curve, we replace each measurement by an average over a *window* of neighbouring days.
We lay a short list of `k` weights on the first `k` days and take the weighted average, move the list on by one day, and so on until it touches the end.
Day by day, with weights $w_0, \dots, w_{k-1}$:

$$\bar s_i = \frac{\sum_j w_j\, s_{i+j}}{\sum_j w_j}$$

A signal of `n` days has `n - k + 1` places for the window.

### Exercise: moving average (8 minutes)

Entry `i` of the answer is the weighted average of `signal[i : i + k]`, where `k` is the number of weights.
When the signal is shorter than the window there is no place for it: return an empty array, or raise a `ValueError`.
You may loop over the places; the averages themselves you have already.
"""


# %% tags=["exercise:moving_average", "minutes:8"]
def moving_average(signal, weights):
    """The weighted average of every window of `signal`, as `(n - k + 1,)` for `k` weights.

    >>> moving_average([1, 2, 6, 4], [1, 1])
    array([1.5, 4. , 5. ])
    >>> moving_average([1, 2, 6, 4], [3, 0, 1])
    array([2.25, 2.5 ])
    """
    # solution
    places = len(signal) - len(weights) + 1
    if places < 1:
        raise ValueError(f"a signal of {len(signal)} is shorter than a window of {len(weights)}")
    windows = [signal[i : i + len(weights)] for i in range(places)]
    return weighted_averages(windows, weights)
    # end


# %% [markdown] tags=["hints:moving_average"]
r"""
1. Take four days and a window of three.
   On a piece of paper, write down which days each window covers.
   How many windows are there?
2. `signal[i : i + k]` is the window that starts at day `i`.
   `range(n - k + 1)` counts the places where it fits.
3. A list of windows is a table: one window in each row.
   Which function of yours takes a table?
4. If `n - k + 1` is less than one, `raise ValueError("...")`; an empty array is accepted, too.
"""

# %% tags=["points:3"]
check("moving_average")

# %% [markdown]
r"""
### Choose the window

With equal weights, all days of the window are as important as each other.
A longer window calms more; what does it cost?
(In the picture each average stands in the middle of its window.)
"""

# %%
curves = {f"{k} days": moving_average(measured, np.ones(k)) for k in (7, 61)}
title = "A long window calms, and flattens the summer"
labels = {"xlabel": "day", "ylabel": "temperature (°C)", "title": title}
ax = plots.lines({**curves, "true season": season}, **labels)

# %% [markdown]
r"""
The long window mixes the hottest days with milder ones, so its summer is too cool.
Weights that are large in the middle and small at the ends are a compromise, and in lesson 09 the same sliding window will look for edges in images.
"""

# %% [markdown]
r"""
## Where the sentence is too simple

"The number that says how important": that is a good sentence as long as no weight is negative.
Then an average *stays inside*: it is never below the smallest value and never above the largest.
Now let a weight be negative.
What happens to the average of 1 and 5 when the first weighs 3 and the second weighs $-1$?
"""

# %%
predict("pulled_up", ...)

# %%
negative = np.average([1, 5], weights=[3, -1])
predict("pulled_up", happened=negative)

# %%
title = "A negative weight pulls up, like a balloon"
ax = plots.balance([1, 5], [3, -1], negative, title=title)

# %% [markdown]
r"""
The second value is not *unimportant*; it matters, but the other way round.
The larger it gets, the smaller the average becomes.
So a weight carries two messages: its size says how much a value matters, its sign says in which direction.
Even the size means nothing by itself, because a small weight on a price in cents can outweigh a large one on a price in euros.

There is a second surprise.
We keep the first weight at 1 and let the second run from a little above $-1$ to 3.
"""

# %%
second = np.linspace(-0.8, 3, 200)
averages = (1 * 1 + second * 5) / (1 + second)
sums = 1 * 1 + second * 5

# %%
title = "The average leaves the range and runs away"
labels = {"xlabel": "second weight", "ylabel": "result", "title": title}
ax = plots.lines({"average": averages, "sum": sums}, x=second, band=(1, 5), **labels)

# %% [markdown]
r"""
The grey band is the range of the two values.
To the left of zero the average leaves it, and near $-1$, where the weights cancel, it runs away.
At $-1$ there is no average: we would divide by zero.

A network wants negative weights, because "this speaks against it" is worth saying.
So it leaves out the division and keeps the *weighted sum*, which has an answer for every list of weights.
People still call it an average, and now you know what they leave out: a network's weights need not sum to one, and its results may lie anywhere.
"""

# %% [markdown]
r"""
## You write the test

Whenever you ran `check`, a program decided whether your function is right, without reading it.
It called your function and looked at the answers.
Now we change sides.
Here are three suspects; each claims to be a weighted average.
"""


# %%
def suspect_a(values, weights):
    """Divides by how many weights there are."""
    return sum(v * w for v, w in zip(values, weights, strict=True)) / len(weights)


# %%
def suspect_b(values, weights):
    """Divides by the sum of the sizes of the weights."""
    return sum(v * w for v, w in zip(values, weights, strict=True)) / sum(abs(w) for w in weights)


# %%
def suspect_c(values, weights):
    """Does not look at the weights."""
    return sum(values) / len(values)


# %% [markdown]
r"""
A hasty tester asks each of them for the average of 2 and 4 with weights 1 and 1, and lets everybody go who says 3.
How many of the three are let go?
"""

# %%
predict("let_go", ...)

# %%
suspects = [suspect_a, suspect_b, suspect_c]
predict("let_go", happened=sum(suspect([2, 4], [1, 1]) == 3 for suspect in suspects))

# %% [markdown]
r"""
A test is as good as the wrong answers it catches, and with equal weights this one catches nobody.
These things hold for every right weighted average, and each of them is a question you can ask:

- **It agrees with the definition**, for weights that are not whole, do not sum to 1, or are negative.
- **Equal values** come back unchanged, whatever the weights are.
- **Scale does not matter:** ten times the weights, the same average.
- **Order does not matter**, as long as each value keeps its weight.
- **Weight zero** makes a value disappear.
- **It refuses** different lengths, nothing to average, and weights that sum to zero, with a `ValueError`.
- **It leaves its arguments alone.**

None of them is enough: a function may pass six of these questions and fail the seventh.
"""

# %% [markdown]
r"""
### Exercise: is it a weighted average? (10 minutes)

Write a function that takes a function `f` and says whether `f(values, weights)` is a right weighted average: `True` or `False`.
It is graded by how many wrong ones it catches, and it must not accuse a right one.

Two things to know about right ones.
They may calculate in another order or with less precision, so compare with `np.isclose(..., rtol=1e-4)` and not with `==`.
And they may be yours: `weighted_average` has to pass.
A wrong one may raise any error, and then the answer is `False`, not a crash.
"""


# %% tags=["exercise:is_weighted_average", "minutes:10"]
def is_weighted_average(f):
    """Whether `f(values, weights)` is a right weighted average.

    >>> is_weighted_average(weighted_average)
    True
    >>> is_weighted_average(lambda values, weights: sum(values) / len(values))
    False
    """
    # solution
    right = [([7.5, -2.0, 4.0], [0.5, 0.0, 2.25]), ([3, 3, 9, 1], [2.0, -0.5, -1.0, 3.0])]
    right += [([1.0, 4.0], [-1.0, -2.0]), ([2, -2], [3, 3]), ([6], [0.25])]
    refused = [([], []), ([1, 2], [1]), ([1], [1, 2]), ([1, 2], [0, 0]), ([1, 2], [1.5, -1.5])]
    try:
        for values, weights in right:
            answer = sum(v * w for v, w in zip(values, weights, strict=True)) / sum(weights)
            for v, w in ((values[:], weights[:]), (np.array(values), np.array(weights))):
                close = np.isclose(float(f(v, w)), answer, rtol=1e-4)
                if not close or [*v] != values or [*w] != weights:
                    return False
        for values, weights in refused:
            try:
                f(values, weights)
                return False
            except ValueError:
                pass
        return True
    except Exception:
        return False
    # end


# %% [markdown] tags=["hints:is_weighted_average"]
r"""
1. Take suspect A and find values and weights for which its answer is wrong.
   Do the same for B and for C.
   These are your first three questions.
2. Calculate the right answer yourself, from the formula, for a few lists of values and weights: some not whole, one zero, one negative, all unequal.
   If `np.isclose(f(values, weights), answer, rtol=1e-4)` is false, return `False`.
3. Give `f` copies, and afterwards compare them with what you gave.
   Ask with lists and with arrays of floats.
4. For inputs without an answer, call `f` between `try:` and `except ValueError:`.
   No error is a reason to return `False`, and so is any other error.
   Whoever survives all questions gets `True`.
"""

# %% tags=["points:4"]
check("is_weighted_average")

# %%
[is_weighted_average(f) for f in [*suspects, weighted_average]]

# %% [markdown]
r"""
NumPy has a weighted average too, `np.average(values, weights=weights)`.
By the rules of this lesson even that one is not right in every case.
Can your test tell you where?
"""

# %% [markdown]
r"""
## Find a weight

So far somebody gave us the weights.
Now we know what should come out, and look for the weight that makes it so.

Cold water has 10 degrees, hot water has 60, and a shower should have 37.
If a share $w$ of the water is hot and the rest, $1 - w$, is cold, the mix has the weighted average of both temperatures:

$$\bar v = (1 - w) \cdot 10 + w \cdot 60$$
"""

# %%
cold, hot, wanted = 10, 60, 37

# %% [markdown]
r"""
### Drag the share

Find the share with your fingers first: drag until the triangle stands as near to 37 as you can get it.
"""


# %%
def show_shower(share=0.5, **place):
    """The beam when `share` of the water is hot."""
    mix = (1 - share) * cold + share * hot
    labels = {"xlabel": "temperature (°C)", "title": f"A share of {share:g} is hot"}
    plots.balance([cold, hot], [1 - share, share], mix, names=["cold", "hot"], **labels, **place)


# %%
interactive(show_shower, share=(0.0, 1.0, 0.01))

# %% [markdown]
r"""
The same without a slider, for three shares.
"""

# %%
for ax, share in zip(plots.panels(3), [0.2, 0.5, 0.8], strict=True):
    show_shower(share, ax=ax)

# %% [markdown]
r"""
Which share did you find?
"""

# %%
predict("shower", ...)

# %% [markdown]
r"""
### Let the computer try

A computer can do the same without a hand: try every position of the slider, and keep the one that misses least.
"""

# %%
tries = np.linspace(0, 1, 101)
misses = np.abs((1 - tries) * cold + tries * hot - wanted)
predict("shower", happened=tries[misses.argmin()])

# %% [markdown]
r"""
The computer was patient and looked everywhere.
Your hand was cleverer: it saw whether the mix was too cold or too hot, and moved the weight in the direction that helps.
Hold on to this thought.
Here there is an even quicker way, because the equation can be solved for $w$.

### Exercise: the weight for a target (5 minutes)

Find the `w` between 0 and 1 for which the average of `[low, high]` with weights `[1 - w, w]` is `target`.
A mix is never hotter than its hottest part: when no such `w` exists, raise a `ValueError`.
If `low` and `high` are equal, every `w` gives the same average; return any, if it hits the target.
"""


# %% tags=["exercise:weight_for_target", "minutes:5"]
def weight_for_target(low, high, target):
    """The `w` in [0, 1] such that `[low, high]` with weights `[1 - w, w]` averages to `target`.

    >>> weight_for_target(10, 60, 35)
    0.5
    >>> weight_for_target(0, 8, 2)
    0.25
    """
    # solution
    if not min(low, high) <= target <= max(low, high):
        raise ValueError(f"no average of {low} and {high} is {target}")
    if low == high:
        return 0.0
    return float((target - low) / (high - low))
    # end


# %% [markdown] tags=["hints:weight_for_target"]
r"""
1. With `w = 0` the average is `low`, with `w = 1` it is `high`.
   Where is it with `w = 0.5`, and where with `w = 0.25`?
2. Going from `low` to `high` is a walk of length `high - low`.
   Which part of the walk lies between `low` and `target`?
3. Which targets are out of reach?
   Test for them before you divide, and think of `low` greater than `high`.
4. When `low` equals `high`, the walk has length zero.
   The target is either there already, or out of reach.
"""

# %% tags=["points:3"]
check("weight_for_target")

# %%
found = weight_for_target(cold, hot, wanted)
found

# %%
mixes = {"mix": (1 - tries) * cold + tries * hot, "wanted": np.full(101, wanted)}
title = "The weight is where the lines meet"
labels = {"xlabel": "share of hot water", "ylabel": "temperature (°C)", "title": title}
ax = plots.lines(mixes, x=tries, point=(found, wanted), **labels)

# %% [markdown]
r"""
This was the first time in this course that a weight was *found*, and not given.
We had one weight, one target and an equation that can be solved by hand.
A network has thousands or billions of weights, many examples to get right at once, and no formula that gives them.
Then only the way of the hand on the slider is left: look whether the result is too high or too low, and move each weight a little in the direction that helps.
That is what training is, and from lesson 06 on we build it.
"""

# %% [markdown]
r"""
## Explain

A friend reads about a network and says: "The weight of the third input is $-0.3$, so this input is unimportant, and the output is an average of the inputs anyway."

What is right about this, and what is wrong?
Use something that you saw in this lesson, and give one small example with numbers of your own.
Five sentences are enough; a person will read them.
"""

# %% [markdown] tags=["explain:explain_01", "points:4"]
r"""
**Your answer**

<!-- solution -->
The friend is right that each input is multiplied by a weight and that the size of a weight says how strongly its input acts, compared with the others.
A negative weight is not an unimportant one: the input acts in the other direction, and a larger input makes the output smaller.
With the values 1 and 5 and the weights 3 and -1 the result moves down when the 5 becomes a 6, and an average with no negative weights could never do that.
Whether 0.3 is much depends on the other weights and on how large the inputs are: 0.3 times an input of 1000 outweighs 5 times an input of 1.
The output is no average in the strict sense, because a network does not divide by the sum of the weights; so it can lie outside the range of the inputs.

Marking, one point each: the sign is a direction and not a lack of importance; the size has to be compared with other weights or with the scale of the inputs; the output is a sum and may leave the range (or: nothing is divided); an example with numbers that fits what is said.
<!-- end -->
"""

# %% [markdown]
r"""
## What we can do now, and what is still wrong

We can average values of which some are more important, one list or a whole table at a time, and slide such an average along a signal.
We know that only the proportions of the weights matter, that a negative weight pulls the other way, and how to ask a function whether it is right.
And we have found a weight for the first time.

Two things are still wrong.
The division gets in the way as soon as weights may be negative.
And one list of weights asks one question about the values: a shower needs no more, but recognizing a handwritten digit takes many questions at once.
In lesson 02 we drop the division and ask many questions side by side: the result is a *layer*.
"""

# %%
check()
