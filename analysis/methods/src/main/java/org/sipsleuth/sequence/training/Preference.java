package org.sipsleuth.sequence.training;

import org.sipsleuth.sequence.network.Network;

/// Says which of the networks that know enough of the training dialogs is the best one.
@FunctionalInterface
public interface Preference {

    /// The first one that knows everything.
    Preference FIRST = _ -> 0;

    /// How good a network is; more is better. Must not examine what is to be tested later.
    double worth(Network network);
}
