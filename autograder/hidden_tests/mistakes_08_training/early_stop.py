"""What typical errors compute for `early_stop`."""

import numpy as np

from autograder.catalogue import mistake


def _walk(losses, patience, *, tie=False):
    """The best epoch, and the epoch at which training stops."""
    best = waited = 0
    for epoch in range(1, len(losses)):
        if losses[epoch] < losses[best] or (tie and losses[epoch] == losses[best]):
            best, waited = epoch, 0
        else:
            waited += 1
        if waited == patience:
            return best, epoch
    return best, len(losses) - 1


@mistake("early_stop")
def best_of_all(losses, patience):
    """What comes after the stop counts here, and it was never trained: walk through the epochs in order."""
    return int(np.argmin(losses))


@mistake("early_stop")
def the_stop(losses, patience):
    """This is the epoch at which training stops: the weights to keep are those of the best epoch before it."""
    return _walk(losses, patience)[1]


@mistake("early_stop")
def last_epoch(losses, patience):
    """The last epoch is not the best one: remember at which epoch the loss was lowest."""
    return len(losses) - 1


@mistake("early_stop")
def at_the_first_rise(losses, patience):
    """It stops as soon as the loss rises: be patient for as many epochs as asked."""
    return _walk(losses, 1)[0]


@mistake("early_stop")
def one_too_patient(losses, patience):
    """It waits one epoch too long: after `patience` epochs without a new best, training is over."""
    return _walk(losses, patience + 1)[0]


@mistake("early_stop")
def one_too_hasty(losses, patience):
    """It stops one epoch too early: `patience` epochs without a new best are allowed to pass."""
    return _walk(losses, max(patience - 1, 1))[0]


@mistake("early_stop")
def compared_with_the_last(losses, patience):
    """Each loss is compared with the one before it: compare it with the best so far."""
    best = waited = 0
    for epoch in range(1, len(losses)):
        if losses[epoch] < losses[epoch - 1]:
            best, waited = epoch, 0
        else:
            waited += 1
        if waited == patience:
            break
    return best


@mistake("early_stop")
def compared_with_the_first(losses, patience):
    """The best loss stays the first one: renew it when a lower one comes."""
    best = waited = 0
    for epoch in range(1, len(losses)):
        if losses[epoch] < losses[0]:
            best, waited = epoch, 0
        else:
            waited += 1
        if waited == patience:
            break
    return best


@mistake("early_stop")
def never_reset(losses, patience):
    """The epochs without a new best are counted over the whole training: a new best starts the count anew."""
    best = waited = 0
    for epoch in range(1, len(losses)):
        if losses[epoch] < losses[best]:
            best = epoch
        else:
            waited += 1
        if waited == patience:
            break
    return best


@mistake("early_stop")
def rises_counted(losses, patience):
    """Only rises in a row are counted: an epoch that falls without reaching a new best counts as well."""
    best = waited = 0
    for epoch in range(1, len(losses)):
        if losses[epoch] < losses[best]:
            best, waited = epoch, 0
        elif losses[epoch] > losses[epoch - 1]:
            waited += 1
        else:
            waited = 0
        if waited == patience:
            break
    return best


@mistake("early_stop")
def equal_is_new(losses, patience):
    """A loss that equals the best is taken for a new best: only a lower one is."""
    return _walk(losses, patience, tie=True)[0]


@mistake("early_stop")
def best_loss(losses, patience):
    """This is the loss: the number of the epoch is asked for."""
    return float(losses[_walk(losses, patience)[0]])


@mistake("early_stop")
def counted_from_one(losses, patience):
    """Epochs count from 0, like the places of a list."""
    return _walk(losses, patience)[0] + 1


@mistake("early_stop")
def worst_epoch(losses, patience):
    """This looks for the largest loss: the best one is the smallest."""
    return _walk([-loss for loss in losses], patience)[0]


@mistake("early_stop")
def nothing_without_a_stop(losses, patience):
    """When the losses end before the patience does, nothing is given back: the best epoch is known then, too."""
    best, last = _walk(losses, patience)
    return best if last - best == patience else None


@mistake("early_stop")
def last_without_a_stop(losses, patience):
    """When the losses end before the patience does, the last epoch comes back: the best one is asked for."""
    best, last = _walk(losses, patience)
    return best if last - best == patience else last


@mistake("early_stop")
def both(losses, patience):
    """Two numbers come back: only the epoch to keep is asked for."""
    return _walk(losses, patience)


@mistake("early_stop")
def patience_before_the_stop(losses, patience):
    """The best epoch is not always `patience` before the end: remember it when it comes."""
    return len(losses) - 1 - patience


@mistake("early_stop")
def starts_from_zero(losses, patience):
    """The first best loss is 0, which no loss reaches: begin with the first loss, or with infinity."""
    best, lowest, waited = 0, 0.0, 0
    for epoch, loss in enumerate(losses):
        if loss < lowest:
            best, lowest, waited = epoch, loss, 0
        else:
            waited += 1
        if waited == patience:
            break
    return best


@mistake("early_stop")
def emptied(losses, patience):
    """The losses are sorted or taken away where they are: whoever calls still needs them."""
    best = _walk(list(losses), patience)[0]
    losses.sort()
    return best
