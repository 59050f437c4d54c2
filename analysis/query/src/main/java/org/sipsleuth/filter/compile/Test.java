package org.sipsleuth.filter.compile;

/// A question about a message.
interface Test {

    /// The answer for the message of the context's row.
    boolean holds(Context context);

    /// How much it costs to ask, beside others: what costs least is asked first.
    int cost();
}
