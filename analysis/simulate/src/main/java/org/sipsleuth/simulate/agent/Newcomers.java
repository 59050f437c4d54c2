package org.sipsleuth.simulate.agent;

import org.sipsleuth.simulate.agent.transaction.Addresses;
import org.sipsleuth.simulate.agent.transaction.ServerTransaction;
import org.sipsleuth.simulate.message.Signal;

/// Answers requests outside of dialogs.
final class Newcomers {

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int NO_SUCH_DIALOG = 481;
    private static final int NOT_IMPLEMENTED = 501;

    private Newcomers() {}

    static void receive(Station station, ServerTransaction transaction) {
        switch (transaction.request().method) {
            case "INVITE" -> call(station, transaction);
            case "SUBSCRIBE" -> new Notifier(station, transaction).begin();
            case "OPTIONS" -> sendCapabilities(station, transaction);
            case "MESSAGE", "INFO", "NOTIFY" -> answer(station, transaction);
            case "BYE", "UPDATE", "PRACK" -> transaction.refuse(NO_SUCH_DIALOG);
            default -> transaction.refuse(NOT_IMPLEMENTED);
        }
    }

    private static void answer(Station station, ServerTransaction transaction) {
        int status = station.requestStatus.applyAsInt(transaction.request());
        if (status > 0) {
            transaction.refuse(status);
        }
    }

    private static void call(Station station, ServerTransaction transaction) {
        if (station.callers.test(transaction)) {
            new IncomingCall(station, transaction, station.policy.to(transaction.request())).begin();
        }
    }

    /// A request for another user is refused (RFC 3261 §8.2.2.1).
    private static void sendCapabilities(Station station, ServerTransaction transaction) {
        String user = Addresses.user(transaction.request().requestUri);
        if (!user.isEmpty() && !user.equals(station.account.user())) {
            transaction.refuse(NOT_FOUND);
            return;
        }
        Signal response = transaction.response(OK);
        response.contact = station.contact();
        transaction.send(response.with("Accept", "application/sdp"));
    }
}
