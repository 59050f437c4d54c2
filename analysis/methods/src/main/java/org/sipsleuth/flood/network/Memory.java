package org.sipsleuth.flood.network;

/// What a recurrent network remembers between two attempts, and the sums that change it.
interface Memory {

    /// What the rest of the network sees of it.
    float[] hidden();

    /// One of the sums of all units.
    float[] sums(int sum);

    /// Goes one attempt on, with the sums that are there.
    void step();

    /// Forgets everything.
    void clear();
}
