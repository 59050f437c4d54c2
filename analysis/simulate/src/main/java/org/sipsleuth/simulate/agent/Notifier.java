package org.sipsleuth.simulate.agent;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.simulate.agent.dialog.Dialog;
import org.sipsleuth.simulate.agent.transaction.ServerTransaction;
import org.sipsleuth.simulate.agent.transaction.Timers.Timer;
import org.sipsleuth.simulate.message.Body;
import org.sipsleuth.simulate.message.Signal;

/// The notifier's side of a subscription (RFC 6665).
final class Notifier implements DialogSide, Activity {

    private static final int OK = 200;
    private static final int NOT_IMPLEMENTED = 501;
    private static final int USUAL_SECONDS = 3600;

    private final Station station;
    private final ServerTransaction first;
    private final String event;
    private @Nullable Dialog dialog;
    private @Nullable Timer expiry;

    Notifier(Station station, ServerTransaction first) {
        this.station = station;
        this.first = first;
        this.event = first.request().field("Event").orElse("presence");
    }

    private Dialog.Id id() {
        return new Dialog.Id(first.request().callId, first.toTag());
    }

    void begin() {
        station.begin(this);
        station.begin(id(), this);
        accept(first);
    }

    private void accept(ServerTransaction subscribe) {
        int seconds = subscribe.request().field("Expires").map(Integer::valueOf).orElse(USUAL_SECONDS);
        Signal response = subscribe.response(OK);
        response.contact = station.contact();
        response.with("Expires", Integer.toString(seconds));
        if (dialog == null) {
            dialog = Dialog.ofCallee(subscribe.request(), response, subscribe.source(), station.firstCseq());
        }
        subscribe.send(response);
        station.timers().stop(expiry);
        if (seconds == 0) {
            finish();
        } else {
            sendNotify(dialog, "active;expires=" + seconds);
            expiry = station.timers().start(Scene.nanos(seconds), this::finish);
        }
    }

    private void finish() {
        if (dialog != null) {
            sendNotify(dialog, "terminated;reason=timeout");
        }
        end();
    }

    private void sendNotify(Dialog within, String state) {
        Signal notify = within.request("NOTIFY");
        notify.with("Event", event).with("Subscription-State", state);
        notify.body = body();
        station.send(within, notify, _ -> {});
    }

    private @Nullable Body body() {
        String uri = station.account.uri();
        return switch (event) {
            case "presence" -> new Body("application/pidf+xml", """
                            <?xml version="1.0" encoding="UTF-8"?>\r
                            <presence xmlns="urn:ietf:params:xml:ns:pidf" entity="%s">\r
                            <tuple id="t1"><status><basic>open</basic></status></tuple>\r
                            </presence>\r
                            """.formatted(uri));
            case "message-summary" -> new Body("application/simple-message-summary",
                    "Messages-Waiting: no\r\nMessage-Account: %s\r\n".formatted(uri));
            default -> null;
        };
    }

    @Override
    public void receive(ServerTransaction transaction) {
        Signal request = transaction.request();
        if (request.method.equals("SUBSCRIBE")) {
            accept(transaction);
        } else {
            transaction.refuse(NOT_IMPLEMENTED);
        }
    }

    @Override
    public void receiveAck(Signal ack) {}

    private void end() {
        stop();
        station.end(this);
        station.end(id());
    }

    @Override
    public void stop() {
        station.timers().stop(expiry);
    }
}
