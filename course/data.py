"""Data for the lessons, all of it at hand without a network."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

import numpy as np


def digits() -> tuple[np.ndarray, np.ndarray]:
    """Handwritten digits: pixels (1797, 64) from 0 to 1, in reading order of 8 x 8 images, and labels (1797,).

    The test set of "Optical Recognition of Handwritten Digits" (Alpaydin and Kaynak, 1998, UCI), as scikit-learn
    ships it. Every call gives new arrays.
    """
    table = _shipped("digits.csv.gz")
    return table[:, :-1] / 16.0, table[:, -1].astype(int)


def wine() -> tuple[np.ndarray, np.ndarray]:
    """Chemical analyses of wines from one region of Italy: 13 measurements (178, 13) and the grower, labels (178,).

    The "Wine recognition" data (Forina and others, UCI), as scikit-learn ships it, sorted by grower. The first
    measurement is alcohol, the last proline. Every call gives new arrays.
    """
    table = _shipped("wine_data.csv", skiprows=1)
    return table[:, :-1].copy(), table[:, -1].astype(int)


DIABETES_INPUTS = ("age", "sex", "body mass", "pressure", "tc", "ldl", "hdl", "tch", "ltg", "glucose")


def diabetes() -> tuple[np.ndarray, np.ndarray]:
    """442 patients: ten measurements (442, 10), not scaled, and how far the disease had gone a year later (442,).

    Efron, Hastie, Johnstone and Tibshirani, "Least Angle Regression" (2004), as scikit-learn ships it. The columns are
    those of `DIABETES_INPUTS`; tc to ltg are blood values, ltg the logarithm of one. Every call gives new arrays.
    """
    X, y = _shipped("diabetes_data_raw.csv.gz", delimiter=None), _shipped("diabetes_target.csv.gz", delimiter=None)
    return X.copy(), y.copy()


@cache
def _shipped(name: str, skiprows: int = 0, delimiter: str | None = ",") -> np.ndarray:
    # As scikit-learn's own loaders read it; to import scikit-learn for it would take a second of each lesson.
    package = find_spec("sklearn")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("scikit-learn, which brings the data, is not installed: run `make .venv/.ready`")
    folder = Path(package.origin).parent / "datasets" / "data"
    return np.loadtxt(folder / name, delimiter=delimiter, skiprows=skiprows)


def rings(count: int, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Points (count, 2) on a small ring and on a larger one around it, and labels (count,): 1 is the larger."""
    labels = rng.integers(0, 2, size=count)
    radii = 1.0 + labels + rng.normal(0, 0.12, size=count)
    angles = rng.uniform(0, 2 * np.pi, size=count)
    return np.column_stack([radii * np.cos(angles), radii * np.sin(angles)]), labels


def xor(count: int, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Points (count, 2) in a square around 0, and labels (count,): 1 where the signs of the two inputs differ."""
    X = rng.uniform(-1, 1, size=(count, 2))
    return X, (X[:, 0] * X[:, 1] < 0).astype(int)


def spirals(count: int, rng: np.random.Generator, turns: float = 1.5) -> tuple[np.ndarray, np.ndarray]:
    """Points (count, 2) on two arms that wind around each other, and labels (count,): the arm."""
    labels = rng.integers(0, 2, size=count)
    along = np.sqrt(rng.uniform(0.02, 1, size=count))
    angles = 2 * np.pi * turns * along + np.pi * labels
    X = along[:, None] * np.column_stack([np.cos(angles), np.sin(angles)])
    return X + rng.normal(0, 0.02, size=X.shape), labels
