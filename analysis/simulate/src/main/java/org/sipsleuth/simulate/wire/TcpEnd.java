package org.sipsleuth.simulate.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sipsleuth.simulate.network.Socket;
import org.sipsleuth.truth.GroundTruthEntry;

/// One end of a TCP connection: the bytes it has sent, and those still buffered.
final class TcpEnd {

    /// The end of a message among the buffered bytes.
    private record MessageEnd(int at, GroundTruthEntry entry) {}

    final Socket socket;

    /// The sequence number of the next byte that it sends (SND.NXT).
    int sequence;

    /// The last acknowledgment number that it sent.
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

    void hold(byte[] message, int length, GroundTruthEntry entry) {
        if (heldBytes + length > held.length) {
            held = Arrays.copyOf(held, Math.max(2 * held.length, heldBytes + length));
        }
        System.arraycopy(message, 0, held, heldBytes, length);
        heldBytes += length;
        ends.add(new MessageEnd(heldBytes, entry));
    }

    byte[] held() {
        return held;
    }

    int heldBytes() {
        return heldBytes;
    }

    /// The ground truth of the messages that end in a range of the buffered bytes.
    List<GroundTruthEntry> endingIn(int from, int to) {
        if (ends.size() == 1 && ends.getFirst().at <= to && ends.getFirst().at > from) {
            return List.of(ends.getFirst().entry);
        }
        return ends.stream().filter(end -> end.at > from && end.at <= to).map(MessageEnd::entry).toList();
    }

    void sent() {
        heldBytes = 0;
        ends.clear();
    }
}
