package org.sipsleuth.view.ngram.message;

import java.util.OptionalInt;
import org.sipsleuth.view.ngram.heat.HeatRow;

/// A message with what its bytes add, and the normal one that is nearest. Immutable: the bytes are
/// copied in and never changed.
public final class MessagePair {

    private final byte[] message;
    private final byte[] normal;
    private final HeatRow heat;
    private final OptionalInt broken;

    /// @param normal the nearest normal message; empty if it is not known
    /// @param heat what the bytes of the message add
    /// @param broken the byte at which the grammar is departed from first
    public MessagePair(byte[] message, byte[] normal, HeatRow heat, OptionalInt broken) {
        this.message = message.clone();
        this.normal = normal.clone();
        this.heat = heat;
        this.broken = broken;
    }

    boolean hasNormal() {
        return normal.length > 0;
    }

    PairRows rows(int letters) {
        return hasNormal() ? PairRows.of(message, normal, letters) : PairRows.of(message, letters);
    }

    int left(int offset) {
        return message[offset] & 0xff;
    }

    int right(int offset) {
        return normal[offset] & 0xff;
    }

    int length() {
        return message.length;
    }

    HeatRow heat() {
        return heat;
    }

    boolean isBroken(int offset) {
        return broken.isPresent() && broken.getAsInt() == offset;
    }
}
