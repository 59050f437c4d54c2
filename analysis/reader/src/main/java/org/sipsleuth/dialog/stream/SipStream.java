package org.sipsleuth.dialog.stream;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.Arrival;
import org.sipsleuth.capture.Provenance;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.stream.ByteStream;
import org.sipsleuth.dialog.stream.StreamLines.Follower;
import org.sipsleuth.sip.Part;
import org.sipsleuth.sip.SipLayout;
import org.sipsleuth.sip.SipParser;
import org.sipsleuth.sip.field.SipGrammar;

/// Finds the SIP messages in one direction of a stream (RFC 3261 §18.3). `docs/STREAMS.md`
/// describes the rules; each byte is examined a bounded number of times, however the stream is cut.
public final class SipStream implements ByteStream {

    /// Larger messages are cut.
    static final int MOST_MESSAGE_BYTES = 1 << 20;

    /// Headers that are longer are cut.
    static final int MOST_HEADER_BYTES = 1 << 16;

    /// Without a start line within this distance from the beginning, the stream is not SIP.
    static final int MOST_SOUGHT_BYTES = 1 << 16;

    /// The same for bytes that are no text.
    static final int MOST_SOUGHT_BINARY_BYTES = 1 << 12;

    private enum State {
        /// Between messages, or where message boundaries are lost: searches for a start line.
        SEEK,
        HEADER,
        /// Within a body whose length is known.
        BODY,
        /// Behind a header or body without a known end of the message.
        TAIL
    }

    private final StreamBytes bytes;
    private final StreamLines lines;
    private final MessageSink sink;
    private final SipLayout layout;
    private @Nullable Arrival last;

    private State state = State.SEEK;
    private int begin;
    private int body;
    private long bodyTo;
    private boolean mayHoldSip;
    private int startLineInside = -1;

    /// Where a segment within the body begins with a start line; -1 if none does.
    private int segmentInside = -1;

    private boolean found;
    private boolean binary;
    private long discarded;

    /// Whether bytes are missing behind those that there are.
    private boolean isCut;

    private Verdict verdict = Verdict.WAITING;

    /// Where the bytes begin that the last call brought.
    private int fresh;

    /// Whether none of those before is a part of what was given since, or is kept.
    private boolean passedEarlier = true;

    /// @param memory what all streams keep
    /// @param layout is used to read headers; nobody else's while bytes are given
    /// @param sink gets the messages
    public SipStream(StreamMemory memory, SipLayout layout, MessageSink sink) {
        this.bytes = new StreamBytes(memory);
        this.lines = new StreamLines(bytes);
        this.layout = layout;
        this.sink = sink;
    }

    @Override
    public Verdict data(Arrival arrival, byte[] appended, int from, int to, Provenance origin) {
        if (verdict == Verdict.FOREIGN) {
            return verdict;
        }
        verdict = Verdict.WAITING;
        passedEarlier = true;
        fresh = bytes.size();
        bytes.append(appended, from, to, origin);
        beginSegment(arrival, fresh);
        if (found || !isForeign(discarded)) {
            goOn(arrival);
        }
        if (state == State.TAIL && bytes.size() > body && bytes.at(bytes.size() - 1) == '\n') {
            emit(arrival, bytes.size(), true);
        }
        return settle(arrival);
    }

    /// Where a segment begins with a start line a message begins, though nothing ends the line
    /// before it: bodies need no line end.
    private void beginSegment(Arrival arrival, int at) {
        boolean isExpected = state == State.SEEK && lines.isBegin() && at == begin;
        if (isExpected || state == State.HEADER || !lines.isStartLineIn(at, bytes.size())) {
            return;
        }
        if (state == State.TAIL) {
            emit(arrival, at, true);
        } else if (state == State.BODY) {
            beginInside(at);
        } else if (!lines.isStartLineUpTo(at)) {
            discard(at, true);
        }
    }

    private void beginInside(int at) {
        startLineInside = startLineInside < 0 ? at : startLineInside;
        segmentInside = segmentInside < 0 ? at : segmentInside;
    }

    private void goOn(Arrival arrival) {
        boolean more = true;
        while (more) {
            more =
                    switch (state) {
                        case SEEK -> seekStep();
                        case HEADER -> headerStep(arrival);
                        case BODY -> bodyStep(arrival);
                        case TAIL -> tailStep(arrival);
                    };
        }
    }

    private Verdict settle(Arrival arrival) {
        int kept = bytes.size() - begin;
        if (!found && isForeign(discarded + kept)) {
            verdict = Verdict.FOREIGN;
            bytes.clear();
            return verdict;
        }
        if (verdict == Verdict.WAITING && kept == 0 && discarded == 0) {
            verdict = Verdict.NOTHING;
        }
        passedEarlier &= kept == 0 || begin >= fresh;
        bytes.settle(begin);
        shift(begin);
        if (kept > 0) {
            if (last == null) {
                last = new Arrival();
            }
            last.copy(arrival);
        }
        if (bytes.isTooMuch()) {
            flush(arrival, false);
        }
        return verdict;
    }

    private void shift(int gone) {
        begin -= gone;
        body -= gone;
        bodyTo -= gone;
        startLineInside = startLineInside < 0 ? -1 : startLineInside - gone;
        segmentInside = segmentInside < 0 ? -1 : segmentInside - gone;
        fresh -= gone;
        lines.shift(gone);
    }

    private boolean isForeign(long sought) {
        return sought > (binary ? MOST_SOUGHT_BINARY_BYTES : MOST_SOUGHT_BYTES);
    }

    @Override
    public Verdict gap(Arrival arrival, long missingBytes) {
        isCut = missingBytes > 0;
        Verdict ended = messageEnd(arrival);
        isCut = false;
        return ended;
    }

    @Override
    public Verdict messageEnd(Arrival arrival) {
        if (verdict != Verdict.FOREIGN) {
            verdict = Verdict.WAITING;
            passedEarlier = bytes.size() == 0;
            flush(arrival, true);
        }
        return verdict;
    }

    @Override
    public boolean passedEarlier() {
        return passedEarlier;
    }

    @Override
    public void end() {
        if (last != null) {
            flush(last, true);
        }
        last = null;
    }

    @Override
    public @Nullable UnreadReason unreadReason() {
        return verdict == Verdict.NOTHING ? UnreadReason.TCP_KEEP_ALIVE : null;
    }

    /// Returns what there is of a message that will not be completed.
    private void flush(Arrival arrival, boolean lineBegins) {
        while (state == State.BODY && segmentInside > body) {
            emit(arrival, segmentInside, true);
            goOn(arrival);
        }
        if (bytes.size() > 0 && (state != State.SEEK || lines.isLastStartLine())) {
            emit(arrival, bytes.size(), lineBegins);
        }
        bytes.clear();
        seek(0, lineBegins);
    }

    private boolean seekStep() {
        if (lines.isBegin()) {
            lines.skipFiller();
            begin = lines.from();
        }
        boolean isComplete = lines.find();
        if (isComplete && lines.isStartLine()) {
            state = State.HEADER;
            found = true;
            lines.goToNext();
            return true;
        }
        boolean tooLong = lines.known() - begin > StreamLines.MOST_START_LINE_BYTES;
        if (isComplete) {
            discard(lines.next(), true);
        } else if (tooLong || !lines.isBegin()) {
            discard(lines.known(), false);
        }
        return isComplete;
    }

    private void discard(int to, boolean lineBegins) {
        for (int i = begin; !found && !binary && i < to; i++) {
            byte b = bytes.at(i);
            binary = b >= 0 && b < ' ' && b != '\t' && b != '\r' && b != '\n';
        }
        discarded += to - begin;
        seek(to, lineBegins);
    }

    private boolean headerStep(Arrival arrival) {
        boolean isComplete = lines.find();
        if ((isComplete ? lines.next() : bytes.size()) - begin > MOST_HEADER_BYTES) {
            return emit(arrival, begin + MOST_HEADER_BYTES, false);
        }
        if (isComplete && lines.to() == lines.from()) {
            Follower follower = lines.isDoubledCr() ? lines.headerFollower() : Follower.OTHER;
            if (follower == Follower.NOTHING || follower == Follower.PART) {
                return false;
            }
            lines.goToNext();
            if (follower == Follower.OTHER) {
                endHeader(arrival);
            }
        } else if (isComplete && lines.isStartLine()) {
            emit(arrival, lines.from(), true);
        } else if (isComplete) {
            lines.goToNext();
        }
        return isComplete;
    }

    private void endHeader(Arrival arrival) {
        body = lines.from();
        startLineInside = -1;
        segmentInside = -1;
        boolean read = SipParser.parse(bytes.array(), begin, body, layout);
        long length = read ? layout.contentLength() : 0;
        boolean typed = read && layout.has(Part.CONTENT_TYPE);
        mayHoldSip = typed && mayHoldSip(layout.from(Part.CONTENT_TYPE));
        if (length >= 0) {
            bodyTo = body + Math.min(length, Integer.MAX_VALUE);
            state = State.BODY;
            findInside();
            return;
        }
        Follower follower = lines.follower(body);
        boolean none = follower == Follower.NOTHING || follower == Follower.PART;
        if (follower == Follower.START_LINE || (none && !typed)) {
            emit(arrival, body, true);
        } else {
            state = State.TAIL;
        }
    }

    /// Examines the segments that are there already, those of a body abandoned.
    private void findInside() {
        int at = bytes.segmentEnd(body);
        while (segmentInside < 0 && at < Math.min(bodyTo, bytes.size())) {
            int to = bytes.segmentEnd(at);
            if (lines.isStartLineIn(at, to)) {
                beginInside(at);
            }
            at = to;
        }
    }

    /// Whether a body of this type can hold lines that look like the beginning of a message.
    private boolean mayHoldSip(int type) {
        return isPrefix("message/", type)
                || isPrefix("multipart/", type)
                || isPrefix("text/", type);
    }

    private boolean isPrefix(String lower, int from) {
        int to = from + lower.length();
        return to <= body && SipGrammar.isWord(bytes.array(), from, to, lower);
    }

    private boolean bodyStep(Arrival arrival) {
        while (startLineInside < 0 && lines.from() < bodyTo && lines.find()) {
            if (lines.isStartLine()) {
                startLineInside = lines.from();
            }
            lines.goToNext();
        }
        if (startLineInside >= 0 && !mayHoldSip && lines.from() <= bodyTo) {
            return emit(arrival, startLineInside, true);
        }
        int limit = begin + MOST_MESSAGE_BYTES;
        if (bodyTo > limit && bytes.size() >= limit) {
            boolean isInside = segmentInside > body;
            return emit(arrival, isInside ? segmentInside : limit, isInside);
        }
        if (bodyTo > bytes.size()) {
            return false;
        }
        int to = (int) bodyTo;
        if (lines.follower(to) != Follower.OTHER) {
            return emit(arrival, to, true);
        }
        if (startLineInside >= 0) {
            return emit(arrival, startLineInside, true);
        }
        state = State.TAIL;
        lines.goTo(to, to == body || bytes.at(to - 1) == '\n' || bytes.at(to - 1) == '\r');
        return true;
    }

    private boolean tailStep(Arrival arrival) {
        while (lines.find()) {
            if (lines.isStartLine()) {
                return emit(arrival, lines.from(), true);
            }
            lines.goToNext();
        }
        int limit = begin + MOST_MESSAGE_BYTES;
        return bytes.size() > limit && emit(arrival, limit, false);
    }

    /// Returns a message, and seeks the next behind it.
    private boolean emit(Arrival arrival, int to, boolean lineBegins) {
        discarded = 0;
        passedEarlier &= begin >= fresh;
        if (sink.accept(
                arrival,
                bytes.array(),
                begin,
                to,
                isCut && to == bytes.size(),
                bytes.provenance(begin, to))) {
            verdict = Verdict.GAVE;
        }
        seek(to, lineBegins);
        return true;
    }

    private void seek(int from, boolean lineBegins) {
        state = State.SEEK;
        begin = from;
        lines.goTo(from, lineBegins);
    }
}
