package org.sipsleuth.capture.tls;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.tls.cipher.RecordDecryptor;

/// Records of TLS 1.2 since the last change of the cipher: one set of keys.
final class Sealing12 implements RecordProtection {

    private final RecordDecryptor opener;
    private final Trials trials;
    private long sequence;

    Sealing12(RecordDecryptor opener, Trials trials) {
        this.opener = opener;
        this.trials = trials;
    }

    @Override
    public byte @Nullable [] open(byte[] bytes, int from, int length) {
        byte[] content = opener.open(bytes, from, length, sequence);
        if (content != null) {
            sequence++;
        }
        return content;
    }

    @Override
    public byte @Nullable [] find(byte[] bytes, int from, int length, int most) {
        for (int lost = 0; lost <= most && trials.take(); lost++) {
            byte[] content = opener.open(bytes, from, length, sequence + lost);
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
    public void message(int type) {} // keys change by a record of their own

    @Override
    public UnreadReason reason() {
        return UnreadReason.TLS_BAD_RECORD;
    }
}
