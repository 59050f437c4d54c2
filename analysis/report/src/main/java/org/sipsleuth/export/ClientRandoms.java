package org.sipsleuth.export;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.sipsleuth.capture.Arrival;
import org.sipsleuth.capture.Provenance;
import org.sipsleuth.capture.stream.ByteStream;
import org.sipsleuth.capture.stream.Conversation;
import org.sipsleuth.capture.stream.ConversationSink;
import org.sipsleuth.capture.stream.TwoStreams;

/// Collects what the clients of TLS connections drew, by which key logs name their secrets.
final class ClientRandoms implements ConversationSink {

    private static final int HANDSHAKE = 22;
    private static final int CLIENT_HELLO = 1;
    private static final int TYPE_AT = 5; // behind the header of the record
    private static final int RANDOM_AT = 11;
    private static final int RANDOM_BYTES = 32;

    private final Set<byte[]> randoms = new TreeSet<>(Arrays::compare);

    @Override
    public Conversation open(Arrival first) {
        return new TwoStreams(new Beginning(), new Beginning());
    }

    boolean isEmpty() {
        return randoms.isEmpty();
    }

    boolean has(byte[] random) {
        return randoms.contains(random);
    }

    /// The first bytes of a direction.
    private final class Beginning implements ByteStream {

        private final byte[] bytes = new byte[RANDOM_AT + RANDOM_BYTES];
        private int length;

        @Override
        public Verdict data(Arrival arrival, byte[] buffer, int from, int to, Provenance provenance) {
            int count = Math.min(to - from, bytes.length - length);
            System.arraycopy(buffer, from, bytes, length, count);
            length += count;
            if (length < bytes.length) {
                return Verdict.WAITING;
            }
            if (bytes[0] == HANDSHAKE && bytes[TYPE_AT] == CLIENT_HELLO) {
                randoms.add(Arrays.copyOfRange(bytes, RANDOM_AT, bytes.length));
            }
            return Verdict.FOREIGN;
        }

        @Override
        public Verdict gap(Arrival arrival, long missingBytes) {
            return Verdict.FOREIGN;
        }

        @Override
        public void end() {}
    }
}
