# %% [markdown]
r"""
# Start here

**You will build** two small functions, `average` and `row_averages`, and have both of them accepted.

**You will learn** how every lesson of this course works: read, predict, write, check.

**You need** a little Python: lists, functions, `for`.
Nothing is installed or downloaded from here on, and nothing can break; you may run and change every cell.

**It takes** about 30 minutes.
"""

# %% [markdown]
r"""
## Where this course is going

Somebody once explained a neural network in a forum, in a few sentences.
Each lesson takes one of these thoughts and turns it into something that you can run, and then says where it is too simple.

| lesson | the thought |
| --- | --- |
| 01 | An average may count some values more than others; how much more is a *weight*. |
| 02 | A network calculates many such averages of the same values, each with other weights. |
| 03 | Each result goes through a small special operation; without it all layers would melt into one. |
| 04 | What comes out is the input of the next layer, which has weights of its own. |
| 05 | Good weights give good results: what is good? |
| 06 | Training is a search for weights, first by luck, then downhill. |
| 07 | Downhill for all weights at once. |
| 08 | A real network learns real handwritten digits. |
| 09 | In practice all of this is done with tricks. |
| 10 | An open model needs its weights and the code that made them. |
| 11 | It also needs its data: what is in there, was it given freely, is it fair? |
| 12 | Beyond the forum: what language models do is weighted averaging as well. |
| 13 | You train, release and audit an open model of your own. |

It all starts with the plain average, and so do we.
"""

# %% [markdown]
r"""
## Read and run

A notebook is a page of *cells*: text like this one, and code.
Click on the code cell below and press **Shift + Enter**: the cell runs, and the next one is selected.
The cell loads what this lesson uses and shows nothing.
"""

# %%
import numpy as np
from ipywidgets import interactive

from autograder import check, hint, predict
from course import plots

# %% [markdown]
r"""
Five friends come back from picking apples, with very different luck.
When the last line of a cell is a value, the notebook shows it.
"""

# %%
friends = ["Ada", "Ben", "Cho", "Dan", "Eva"]
apples = [9, 4, 2, 7, 3]
sum(apples)

# %% [markdown]
r"""
They decide to share equally.
The number that each of them gets is the *average*.
In the picture, what stands above the line fills what is missing below it.
"""

# %%
share = sum(apples) / len(apples)
title = "What is above the line fills what is below"
ax = plots.level(friends, apples, share, xlabel="basket", ylabel="apples", title=title)

# %% [markdown]
r"""
## Predict

Now Fay joins them, with an empty basket.
How many apples does each of the six get now?

Before a lesson shows what happens, it asks what you expect.
Replace the `...` in the next cell by your number and run it.
Predictions are never graded: a wrong one that surprises you teaches more than a right one.
"""

# %%
predict("empty_basket", ...)

# %% [markdown]
r"""
To see what happens we need to say exactly what an average is.
Here it is in slow motion: pour one basket after the other onto a heap, and count the baskets.
"""


# %%
def share_out(baskets):
    """Pour everything onto one heap, count the baskets, and share the heap out."""
    heap, count = 0, 0
    for basket in baskets:
        heap = heap + basket
        count = count + 1
    return heap / count


# %%
predict("empty_basket", happened=share_out([9, 4, 2, 7, 3, 0]))

# %% [markdown]
r"""
Fay brings nothing to the heap, and she is one more to share with.
A zero is a value like any other.

Mathematics writes the slow loop in one line.
For values $v_1, v_2, \dots, v_n$ the average $\bar v$ ("v bar") is

$$\bar v = \frac{v_1 + v_2 + \dots + v_n}{n} = \frac{1}{n} \sum_{i=1}^{n} v_i$$

The sign $\sum$ is the heap, and $n$ is the count of baskets.
"""

# %% [markdown]
r"""
### Drag

Many pictures in this course have a slider.
Drag this one to fill Fay's basket: how many apples does she need to lift the line by one?
"""


# %%
def show_fay(basket=0):
    """The six baskets, and their average."""
    baskets = [*apples, basket]
    share = share_out(baskets)
    title = f"Fay's basket holds {basket}, and everybody gets {share:.3g}"
    plots.level([*friends, "Fay"], baskets, share, xlabel="basket", ylabel="apples", title=title)


# %%
interactive(show_fay, basket=(0, 30))

# %% [markdown]
r"""
The same without a slider: Fay's basket from 0 to 30 apples, and the average that belongs to it.
"""

# %%
title = "Six more apples for Fay are one more for everybody"
labels = {"xlabel": "apples in Fay's basket", "ylabel": "apples for each", "title": title}
ax = plots.lines({"average": [share_out([*apples, basket]) for basket in range(31)]}, **labels)

# %% [markdown]
r"""
## Write, and get it wrong on purpose

Now you write.
The cell below is an exercise: its text says what the function must do, and the lines with `>>>` show examples of calls and their results.
Your code goes in the place of `return ...`, where `...` is Python's way to write "nothing here yet".

### Exercise: average (4 minutes)

Write the plain average.
The values may come as a list, a tuple or a NumPy array.
When there are none, nobody can share anything: raise a `ValueError` that says so, as in `raise ValueError("there are no values")`.

**But first make a mistake**, to see what happens then.
Replace the last line of the cell by the following one, indented by four spaces as it is now, and run the cell:

```python
    return sum(values) / (len(values) - 1)
```
"""


# %% tags=["exercise:average", "minutes:4"]
def average(values):
    """The plain average of `values`; a ValueError when there are none.

    >>> average([9, 4, 2, 7, 3])
    5.0
    >>> average([1.5, 2.5])
    2.0
    """
    # solution
    if len(values) == 0:
        raise ValueError("there are no values to average")
    return float(sum(values) / len(values))
    # end


# %% [markdown] tags=["hints:average"]
r"""
1. Look at `share_out` above: which line makes the heap, which one counts the baskets?
   Python has a function for each of the two.
2. `sum(values)` is the heap and `len(values)` is the count.
   Divide one by the other, and `return` the result.
3. What does your function do with an empty list?
   Ask for that case first, with `if len(values) == 0:`, and `raise` a `ValueError` there.
"""

# %% [markdown]
r"""
## Check, and read the report

Run the check cell below.
It calls your function in many ways and tells you what it found.
(In a class it may try only the examples that you see, and it says so; the rest is tried after you hand in.)
"""

# %% tags=["points:3"]
check("average")

# %% [markdown]
r"""
Read the report slowly, once.
Every line is one thing that should hold, written as a sentence, and it begins with a verdict:

- **passed**: it holds.
- **not yet**: it does not hold so far.
  Below it stands the call that went wrong and what *your* function gave.
- **not started**: the function still returns `...`.
- **waiting**: it builds on another exercise, which comes first.
- **our fault**: the checker itself stumbled.
  This never counts against you.

When the checker recognizes a typical mistake it adds a hint that fits it.
It does not tell you the right answer, because you can find it: take the call from the report and work it out on paper.
"""

# %% [markdown]
r"""
### Ask for a hint, and repair it

If you are stuck, ask for the next hint of an exercise.
Each time you run this cell it goes one step further, from a question to almost the code.
"""

# %%
hint("average")

# %% [markdown]
r"""
Now go back up, write the right version, run its cell, and run the check cell again, until every line says *passed*.
You may check as often as you like.
"""

# %%
average([9, 4, 2, 7, 3, 0])

# %% [markdown]
r"""
This cell calls *your* function, with Fay in the list.
If it shows `Ellipsis`, the function still returns `...`.
If it shows `np.float64(...)`, NumPy tells you which kind of number it is; that is fine, too.
"""

# %% [markdown]
r"""
## Tables: many averages at once

Data often comes as a table.
Here are temperatures at noon for three towns (rows) on four days (columns), invented for this page.
A NumPy array holds the table, and its `shape` says how many rows and columns there are.
"""

# %%
towns = ["Northport", "Midham", "Southby"]
noon = np.array([[11, 14, 9, 12], [18, 17, 21, 20], [27, 29, 26, 30]])
noon.shape

# %% [markdown]
r"""
We want one average for each town.
In slow motion this is one `share_out` for each row.
"""

# %%
[share_out(row) for row in noon]

# %% [markdown]
r"""
NumPy does it without a loop.
Its functions take an `axis`: the direction in which they walk while they add up.
One of the next two results adds up each town, and the other adds up each day.
Which is which?
The number of results gives it away.
"""

# %%
noon.sum(axis=0)

# %%
noon.sum(axis=1)

# %% [markdown]
r"""
### Exercise: row averages (4 minutes)

Write the averages of all rows, for any table of $n$ rows and $d$ columns.
The table may be an array or a list of lists, and the result is an array with $n$ numbers.
"""


# %% tags=["exercise:row_averages", "minutes:4"]
def row_averages(table):
    """The average of each row of an `(n, d)` table, as an array `(n,)`.

    >>> row_averages([[1, 3], [10, 20], [5, 5]])
    array([ 2., 15.,  5.])
    """
    # solution
    table = np.asarray(table)
    return table.sum(axis=1) / table.shape[1]
    # end


# %% [markdown] tags=["hints:row_averages"]
r"""
1. A table of 3 rows and 4 columns: how many averages come out, and by which number is each sum divided?
2. `np.asarray(table)` makes an array of a list of lists.
   Then `.sum(axis=1)` adds up along each row.
3. `table.shape` is the pair (rows, columns).
   Divide the sums by the number of columns.
"""

# %% tags=["points:3"]
check("row_averages")

# %%
title = "One average for each town, and no two alike"
ax = plots.level(towns, row_averages(noon), xlabel="town", ylabel="°C at noon", title=title)

# %% [markdown]
r"""
### Try it on something of your own

Put numbers of your own into the next cell: hours of sleep, prices, lap times.
"""

# %%
mine = [7.5, 6, 8, 7, 5.5, 9, 9]
average(mine)

# %% [markdown]
r"""
## Restart, and run everything

Behind the page works a program, the *kernel*, which runs your cells and keeps what they defined.
So a notebook remembers what you *ran*, not what stands on the page.
If you delete a cell, what it defined stays in memory; if you change a cell without running it, the old version stays in use.
So from time to time, and always before you hand something in, choose **Kernel > Restart Kernel and Run All Cells...**.
What works after that, works.

What you type is saved with the notebook, by itself every few minutes and at once with **Ctrl + S**.
On Binder, which runs notebooks on somebody else's computer, everything is gone when you leave, so download the notebook first (**File > Download**).
Your results and predictions are kept in the file `progress.json` next to it; you may delete that file, and you lose nothing but the record.
`check()` without a name shows where you stand in this lesson.
"""

# %%
check()

# %% [markdown]
r"""
## Explain

Every lesson ends with a question that no program can grade.
Writing the answer down shows you whether you have understood; in a class a person reads it.

A classmate says: "My `check` cell said *passed*.
Then I restarted the kernel and ran everything again, and now it says *not started*.
The computer has lost my work!"

What may have happened, and how could your classmate have noticed earlier?
Two or three sentences are enough.
Click twice on the cell below to write.
"""

# %% [markdown] tags=["explain:explain_00", "points:2"]
r"""
**Your answer**

<!-- solution -->
The check cell used the function that was in the kernel's memory, and that function did not come from what stands on the page now: the cell was deleted, changed back to the stub after it ran, or it stands above another cell that defines the stub again.
The restart emptied the memory, and running all cells from top to bottom used only what is on the page.
Restarting and running everything before trusting the result would have shown it.

Marking, one point each: the kernel's memory and the page can differ; a restart with a complete run (or reading which cell ran when) shows it.
<!-- end -->
"""

# %% [markdown]
r"""
## What we can do now, and what is still wrong

We can share out any list of numbers and every row of a table, and we know the rhythm of the course: read, predict, write, check.

One thing is wrong with the plain average: it treats all values alike.
A final exam counts no more than the shortest homework, and bread counts no more than postcards.
In lesson 01 we give every value a *weight*.
"""
