package org.sipsleuth.simulate.script;

import java.util.ArrayList;
import java.util.List;

/// The messages of a dialog in order.
public final class Script {

    private final List<Step> steps = new ArrayList<>();
    private int transactions;

    /// The messages so far.
    public List<Step> steps() {
        return List.copyOf(steps);
    }

    Step last() {
        return steps.getLast();
    }

    /// How many messages there are.
    public int length() {
        return steps.size();
    }

    /// The message types in order, joined by spaces: what makes two dialogs alike.
    public String sequence() {
        return String.join(" ", steps.stream().map(Step::type).toList());
    }

    /// A request by the caller that begins a transaction.
    ///
    /// @return the transaction
    public int request(String method) {
        return request(true, method);
    }

    /// A request that begins a transaction.
    public int request(boolean byCaller, String method) {
        int transaction = transactions++;
        steps.add(new Step(byCaller, method, 0, transaction, 0));
        return transaction;
    }

    /// A response to a transaction's request.
    public Script response(int transaction, int status) {
        return response(transaction, status, 0);
    }

    /// The same by one of several phones that ring.
    public Script response(int transaction, int status, int branch) {
        Step first = requestOf(transaction);
        boolean byCaller = first.isRequest() != first.byCaller();
        steps.add(new Step(byCaller, first.method(), status, transaction, branch));
        return this;
    }

    /// A response to a request by the caller that comes later, or never.
    ///
    /// @return the transaction
    public int early(String method, int status) {
        int transaction = transactions++;
        steps.add(new Step(false, method, status, transaction, 0));
        return transaction;
    }

    /// The request of a transaction that was answered before.
    public Script late(int transaction) {
        Step answer = requestOf(transaction);
        steps.add(new Step(!answer.byCaller(), answer.method(), 0, transaction, 0));
        return this;
    }

    /// An ACK for the final response of an INVITE.
    public Script ack(int invite) {
        Step first = requestOf(invite);
        steps.add(new Step(first.isRequest() == first.byCaller(), "ACK", 0, invite, 0));
        return this;
    }

    /// A CANCEL for an INVITE.
    public Script cancel(int invite) {
        steps.add(new Step(requestOf(invite).byCaller(), "CANCEL", 0, invite, 0));
        return this;
    }

    /// The 200 to a CANCEL.
    public Script cancelled(int invite) {
        steps.add(new Step(!requestOf(invite).byCaller(), "CANCEL", 200, invite, 0));
        return this;
    }

    /// A request and its one final response.
    public Script exchange(boolean byCaller, String method, int status) {
        return response(request(byCaller, method), status);
    }

    private Step requestOf(int transaction) {
        for (Step step : steps) {
            if (step.transaction() == transaction) {
                return step;
            }
        }
        throw new IllegalArgumentException("no transaction " + transaction);
    }
}
