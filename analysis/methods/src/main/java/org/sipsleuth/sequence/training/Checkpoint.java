package org.sipsleuth.sequence.training;

import org.sipsleuth.sequence.network.Network;

/// The best network so far of those that know enough of the training dialogs.
///
/// @param network the network
/// @param worth how good it is
/// @param epoch in which epoch it was
record Checkpoint(Network network, double worth, int epoch) {

    /// The better of two; of equals the first.
    Checkpoint or(Checkpoint later) {
        return later.worth > worth ? later : this;
    }
}
