package org.sipsleuth.capture.tls;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.tls.cipher.CipherSuite;
import org.sipsleuth.capture.tls.cipher.RecordDecryptor;

/// Records of TLS 1.3: the keys change with the phases of the connection, and whenever the side
/// says so (RFC 8446 §7.2).
///
/// Where the secrets of a phase are missing, its records are passed over until one opens with those
/// of the next.
final class Sealing13 implements RecordProtection {

    /// How many records of a phase without secrets are passed over.
    private static final int MOST_PASSED = 1_000;

    private final SessionKeys keys;
    private final Handshake handshake;
    private final CipherSuite suite;
    private final Side side;
    private Phase phase;
    private @Nullable RecordDecryptor opener;
    private byte @Nullable [] trafficSecret;
    private long sequence;
    private int passed;

    Sealing13(SessionKeys keys, Handshake handshake, CipherSuite suite, Side side) {
        this.keys = keys;
        this.handshake = handshake;
        this.suite = suite;
        this.side = side;
        this.phase = side == Side.CLIENT && handshake.offersEarlyData() ? Phase.EARLY : Phase.HANDSHAKE;
        enter(phase);
    }

    private void enter(Phase next) {
        phase = next;
        sequence = 0;
        trafficSecret = keys.trafficSecret(suite, handshake, next, side);
        opener = trafficSecret == null ? null : keys.tls13(suite, trafficSecret);
    }

    @Override
    public byte @Nullable [] open(byte[] bytes, int from, int length) {
        return find(bytes, from, length, 0);
    }

    @Override
    public byte @Nullable [] find(byte[] bytes, int from, int length, int most) {
        Phase before = phase;
        RecordDecryptor itsOpener = opener;
        byte[] itsSecret = trafficSecret;
        long itsSequence = sequence;
        byte[] content = tryNumbers(bytes, from, length, most);
        while (content == null && phase != Phase.APPLICATION && mayGoOn(most)) {
            enter(phase.next());
            content = tryNumbers(bytes, from, length, most);
        }
        if (content == null) {
            phase = before;
            opener = itsOpener;
            trafficSecret = itsSecret;
            sequence = itsSequence;
            passed++;
        }
        return content;
    }

    /// Whether the phase may have ended unseen: early data that the server refused, a phase that
    /// cannot be opened, lost records.
    private boolean mayGoOn(int lost) {
        return phase == Phase.EARLY || opener == null || lost > 0;
    }

    private byte @Nullable [] tryNumbers(byte[] bytes, int from, int length, int most) {
        RecordDecryptor current = opener;
        for (int lost = 0; lost <= most && current != null; lost++) {
            if (lost > 0 && !keys.trials().take()) {
                return null;
            }
            byte[] content = current.open(bytes, from, length, sequence + lost);
            if (content != null) {
                sequence += lost + 1;
                return content;
            }
        }
        return null;
    }

    @Override
    public void lost() {
        sequence++;
    }

    @Override
    public void message(int type) {
        if (type == HandshakeReader.KEY_UPDATE && trafficSecret != null) {
            trafficSecret = keys.next(suite, trafficSecret);
            opener = keys.tls13(suite, trafficSecret);
            sequence = 0;
        } else if ((type == HandshakeReader.FINISHED && phase == Phase.HANDSHAKE)
                || (type == HandshakeReader.END_OF_EARLY_DATA && phase == Phase.EARLY)) {
            enter(phase.next());
        }
    }

    @Override
    public @Nullable UnreadReason reason() {
        boolean hasLater =
                phase != Phase.APPLICATION && keys.trafficSecret(suite, handshake, Phase.APPLICATION, side) != null;
        boolean mayPass = phase == Phase.EARLY || opener == null;
        if (mayPass && hasLater && passed <= MOST_PASSED) {
            return null;
        }
        return opener == null ? UnreadReason.TLS_NO_KEYS : UnreadReason.TLS_BAD_RECORD;
    }
}
