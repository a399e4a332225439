"""What training costs: the pieces of the lessons beside two libraries, and every lesson from top to bottom."""

from __future__ import annotations

import importlib
import importlib.util
import os
import sys
import time
import warnings
from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.judging.mutants import Solutions
from autograder.places import ROOT, Places
from bench import measure
from bench.tables import Table
from course.data import digits

SIZES, RATE, BATCH = (64, 32, 10), 0.1, 32
_LESSON = "08_training"
_PIECES = {
    "04_multilayer_networks": ("init_network", "predict"),
    "07_backpropagation": ("backpropagate",),
    _LESSON: ("minibatches", "sgd_step"),
}
_WANTED_SECONDS, _WANTED_BYTES = 60.0, 2 * 2**30
# Binder gives one core: the lesson's process keeps to one, and so do the kernel and all else that it starts.
_ON_ONE_CORE = """
import os, sys
if hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
os.execv(sys.executable, [sys.executable, "-m", "autograder", "solved", sys.argv[1]])
"""

Split = tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]
Trained = Callable[[np.ndarray], np.ndarray]  # pictures -> the labels that the network reads


def compare(epochs: int, repeats: int) -> Table:
    """Time of an epoch: the same network, digits, batches and epochs, by turns, and the shortest of the repeats."""
    trainings: dict[str, Callable[[Split, int], Trained]] = {
        "the pieces of the lessons": _pieces(),
        "scikit-learn, MLPClassifier": _sklearn,
    }
    if importlib.util.find_spec("torch"):
        trainings["PyTorch"] = _torch
    data = _split()
    shortest = dict.fromkeys(trainings, float("inf"))
    right = dict.fromkeys(trainings, 0.0)
    for _ in range(repeats):
        for name, train in trainings.items():
            began = time.perf_counter()
            read = train(data, epochs)
            shortest[name] = min(shortest[name], time.perf_counter() - began)
            right[name] = float(np.mean(read(data[2]) == data[3]))
    ours = next(iter(shortest.values()))
    title = f"Training on the digits, {' -> '.join(map(str, SIZES))}, batches of {BATCH}, {epochs} epochs, one thread"
    table = Table("training", title, ("", "ms an epoch", "ratio", "unseen digits right"))
    for name, seconds in shortest.items():
        row = [name, f"{1000 * seconds / epochs:.2f}", f"{seconds / ours:.2f}", f"{right[name]:.3f}"]
        table.rows.append(row)
    table.notes.append(f"Gradient descent without momentum, float64 (PyTorch: float32); minima of {repeats}, by turns.")
    if "PyTorch" not in trainings:
        table.notes.append("PyTorch is not installed here.")
    return table


def lessons() -> Table:
    """Seconds and memory of each solved lesson, run from top to bottom in a kernel, on one core."""
    title = "Each solved lesson from top to bottom on one core"
    table = Table("lessons", title, ("lesson", "seconds", "CPU seconds", "peak memory, MB", "within bounds"))
    for source in Places.of().lesson_sources():
        cost = measure.run([sys.executable, "-c", _ON_ONE_CORE, source.stem], ROOT)
        if cost.returned:
            within = "does not run"
        else:
            within = "yes" if cost.seconds < _WANTED_SECONDS and cost.memory < _WANTED_BYTES else "no"
        memory = f"{cost.memory / 2**20:.0f}"
        table.rows.append([source.stem, f"{cost.seconds:.1f}", f"{cost.cpu:.1f}", memory, within])
    table.notes.append("With the start of the kernel and of the program that runs it; wanted: under 60 s and 2048 MB.")
    return table


def _split() -> Split:
    X, labels = digits()
    order = np.random.default_rng(0).permutation(len(X))
    test, train = order[: len(X) // 4], order[len(X) // 4 :]
    return X[train], labels[train], X[test], labels[test]


def _pieces() -> Callable[[Split, int], Trained]:
    """The solutions of the lessons, put together as in lesson 08."""
    built: dict[str, Any] = {}
    for lesson, names in _PIECES.items():
        solutions = Solutions(Places.of().source_of(lesson))
        for name in names:
            exec(solutions.source(name), built)

    def train(data: Split, epochs: int) -> Trained:
        X, labels = data[:2]
        rng = np.random.default_rng(0)
        network = built["init_network"](list(SIZES), rng)
        for _ in range(epochs):
            for batch in built["minibatches"](len(X), BATCH, rng):
                _, gradients = built["backpropagate"](X[batch], labels[batch], network)
                network = built["sgd_step"](network, gradients, RATE)
        return lambda pictures: np.asarray(built["predict"](pictures, network))

    return train


def _sklearn(data: Split, epochs: int) -> Trained:
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.neural_network import MLPClassifier

    network = MLPClassifier(
        SIZES[1:-1],
        solver="sgd",
        alpha=0.0,
        batch_size=BATCH,
        learning_rate_init=RATE,
        max_iter=epochs,
        momentum=0.0,
        nesterovs_momentum=False,
        n_iter_no_change=epochs + 1,  # it shall not stop early
        random_state=0,
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)  # that it has come to its last epoch
        network.fit(*data[:2])
    return lambda pictures: np.asarray(network.predict(pictures))


def _torch(data: Split, epochs: int) -> Trained:
    torch: Any = importlib.import_module("torch")
    torch.set_num_threads(int(os.environ.get("OPENBLAS_NUM_THREADS", "1")))
    torch.manual_seed(0)
    nn = torch.nn
    network = nn.Sequential(nn.Linear(SIZES[0], SIZES[1]), nn.ReLU(), nn.Linear(SIZES[1], SIZES[2]))
    loss, step = nn.CrossEntropyLoss(), torch.optim.SGD(network.parameters(), lr=RATE)
    X, labels = torch.tensor(data[0], dtype=torch.float32), torch.tensor(data[1])
    for _ in range(epochs):
        for batch in torch.randperm(len(X)).split(BATCH):
            step.zero_grad()
            loss(network(X[batch]), labels[batch]).backward()
            step.step()
    return lambda pictures: np.asarray(network(torch.tensor(pictures, dtype=torch.float32)).argmax(1))
