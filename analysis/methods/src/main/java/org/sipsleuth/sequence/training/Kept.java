package org.sipsleuth.sequence.training;

import org.sipsleuth.sequence.network.Network;

/// The best network so far of those that know enough of the training dialogs.
///
/// @param network the network
/// @param worth how good it is
/// @param epoch in which epoch it was
record Kept(Network network, double worth, int epoch) {

    /// The better of two; of equals the first.
    Kept or(Kept later) {
        return later.worth > worth ? later : this;
    }
}
