package org.sipsleuth.capture.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.Arrival;
import org.sipsleuth.capture.Provenance;
import org.sipsleuth.capture.Transport;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.stream.ByteStream;
import org.sipsleuth.capture.stream.Conversation;
import org.sipsleuth.capture.stream.ConversationSink;
import org.sipsleuth.capture.stream.TwoStreams;

/// Reports the encapsulation of messages to their reader: TLS, WebSocket or both.
final class EncapsulationName implements ConversationSink {

    private final Transport transport;
    private final LayerNames names;
    private final ConversationSink reader;
    private final Arrival renamed = new Arrival();

    EncapsulationName(Transport transport, List<String> layers, ConversationSink reader) {
        this.transport = transport;
        this.names = new LayerNames(layers);
        this.reader = reader;
    }

    private Arrival renamed(Arrival arrival) {
        renamed.copy(arrival);
        renamed.over(transport, arrival.sourcePort(), arrival.destinationPort());
        renamed.through(names.after(arrival.layers()));
        return renamed;
    }

    @Override
    public Conversation open(Arrival first) {
        Conversation inside = reader.open(renamed(first));
        return new TwoStreams(new Named(inside.fromFirst()), new Named(inside.fromOther()));
    }

    private final class Named implements ByteStream {
        private final ByteStream inside;

        Named(ByteStream inside) {
            this.inside = inside;
        }

        @Override
        public Verdict data(Arrival arrival, byte[] bytes, int from, int to, Provenance origin) {
            return inside.data(renamed(arrival), bytes, from, to, origin);
        }

        @Override
        public Verdict gap(Arrival arrival, long missingBytes) {
            return inside.gap(renamed(arrival), missingBytes);
        }

        @Override
        public Verdict messageEnd(Arrival arrival) {
            return inside.messageEnd(renamed(arrival));
        }

        @Override
        public boolean passedEarlier() {
            return inside.passedEarlier();
        }

        @Override
        public @Nullable UnreadReason unreadReason() {
            return inside.unreadReason();
        }

        @Override
        public int unreadDetail() {
            return inside.unreadDetail();
        }

        @Override
        public void end() {
            inside.end();
        }
    }
}
