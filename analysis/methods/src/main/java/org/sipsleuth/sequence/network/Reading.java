package org.sipsleuth.sequence.network;

/// One dialog on its way through a network, message by message. For one thread.
public sealed interface Reading permits ConvolutionReading, RecurrentReading {

    /// Accepts the next message. What comes after the network's length changes no output.
    ///
    /// @param symbol 1 to LM − 1, or -1 for a type that was not seen in training
    /// @throws IllegalArgumentException if it is not one of these
    void next(int symbol);

    /// How many messages were taken, those after the network's length too.
    int observed();

    /// What the network says to the messages so far, as if the dialog had ended here. The same
    /// bits, whether it was asked in between or not.
    ///
    /// @return valid until the next call of any method of this reading
    Output output();

    /// A reading that has observed the same and goes on by itself.
    Reading copy();

    /// Forgets everything, so that the memory can serve the next dialog.
    void restart();
}
