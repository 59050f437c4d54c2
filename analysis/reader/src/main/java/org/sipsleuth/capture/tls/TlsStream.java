package org.sipsleuth.capture.tls;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.Arrival;
import org.sipsleuth.capture.Provenance;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.stream.BufferBudget;
import org.sipsleuth.capture.stream.ByteQueue;
import org.sipsleuth.capture.stream.ByteStream;
import org.sipsleuth.capture.stream.Tally;
import org.sipsleuth.capture.tls.cipher.RecordDecryptor;

/// One side of a TLS connection: takes its records off the bytes, and gives what they hold to the
/// stream inside.
///
/// After bytes that were not captured it goes on at the next record where the lost ones lay within
/// one; else it looks for a record that opens with one of the next numbers.
final class TlsStream implements ByteStream {

    /// RFC 5246 §6.2.3.
    private static final int LONGEST_RECORD_BYTES = (1 << 14) + 2048;

    /// The shortest sealed record: a header, a tag, a byte.
    private static final int SHORTEST_SEALED_BYTES = 22;

    private static final int MOST_LOST_RECORDS = 1_000;

    /// How far a record is looked for after lost bytes.
    private static final int LONGEST_SEARCH_BYTES = 1 << 18;

    /// How much is kept while the other side's hello is missing.
    private static final int MOST_WAITING_BYTES = 1 << 16;

    private static final int FIRST_TYPE = 20;
    private static final int LAST_TYPE = 24; // heartbeat, RFC 6520
    private static final int MAJOR_VERSION = 3;

    /// A whole record that changes the cipher.
    private static final int[] CIPHER_CHANGE = {20, 3, 3, 0, 1, 1};

    private final TlsConnection connection;
    private final Protection protection;
    private final HandshakeReader handshake = new HandshakeReader(this::message);
    private final ByteQueue held;
    private final Tally tally = new Tally();
    private @Nullable ByteStream inside;

    /// How much of a record, whose beginning was lost or came before lost bytes, is passed over.
    private long skip;

    private boolean waitsForHello;
    private boolean isLost;
    private int searched;

    /// How many records may be missing before the next one.
    private int mostLost;

    TlsStream(TlsConnection connection, Protection protection, BufferBudget memory) {
        this.connection = connection;
        this.protection = protection;
        this.held = new ByteQueue(memory);
    }

    /// Says which side sends this.
    void sends(Side side) {
        protection.sends(side);
    }

    private void message(int type, byte[] body) {
        connection.message(this, type, body);
        protection.message(type);
    }

    @Override
    public Verdict data(Arrival arrival, byte[] bytes, int from, int to, Provenance origin) {
        if (tally.isForeign()) {
            return Verdict.FOREIGN;
        }
        tally.begin();
        int passed = (int) Math.min(skip, to - from);
        skip -= passed;
        held.add(bytes, from + passed, to, origin.slice(passed, to - from));
        if (!isLost || find(arrival)) {
            readRecords(arrival);
        }
        if (held.isTooMuch()) {
            foreign(UnreadReason.STREAM_TOO_MUCH, 0);
        }
        if (tally.isForeign()) {
            held.clear();
            endInside(arrival);
        }
        return tally.verdict(held.size() > 0 || skip > 0 || isLost);
    }

    /// Has what is inside give what it has, as long as it is known which frame that belongs to.
    private void endInside(Arrival arrival) {
        ByteStream stream = inside;
        if (stream != null) {
            tally.add(stream.gap(arrival, 0), stream, UnreadReason.TLS_NOT_SIP);
        }
    }

    private void readRecords(Arrival arrival) {
        while (!tally.isForeign() && held.size() >= RecordDecryptor.HEADER_BYTES) {
            if (!isHeader(0)) {
                foreign(UnreadReason.TLS_DAMAGED, 0);
                return;
            }
            int length = held.u16(3);
            if (held.size() < RecordDecryptor.HEADER_BYTES + length) {
                return;
            }
            Protection.Result result = protection.open(held.array(), held.offset(), length);
            waitsForHello = result == Protection.Result.NOT_YET;
            if (waitsForHello) {
                if (held.size() > MOST_WAITING_BYTES) {
                    foreign(UnreadReason.TLS_NO_HANDSHAKE, 0);
                }
                return;
            }
            if (result == Protection.Result.FAILED && mostLost > 0
                    && protection.reason() == UnreadReason.TLS_BAD_RECORD) {
                result = protection.find(held.array(), held.offset(), length, mostLost);
                if (result != Protection.Result.OPENED) {
                    foreign(UnreadReason.TLS_LOST, 0);
                    return;
                }
            }
            take(arrival, result, RecordDecryptor.HEADER_BYTES + length);
        }
    }

    private void take(Arrival arrival, Protection.Result result, int whole) {
        switch (result) {
            case FAILED -> foreign(protection.reason(), protection.detail());
            case OPENED -> {
                mostLost = protection.isSealed() ? 0 : mostLost;
                content(arrival, whole);
            }
            case PASSED, NOT_YET -> tally.nothing(UnreadReason.TLS_HANDSHAKE, 0);
        }
        held.drop(whole);
    }

    /// Takes what a record held.
    private void content(Arrival arrival, int whole) {
        int length = protection.contentBytes();
        boolean isData = protection.contentType() == Protection.APPLICATION_DATA;
        if (!isData || length == 0) {
            if (protection.contentType() == Protection.HANDSHAKE) {
                handshake.take(protection.content(), 0, length);
            }
            tally.nothing(UnreadReason.TLS_HANDSHAKE, 0);
            return;
        }
        ByteStream stream = inside;
        if (stream == null) {
            stream = connection.inside(this);
            inside = stream;
        }
        Provenance origin = held.origin(0, whole).transformed();
        Verdict verdict = stream.data(arrival, protection.content(), 0, length, origin);
        tally.add(verdict, stream, UnreadReason.TLS_NOT_SIP);
    }

    private void foreign(UnreadReason reason, int detail) {
        tally.foreign(reason, detail);
    }

    private boolean isHeader(int at) {
        int type = held.u8(at);
        int length = held.u16(at + 3);
        return type >= FIRST_TYPE && type <= LAST_TYPE && held.u8(at + 1) == MAJOR_VERSION && held.u8(at + 2) <= 4
                && length <= LONGEST_RECORD_BYTES;
    }

    /// Looks for a record after lost bytes.
    ///
    /// @return whether the held bytes begin at one now
    private boolean find(Arrival arrival) {
        int at = 0;
        while (isLost && held.size() - at >= RecordDecryptor.HEADER_BYTES + 1) {
            if (isCipherChange(at)) {
                isLost = false;
            } else if (protection.isSealed() && isHeader(at)) {
                int whole = RecordDecryptor.HEADER_BYTES + held.u16(at + 3);
                if (held.size() - at < whole) {
                    break;
                }
                held.drop(at);
                searched += at;
                at = tried(arrival, whole) ? 0 : 1;
            } else {
                at++;
            }
        }
        held.drop(at);
        searched += at;
        if (isLost && searched > LONGEST_SEARCH_BYTES) {
            foreign(UnreadReason.TLS_LOST, 0);
        }
        return !isLost;
    }

    private boolean isCipherChange(int at) {
        for (int i = 0; i < CIPHER_CHANGE.length; i++) {
            if (held.u8(at + i) != CIPHER_CHANGE[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean tried(Arrival arrival, int whole) {
        int length = whole - RecordDecryptor.HEADER_BYTES;
        Protection.Result result = protection.find(held.array(), held.offset(), length, mostLost);
        if (result == Protection.Result.FAILED) {
            isLost = false;
            foreign(protection.reason(), protection.detail());
            return true;
        }
        if (result == Protection.Result.OPENED) {
            isLost = false;
            take(arrival, result, whole);
            return true;
        }
        return false;
    }

    /// What becomes of what is held, where it is not known how much is missing, or all ends.
    private @Nullable UnreadReason ended(Arrival arrival) {
        if (isLost) {
            return UnreadReason.TLS_LOST;
        }
        readRecords(arrival); // those that waited for the other side's hello
        return waitsForHello && held.size() > 0 ? UnreadReason.TLS_NO_HANDSHAKE : null;
    }

    @Override
    public Verdict gap(Arrival arrival, long missingBytes) {
        if (tally.isForeign()) {
            return Verdict.FOREIGN;
        }
        tally.begin();
        UnreadReason ended = missingBytes <= 0 ? ended(arrival) : null;
        handshake.forget();
        boolean inRecord = skip == 0 && !isLost && held.size() >= RecordDecryptor.HEADER_BYTES && isHeader(0);
        long left = inRecord ? RecordDecryptor.HEADER_BYTES + held.u16(3) - held.size() : skip;
        if (inRecord) {
            protection.lost();
        }
        held.clear();
        searched = 0;
        isLost |= missingBytes <= 0 || missingBytes > left;
        skip = isLost ? 0 : left - missingBytes;
        long lost = missingBytes <= 0 ? MOST_LOST_RECORDS : missingBytes / SHORTEST_SEALED_BYTES + 2;
        mostLost = (int) Math.min(MOST_LOST_RECORDS, mostLost + lost);
        endInside(arrival);
        if (ended != null) {
            tally.nothing(ended, 0);
        }
        return tally.verdict(ended == null);
    }

    @Override
    public @Nullable UnreadReason unreadReason() {
        return tally.reason();
    }

    @Override
    public int unreadDetail() {
        return tally.detail();
    }

    @Override
    public void end() {
        held.clear();
        if (inside != null) {
            inside.end();
        }
    }
}
