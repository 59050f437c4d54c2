package org.sipsleuth.simulate.network;

/// Is told what media flow. Called in the order of time; what has begun ends before the simulation
/// does.
public interface MediaSink {

    /// Media flow from now on.
    void begins(Media media);

    /// Media that had begun flow no longer; the same object.
    void ends(Media media);
}
