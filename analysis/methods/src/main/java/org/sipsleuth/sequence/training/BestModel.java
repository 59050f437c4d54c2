package org.sipsleuth.sequence.training;

import org.sipsleuth.sequence.network.Network;

/// The best network of a training so far.
///
/// @param network the network
/// @param epoch its measures
record BestModel(Network network, Epoch epoch) {

    /// The better of two: what names more training dialogs right, of equals what has the smaller
    /// loss.
    BestModel or(Network other, Epoch after) {
        int compared = Double.compare(after.accuracy(), epoch.accuracy());
        boolean better = compared > 0 || (compared == 0 && after.loss() < epoch.loss());
        return better ? new BestModel(other, after) : this;
    }
}
