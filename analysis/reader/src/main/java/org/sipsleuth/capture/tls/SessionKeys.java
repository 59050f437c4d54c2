package org.sipsleuth.capture.tls;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.tls.cipher.CipherSuite;
import org.sipsleuth.capture.tls.cipher.KeySchedule;
import org.sipsleuth.capture.tls.cipher.RecordDecryptor;
import org.sipsleuth.capture.tls.keylog.KeyLog;
import org.sipsleuth.capture.tls.keylog.LoggedSecret;

/// Makes openers for connections out of a key log.
final class SessionKeys {

    private final KeyLog log;
    private final KeySchedule schedule = new KeySchedule();
    private final Trials trials = new Trials();

    SessionKeys(KeyLog log) {
        this.log = log;
    }

    /// Opens what one side of a TLS 1.2 connection sends, or null without its keys.
    @Nullable
    RecordDecryptor tls12(CipherSuite suite, Handshake handshake, Side side) {
        byte[] master = log.secret(LoggedSecret.CLIENT_RANDOM, handshake.clientRandom());
        return master == null ? null
                : schedule.tls12(suite, master, handshake.randoms(), side == Side.CLIENT, handshake.macIsOutside());
    }

    /// The secret of one side of a TLS 1.3 connection, or null if there is none that fits.
    byte @Nullable [] trafficSecret(CipherSuite suite, Handshake handshake, Phase phase, Side side) {
        byte[] secret = log.secret(phase.secret(side), handshake.clientRandom());
        return secret != null && secret.length == suite.hash().bytes() ? secret : null;
    }

    /// Opens what is sealed by a traffic secret of TLS 1.3.
    RecordDecryptor tls13(CipherSuite suite, byte[] trafficSecret) {
        return schedule.tls13(suite, trafficSecret);
    }

    /// The traffic secret after this one.
    byte[] next(CipherSuite suite, byte[] trafficSecret) {
        return schedule.next(suite, trafficSecret);
    }

    /// How often may still be tried.
    Trials trials() {
        return trials;
    }
}
