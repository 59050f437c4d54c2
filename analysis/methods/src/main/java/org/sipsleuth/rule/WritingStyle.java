package org.sipsleuth.rule;

import org.sipsleuth.fingerprint.Fingerprint;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// What the requests of one program have in common, whatever they are about: the coarse parts of
/// their fingerprints. Identifiers are left out, since tools vary them.
record WritingStyle(String userAgent, String headerOrder, String via, String addresses) {

    private static final WritingStyle NONE = new WritingStyle("", "", "", "");

    static WritingStyle of(HopTransaction request, TransactionTable table) {
        if (request.fingerprint() == HopTransaction.NONE) {
            return NONE;
        }
        Fingerprint its = table.fingerprint(request.fingerprint());
        return new WritingStyle(its.userAgent(), its.headerOrder(), its.via(), its.addresses());
    }

    /// Whether nothing is known of it.
    boolean isUnknown() {
        return equals(NONE);
    }
}
