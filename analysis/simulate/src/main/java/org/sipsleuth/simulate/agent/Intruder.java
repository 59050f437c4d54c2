package org.sipsleuth.simulate.agent;

import org.sipsleuth.simulate.agent.dialog.Dialog;
import org.sipsleuth.simulate.agent.transaction.Requester;
import org.sipsleuth.simulate.agent.transaction.ServerTransaction;
import org.sipsleuth.simulate.message.Profile;
import org.sipsleuth.simulate.message.Signal;
import org.sipsleuth.simulate.network.Socket;

/// What a user agent can do in dialogs of others: it sends messages that it has composed from what
/// it overheard.
public final class Intruder {

    private static final int OK = 200;

    private final Station station;

    Intruder(Station station) {
        this.station = station;
    }

    /// The profile in which its messages are to be written.
    public Profile profile() {
        return station.profile;
    }

    public Socket socket() {
        return station.transport.socket();
    }

    /// The value of Contact that leads to it.
    public String contact() {
        return station.contact();
    }

    /// Sends a request in a transaction of its own.
    ///
    /// @param request without the Via of this element
    public void send(Signal request, Socket to, Requester requester) {
        station.send(request, to, requester);
    }

    /// Sends the ACK for a 2xx.
    ///
    /// @param ack without the Via of this element
    public void acknowledge(Signal ack, Socket to) {
        station.sendAck(ack, to);
    }

    /// Sends a message as it is, with the Via that it has.
    public void sendAsIs(Signal signal, Socket to) {
        station.transport.send(signal, to);
    }

    /// Sends a request under the address of another host, once; the responses go there. Over TCP
    /// nothing is sent: no connection can be established for another host.
    ///
    /// @param request without Via
    public void forge(Signal request, Socket from, Socket to) {
        station.forge(request, from, to);
    }

    /// Answers from now on the requests of a dialog that it has taken over, until its BYE.
    public void answerIn(String callId, String localTag) {
        Dialog.Id id = new Dialog.Id(callId, localTag);
        station.begin(id, new DialogSide() {
            @Override
            public void receive(ServerTransaction transaction) {
                transaction.refuse(OK);
                if (transaction.request().method.equals("BYE")) {
                    station.end(id);
                }
            }

            @Override
            public void receiveAck(Signal ack) {}
        });
    }
}
