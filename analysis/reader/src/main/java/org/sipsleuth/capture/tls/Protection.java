package org.sipsleuth.capture.tls;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.tls.cipher.CipherSuite;
import org.sipsleuth.capture.tls.cipher.RecordDecryptor;

/// How the records of one side are sealed, from the first, which are not, to the last.
final class Protection {

    static final int CHANGE_CIPHER_SPEC = 20;
    static final int HANDSHAKE = 22;
    static final int APPLICATION_DATA = 23;

    /// What came of a record.
    enum Result {
        OPENED,
        /// It cannot be opened before the other side's hello is seen.
        NOT_YET,
        /// It holds nothing, or nothing that can be read; the next one may.
        PASSED,
        /// Neither it nor the next ones can be opened.
        FAILED
    }

    private final Handshake handshake;
    private final SessionKeys keys;
    private Side side = Side.UNKNOWN;
    private @Nullable RecordProtection sealing;

    private byte[] content = new byte[0];
    private int contentBytes;
    private int contentType;
    private UnreadReason reason = UnreadReason.TLS_DAMAGED;
    private int detail;

    Protection(Handshake handshake, SessionKeys keys) {
        this.handshake = handshake;
        this.keys = keys;
    }

    /// Says which side sends.
    void sends(Side its) {
        side = its;
    }

    Side side() {
        return side;
    }

    /// Opens the next record.
    ///
    /// @param bytes hold it
    /// @param from where its header begins
    /// @param length the bytes behind the header
    Result open(byte[] bytes, int from, int length) {
        int type = bytes[from];
        if (type == CHANGE_CIPHER_SPEC) {
            return cipherChanges();
        }
        if (handshake.isTls13() && type == APPLICATION_DATA && sealing == null) {
            Result result = handshake.isComplete() ? begin() : Result.NOT_YET;
            if (result != Result.OPENED) {
                return result;
            }
        }
        RecordProtection current = sealing;
        if (current == null || (handshake.isTls13() && type != APPLICATION_DATA)) {
            return plain(bytes, from, length);
        }
        byte[] opened = current.open(bytes, from, length);
        if (opened == null) {
            UnreadReason why = current.reason();
            return why == null ? Result.PASSED : fail(why, 0);
        }
        return take(opened, type);
    }

    /// Opens a record before which some were lost.
    ///
    /// @param most how many may have been
    Result find(byte[] bytes, int from, int length, int most) {
        if (sealing == null && handshake.isComplete() && begin() != Result.OPENED) {
            return Result.FAILED;
        }
        int type = bytes[from];
        RecordProtection current = sealing;
        if (current == null || (handshake.isTls13() && type != APPLICATION_DATA)) {
            return Result.PASSED;
        }
        byte[] opened = current.find(bytes, from, length, most);
        return opened == null ? Result.PASSED : take(opened, type);
    }

    private Result cipherChanges() {
        if (handshake.ignoresCipherChange()) {
            return Result.PASSED;
        }
        if (!handshake.isComplete()) {
            return Result.NOT_YET;
        }
        Result result = begin();
        return result == Result.OPENED ? Result.PASSED : result;
    }

    /// Begins with the keys that were agreed on.
    private Result begin() {
        CipherSuite suite = CipherSuite.of(handshake.suite());
        if (!handshake.isTls13() && handshake.version() != Handshake.TLS_1_2) {
            return fail(UnreadReason.TLS_VERSION, handshake.version());
        }
        if (suite == null) {
            return fail(UnreadReason.TLS_SUITE, handshake.suite());
        }
        if (handshake.isTls13()) {
            sealing = new Sealing13(keys, handshake, suite, side);
            return Result.OPENED;
        }
        RecordDecryptor opener = keys.tls12(suite, handshake, side);
        if (opener == null) {
            return fail(UnreadReason.TLS_NO_KEYS, 0);
        }
        sealing = new Sealing12(opener, keys.trials());
        return Result.OPENED;
    }

    private Result plain(byte[] bytes, int from, int length) {
        int type = bytes[from];
        if (type == APPLICATION_DATA) {
            if (handshake.isComplete()) {
                return handshake.version() == Handshake.TLS_1_2
                        ? fail(UnreadReason.TLS_DAMAGED, 0) // sealed, but no change of the cipher
                        : fail(UnreadReason.TLS_VERSION, handshake.version());
            }
            boolean mayCome = handshake.hasClientHello() || side != Side.UNKNOWN;
            return mayCome ? Result.NOT_YET : fail(UnreadReason.TLS_NO_HANDSHAKE, 0);
        }
        int begin = from + RecordDecryptor.HEADER_BYTES;
        content = Arrays.copyOfRange(bytes, begin, begin + length);
        contentBytes = length;
        contentType = type;
        return Result.OPENED;
    }

    /// Takes what a record held. That of TLS 1.3 ends with its type and padding (RFC 8446 §5.4).
    private Result take(byte[] opened, int type) {
        content = opened;
        contentBytes = opened.length;
        contentType = type;
        if (handshake.isTls13()) {
            while (contentBytes > 0 && opened[contentBytes - 1] == 0) {
                contentBytes--;
            }
            if (contentBytes == 0) {
                return fail(UnreadReason.TLS_DAMAGED, 0);
            }
            contentBytes--;
            contentType = opened[contentBytes];
        }
        return Result.OPENED;
    }

    private Result fail(UnreadReason why, int itsDetail) {
        reason = why;
        detail = itsDetail;
        return Result.FAILED;
    }

    /// Takes a handshake message that an opened record held.
    void message(int type) {
        if (sealing != null) {
            sealing.message(type);
        }
    }

    /// Says that a record was lost.
    void lost() {
        if (sealing != null) {
            sealing.lost();
        }
    }

    /// Whether records are sealed from now on, or can be found to be.
    boolean isSealed() {
        return sealing != null || handshake.isComplete();
    }

    /// What the record held; used until the next one.
    byte[] content() {
        return content;
    }

    int contentBytes() {
        return contentBytes;
    }

    /// What kind of content it is, as the record's type would say.
    int contentType() {
        return contentType;
    }

    /// Why it failed.
    UnreadReason reason() {
        return reason;
    }

    int detail() {
        return detail;
    }
}
