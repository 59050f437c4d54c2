package org.sipsleuth.rule;

import java.time.Duration;
import java.util.BitSet;
import java.util.Set;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.transaction.Continuations;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// Which transactions come to nothing, so that many of them are a flood.
///
/// - INVITE: neither cancelled nor continued with credentials, and without final response or ACK;
///   of a stranger also one that was refused and not continued.
/// - REGISTER: without credentials, not accepted and not continued.
/// - OPTIONS: all outside dialogs.
/// - BYE and CANCEL: not by a party of the call, and refused or of a call that does not exist.
/// - Others: outside dialogs, not accepted and not continued.
final class DeadTransactions {

    private static final Set<Integer> REFUSALS = Set.of(401, 403, 404, 407, 480, 482, 500, 503);
    private static final Set<Integer> NO_SUCH_CALL = Set.of(400, 403, 404, 408, 481, 500);

    /// An INVITE that was sent so shortly before its coverage ends may still be answered.
    private static final long PENDING = Duration.ofSeconds(1).toNanos();

    /// Whoever completed so many calls is known to call, registered or not.
    private static final int CALLS_OF_A_CALLER = 3;

    private final TransactionTable table;
    private final HostRoles roles;
    private final Continuations continuations;
    private final BitSet invited = new BitSet();
    private final BitSet registeredAgain = new BitSet();
    private final int[] completed;

    DeadTransactions(Traffic traffic) {
        table = traffic.table();
        roles = traffic.roles();
        continuations = traffic.continuations();
        completed = new int[table.hostCount()];
        BitSet registered = new BitSet();
        for (HopTransaction each : table.origins()) {
            switch (each.method()) {
                case MessageTypes.INVITE -> {
                    invited.set(each.dialog());
                    if (each.isAccepted() && each.isAcknowledged() && !each.isWithinDialog()) {
                        completed[each.source()]++;
                    }
                }
                case MessageTypes.REGISTER -> {
                    (registered.get(each.dialog()) ? registeredAgain : registered).set(each.dialog());
                }
                default -> {
                }
            }
        }
    }

    /// Whether a call with its Call-ID was captured.
    boolean isOfCall(HopTransaction each) {
        return invited.get(each.dialog());
    }

    /// Whether a host completed calls, as its owner does.
    boolean isCaller(int host) {
        return completed[host] >= CALLS_OF_A_CALLER;
    }

    /// Whether it comes to nothing.
    boolean isDead(HopTransaction each) {
        return switch (each.method()) {
            case MessageTypes.INVITE -> isDeadInvite(each);
            case MessageTypes.REGISTER -> isDeadRegister(each);
            case MessageTypes.OPTIONS -> !each.isWithinDialog();
            case MessageTypes.BYE, MessageTypes.CANCEL -> isOfNoCall(each);
            default -> !each.isWithinDialog() && !each.isAccepted() && !each.hasCredentials()
                    && !continuations.isContinued(each);
        };
    }

    private boolean isDeadInvite(HopTransaction each) {
        boolean isContinued = !each.hasCredentials() && continuations.isContinued(each);
        if (isContinued) {
            return false;
        }
        if (isStranger(each.source()) && !each.hasCredentials() && REFUSALS.contains(each.status())) {
            return true;
        }
        boolean isFinal = each.status() != 0;
        if (isFinal && !table.visibility().hasAcks()) {
            return false;
        }
        if (each.isWithinDialog() || each.isCancelled() || each.isAcknowledged()) {
            return false;
        }
        boolean waits = !each.isAnswered() && each.retransmissions() > 0;
        if (waits && !isStranger(each.source())) {
            return false; // a caller whose server does not answer
        }
        return isFinal || table.untilEndNanos(each) > PENDING;
    }

    private boolean isStranger(int host) {
        return roles.isStranger(host) && !isCaller(host);
    }

    private boolean isDeadRegister(HopTransaction each) {
        if (!table.visibility().hasCredentials() && registeredAgain.get(each.dialog())) {
            return false; // a series under one Call-ID stands for credentials that are not seen
        }
        return !each.isAccepted() && !each.hasCredentials() && !continuations.isContinued(each);
    }

    private boolean isOfNoCall(HopTransaction each) {
        if (table.isParty(each.dialog(), each.source())) {
            return false; // it may end its call, also one that came to nothing
        }
        return NO_SUCH_CALL.contains(each.status()) || (!isOfCall(each) && !each.isAccepted());
    }
}
