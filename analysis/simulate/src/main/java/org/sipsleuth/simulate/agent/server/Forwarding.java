package org.sipsleuth.simulate.agent.server;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.simulate.agent.transaction.Addresses;
import org.sipsleuth.simulate.agent.transaction.ClientTransaction;
import org.sipsleuth.simulate.agent.transaction.ServerTransaction;
import org.sipsleuth.simulate.agent.transaction.Timers;
import org.sipsleuth.simulate.agent.transaction.Timers.Timer;
import org.sipsleuth.simulate.agent.transaction.Transactions;
import org.sipsleuth.simulate.message.Signal;
import org.sipsleuth.simulate.network.Socket;

/// A request forwarded to one or several targets, and its responses (RFC 3261 §16.6, §16.7).
final class Forwarding {

    private static final int TRYING = 100;
    private static final int GLOBAL_FAILURE = 600;
    private static final int UNAUTHORIZED = 401;
    private static final int PROXY_UNAUTHORIZED = 407;

    private final class Branch {
        final Target target;
        @Nullable ClientTransaction client;
        @Nullable Timer patience;
        boolean done;

        Branch(Target target) {
            this.target = target;
        }

        void receive(Signal response) {
            Forwarding.this.receive(this, response);
        }

        void cancel() {
            if (!done && client != null) {
                client.cancel();
            }
        }
    }

    private final Transactions transactions;
    private final Timers timers;
    private final Addresses addresses;
    private final ServerTransaction incoming;
    private final boolean isInvite;
    private final List<Branch> branches = new ArrayList<>(2);
    private @Nullable Signal best;

    Forwarding(Transactions transactions, Timers timers, Addresses addresses, ServerTransaction incoming) {
        this.transactions = transactions;
        this.timers = timers;
        this.addresses = addresses;
        this.incoming = incoming;
        this.isInvite = incoming.request().isRequest("INVITE");
        incoming.whenCancelled(this::cancel);
    }

    /// Sends it to a target.
    ///
    /// @param request the copy for that target, without the Via of the proxy
    void send(Signal request, Target target, String branchName) {
        Branch branch = new Branch(target);
        branches.add(branch);
        if (isInvite) {
            branch.patience = timers.start(Timers.TIMER_C, branch::cancel);
        }
        branch.client = transactions.request(request, branchName, target.socket(), branch::receive);
    }

    private void receive(Branch branch, Signal response) {
        if (response.status == TRYING) {
            return;
        }
        if (response.isProvisional()) {
            if (isInvite && !branch.done) {
                timers.stop(branch.patience);
                branch.patience = timers.start(Timers.TIMER_C, branch::cancel);
            }
            if (best == null || best.status >= 300) {
                forward(branch, response);
            }
            return;
        }
        branch.done = true;
        timers.stop(branch.patience);
        if (response.status / 100 == 2) {
            if (isInvite || best == null || best.status / 100 != 2) {
                forward(branch, response);
            }
            best = response;
            cancel();
        } else {
            consider(branch, response);
        }
    }

    private void consider(Branch branch, Signal response) {
        if (best == null || isBetter(response.status, best.status)) {
            best = response;
        }
        if (response.status >= GLOBAL_FAILURE) {
            cancel();
        }
        for (Branch other : branches) {
            if (!other.done) {
                return;
            }
        }
        if (best.status / 100 != 2) {
            forward(branch, best);
        }
    }

    /// §16.7 step 6: 6xx first, else the lowest class; within it, responses that allow a retry.
    private static boolean isBetter(int status, int than) {
        if (than / 100 == 2 || than >= GLOBAL_FAILURE) {
            return false;
        }
        if (status >= GLOBAL_FAILURE || status / 100 != than / 100) {
            return status >= GLOBAL_FAILURE || status / 100 < than / 100;
        }
        boolean challenge = status == UNAUTHORIZED || status == PROXY_UNAUTHORIZED;
        return challenge && than != UNAUTHORIZED && than != PROXY_UNAUTHORIZED;
    }

    private void forward(Branch branch, Signal response) {
        Signal copy = response.copy();
        copy.vias.removeFirst();
        if (copy.to.tag().isEmpty()) { // it comes from the proxy itself
            copy.to = copy.to.tagged(incoming.toTag());
        }
        String contact = copy.contact;
        if (branch.target.isLastHop() && contact != null && response.status / 100 <= 2) {
            copy.contact = reachable(contact, branch.target.socket(), addresses);
        }
        incoming.send(copy);
    }

    /// A contact with the address where its owner is seen.
    static String reachable(String contact, Socket seen, Addresses addresses) {
        Socket named = addresses.socket(contact);
        return named == null || named.equals(seen) ? contact : contact.replace(named.inUri(), seen.inUri());
    }

    private void cancel() {
        for (Branch branch : branches) {
            branch.cancel();
        }
    }
}
