package org.sipsleuth.simulate.agent;

import org.sipsleuth.simulate.agent.transaction.ServerTransaction;
import org.sipsleuth.simulate.message.Signal;

/// Answers requests outside of dialogs.
final class Newcomers {

    private static final int OK = 200;
    private static final int NO_SUCH_DIALOG = 481;
    private static final int NOT_IMPLEMENTED = 501;

    private Newcomers() {}

    static void take(Station station, ServerTransaction transaction) {
        switch (transaction.request().method) {
            case "INVITE" ->
                    new IncomingCall(station, transaction, station.policy.to(transaction.request()))
                            .begin();
            case "SUBSCRIBE" -> new Notifier(station, transaction).begin();
            case "OPTIONS" -> {
                Signal response = transaction.response(OK);
                response.contact = station.contact();
                transaction.send(response.with("Accept", "application/sdp"));
            }
            case "MESSAGE", "INFO", "NOTIFY" -> transaction.refuse(OK);
            case "BYE", "UPDATE", "PRACK" -> transaction.refuse(NO_SUCH_DIALOG);
            default -> transaction.refuse(NOT_IMPLEMENTED);
        }
    }
}
