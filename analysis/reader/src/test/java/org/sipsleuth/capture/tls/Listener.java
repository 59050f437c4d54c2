package org.sipsleuth.capture.tls;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.Arrival;
import org.sipsleuth.capture.Provenance;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.stream.BufferBudget;
import org.sipsleuth.capture.stream.ByteStream;
import org.sipsleuth.capture.stream.Conversation;
import org.sipsleuth.capture.stream.Heard;
import org.sipsleuth.capture.tls.keylog.KeyLog;

/// Gives the bytes of a session to [Tls], as a capture of the client's side would.
final class Listener {

    private final Heard heard = new Heard();
    private final Conversation conversation;
    private final Arrival arrival = new Arrival();
    private final List<ByteStream.Verdict> verdicts = new ArrayList<>();
    private long offset;

    Listener(KeyLog keys) {
        this(keys, new BufferBudget());
    }

    Listener(KeyLog keys, BufferBudget memory) {
        conversation = new Tls(keys, memory).open(arrival, heard);
    }

    ByteStream stream(boolean ofClient) {
        return ofClient ? conversation.fromFirst() : conversation.fromOther();
    }

    /// Gives some bytes.
    ByteStream.Verdict hear(boolean fromClient, byte[] bytes, int from, int to) {
        Provenance origin = Provenance.of(0, offset, to - from, verdicts.size() + 1, 0);
        offset += to - from;
        ByteStream.Verdict verdict = stream(fromClient).data(arrival, bytes, from, to, origin);
        verdicts.add(verdict);
        return verdict;
    }

    ByteStream.Verdict hear(Transcript.Flight flight) {
        byte[] bytes = flight.bytes();
        return hear(flight.fromClient(), bytes, 0, bytes.length);
    }

    Listener hearAll(Transcript transcript) {
        transcript.flights().forEach(this::hear);
        return this;
    }

    /// The connection ends.
    void end() {
        for (boolean client : new boolean[]{true, false}) {
            stream(client).gap(arrival, 0);
            stream(client).end();
        }
    }

    List<ByteStream.Verdict> verdicts() {
        return verdicts;
    }

    @Nullable
    UnreadReason reason(boolean ofClient) {
        return stream(ofClient).unreadReason();
    }

    Heard.Side client() {
        return heard.first();
    }

    Heard.Side server() {
        return heard.other();
    }
}
