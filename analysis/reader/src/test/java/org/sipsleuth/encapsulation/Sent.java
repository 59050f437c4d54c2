package org.sipsleuth.encapsulation;

import java.util.List;
import java.util.function.UnaryOperator;

/// A packet, or a frame, of the call.
final class Sent {

    private final byte[] bytes;
    private final int whole;

    /// @param whole how many messages are whole with it
    Sent(byte[] bytes, int whole) {
        this.bytes = bytes;
        this.whole = whole;
    }

    byte[] bytes() {
        return bytes;
    }

    int whole() {
        return whole;
    }

    /// Each of them within something.
    static List<Sent> within(List<Sent> sent, UnaryOperator<byte[]> around) {
        return sent.stream().map(s -> new Sent(around.apply(s.bytes), s.whole)).toList();
    }
}
