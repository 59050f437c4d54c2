package org.sipsleuth.simulate.agent;

import java.util.Optional;
import org.sipsleuth.simulate.agent.transaction.Addresses;
import org.sipsleuth.simulate.agent.transaction.ServerTransaction;
import org.sipsleuth.simulate.message.Body;
import org.sipsleuth.simulate.message.Signal;

/// Calls the target of a REFER, and reports the result with NOTIFY (RFC 3515).
final class Transferee {

    private static final int BAD_REQUEST = 400;
    private static final int ACCEPTED = 202;
    private static final int DECLINED = 603;

    private final Station station;
    private final OpenDialog conversation;

    Transferee(Station station, OpenDialog conversation) {
        this.station = station;
        this.conversation = conversation;
    }

    void receive(ServerTransaction transaction) {
        Optional<String> target = transaction.request().field("Refer-To");
        if (target.isEmpty()) {
            transaction.refuse(BAD_REQUEST);
            return;
        }
        if (!station.knowsWayTo(Addresses.uri(target.get()))) {
            transaction.refuse(DECLINED);
            return;
        }
        Signal response = transaction.response(ACCEPTED);
        response.contact = station.contact();
        transaction.send(response);
        report("SIP/2.0 100 Trying\r\n", "active;expires=60");
        OutgoingCall call = new OutgoingCall(station, station.transferred.get(),
                station.labels.after(transaction.request().label), this::reportEnd);
        transaction.request().field("Referred-By").ifPresent(by -> call.with("Referred-By", by));
        call.begin(Addresses.uri(target.get()));
    }

    private void reportEnd(Signal response) {
        report("SIP/2.0 " + response.status + " " + response.reason + "\r\n", "terminated;reason=noresource");
    }

    private void report(String text, String state) {
        if (conversation.isOver()) {
            return;
        }
        Signal notify = conversation.dialog().request("NOTIFY");
        notify.with("Event", "refer").with("Subscription-State", state);
        notify.body = new Body("message/sipfrag;version=2.0", text);
        station.send(conversation.dialog(), notify, _ -> {});
    }
}
