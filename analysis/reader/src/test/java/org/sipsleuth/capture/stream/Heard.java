package org.sipsleuth.capture.stream;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.capture.Arrival;
import org.sipsleuth.capture.Provenance;

/// Takes connections and keeps what each side said, for tests.
public final class Heard implements ConversationSink {

    /// What one side said.
    public static final class Side implements ByteStream {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final List<String> messages = new ArrayList<>();
        private final List<Provenance> origins = new ArrayList<>();
        private final Arrival last = new Arrival();
        private int gaps;
        private int messageFrom;
        private Verdict answer = Verdict.GAVE;

        @Override
        public Verdict data(Arrival arrival, byte[] given, int from, int to, Provenance origin) {
            bytes.write(given, from, to - from);
            origins.add(origin);
            last.copy(arrival);
            return answer;
        }

        @Override
        public Verdict gap(Arrival arrival, long missingBytes) {
            gaps++;
            return Verdict.WAITING;
        }

        @Override
        public Verdict messageEnd(Arrival arrival) {
            messages.add(text().substring(messageFrom));
            messageFrom = bytes.size();
            return Verdict.WAITING;
        }

        @Override
        public void end() {}

        /// Everything.
        public String text() {
            return bytes.toString(StandardCharsets.ISO_8859_1);
        }

        /// What was said to be a message.
        public List<String> messages() {
            return messages;
        }

        /// Where each part came from.
        public List<Provenance> origins() {
            return origins;
        }

        /// How the last part came.
        public Arrival last() {
            return last;
        }

        /// How often something was missing.
        public int gaps() {
            return gaps;
        }

        /// Makes it answer this from now on.
        public void answer(Verdict verdict) {
            answer = verdict;
        }
    }

    private final Side first = new Side();
    private final Side other = new Side();
    private int opened;

    @Override
    public Conversation open(Arrival arrival) {
        opened++;
        return new TwoStreams(first, other);
    }

    /// The side that was seen first.
    public Side first() {
        return first;
    }

    /// The other side.
    public Side other() {
        return other;
    }

    /// How many connections there were.
    public int opened() {
        return opened;
    }
}
