package org.sipsleuth.rule;

import java.util.Optional;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.sip.field.NameAddr;
import org.sipsleuth.sip.field.SipUri;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// The calls that parties make because of a REFER (RFC 3515 §2.4).
final class Transfers {

    /// A party calls the target of a transfer at once.
    private static final long FOLLOWING_NANOS = 10_000_000_000L;

    /// So many calls to the target are looked at: only those of the sender of the REFER, and those
    /// under its Call-ID, precede the one that follows it, and a flood of them is no transfer.
    static final int MOST_CALLS = 1_000;

    private final TransactionTable table;

    /// INVITEs outside dialogs by their user, from 1 on; 0 are those without one.
    private final Groups callsTo;

    Transfers(TransactionTable table) {
        this.table = table;
        this.callsTo = Groups
                .by(each -> each.method() == MessageTypes.INVITE && !each.isWithinDialog() ? each.requestUser() + 1
                        : HopTransaction.NONE, table.userCount() + 1, table.origins());
    }

    /// The first call to the user that Refer-To names, by another host than the one that sent it.
    Optional<HopTransaction> callAfter(HopTransaction refer) {
        return table.index()
                .message(refer.request())
                .header("Refer-To")
                .map(NameAddr::of)
                .flatMap(NameAddr::sipUri)
                .map(SipUri::user)
                .flatMap(target -> callTo(target, refer));
    }

    private Optional<HopTransaction> callTo(String target, HopTransaction refer) {
        int user = table.findUser(target);
        if (user == HopTransaction.NONE && !target.isEmpty()) {
            return Optional.empty(); // nobody calls it
        }
        long from = refer.atNanos();
        return callsTo.of(user + 1, from, from + FOLLOWING_NANOS)
                .stream()
                .limit(MOST_CALLS)
                .filter(each -> each.dialog() != refer.dialog())
                .filter(each -> each.source() != refer.source())
                .findFirst();
    }
}
