package org.sipsleuth.simulate.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sipsleuth.simulate.network.Socket;
import org.sipsleuth.truth.Telling;

/// One end of a TCP connection: what it has sent, and what it still holds back.
final class TcpEnd {

    /// The end of a message among the bytes that are held back.
    private record MessageEnd(int at, Telling telling) {}

    final Socket socket;

    /// The number of the next byte that it sends.
    int sequence;

    /// The number of the next byte that it has told the other end to expect.
    int acknowledged;

    /// Whether it waits for a second message.
    boolean waits;
    private byte[] held = new byte[0];
    private int heldBytes;
    private final List<MessageEnd> ends = new ArrayList<>();

    TcpEnd(Socket socket, int sequence) {
        this.socket = socket;
        this.sequence = sequence;
    }

    void hold(byte[] message, int length, Telling telling) {
        if (heldBytes + length > held.length) {
            held = Arrays.copyOf(held, Math.max(2 * held.length, heldBytes + length));
        }
        System.arraycopy(message, 0, held, heldBytes, length);
        heldBytes += length;
        ends.add(new MessageEnd(heldBytes, telling));
    }

    byte[] held() {
        return held;
    }

    int heldBytes() {
        return heldBytes;
    }

    /// What is told of the messages that end in a range of what is held back.
    List<Telling> endingIn(int from, int to) {
        if (ends.size() == 1 && ends.getFirst().at <= to && ends.getFirst().at > from) {
            return List.of(ends.getFirst().telling);
        }
        return ends.stream()
                .filter(end -> end.at > from && end.at <= to)
                .map(MessageEnd::telling)
                .toList();
    }

    void sent() {
        heldBytes = 0;
        ends.clear();
    }
}
