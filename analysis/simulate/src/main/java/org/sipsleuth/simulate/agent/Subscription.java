package org.sipsleuth.simulate.agent;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.simulate.agent.dialog.Credentials;
import org.sipsleuth.simulate.agent.dialog.Dialog;
import org.sipsleuth.simulate.agent.transaction.ServerTransaction;
import org.sipsleuth.simulate.agent.transaction.Timers;
import org.sipsleuth.simulate.agent.transaction.Timers.Timer;
import org.sipsleuth.simulate.message.NameAddress;
import org.sipsleuth.simulate.message.Signal;
import org.sipsleuth.truth.Label;

/// The subscriber's side of a subscription (RFC 6665).
final class Subscription implements DialogSide, Activity {

    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int PROXY_UNAUTHORIZED = 407;
    private static final int EXPIRES_SECONDS = 600;
    private static final double REFRESH_SECONDS = 540;

    private final Station station;
    private final String event;
    private final long untilNanos;
    private final Credentials credentials;
    private Signal request;
    private @Nullable Dialog dialog;
    private @Nullable Timer next;
    private boolean leaving;

    Subscription(Station station, String target, String event, double forSeconds, Label label) {
        this.station = station;
        this.event = event;
        this.untilNanos = station.scene.timeline().nowNanos() + Scene.nanos(forSeconds);
        this.credentials = station.credentials(station.account.password());
        NameAddress to = new NameAddress("", target);
        this.request = station.request("SUBSCRIBE", target, station.account.address(), to, label);
    }

    private Dialog.Id id() {
        return new Dialog.Id(request.callId, request.from.tag());
    }

    void begin() {
        station.begin(this);
        station.begin(id(), this);
        fill(request, EXPIRES_SECONDS);
        station.send(request, this::receive);
    }

    private void fill(Signal subscribe, int expires) {
        subscribe.with("Event", event).with("Expires", Integer.toString(expires));
    }

    private void receive(Signal response) {
        if (response.isProvisional()) {
            return;
        }
        boolean challenge = response.status == UNAUTHORIZED || response.status == PROXY_UNAUTHORIZED;
        if (dialog == null && challenge && credentials.accept(response)) {
            request = Credentials.again(request);
            credentials.authorize(request);
            station.send(request, this::receive);
        } else if (response.status / 100 == 2) {
            if (dialog == null) {
                dialog = Dialog.ofCaller(request, response, station.next(request));
            }
            waitForNext();
        } else {
            end();
        }
    }

    private void waitForNext() {
        if (leaving) {
            wait(Timers.PATIENCE, this::end); // the last NOTIFY may be lost
            return;
        }
        long left = untilNanos - station.scene.timeline().nowNanos();
        long refresh = Scene.nanos(REFRESH_SECONDS);
        if (refresh < left) {
            wait(refresh, () -> subscribe(EXPIRES_SECONDS));
        } else {
            wait(Math.max(left, 0), this::leave);
        }
    }

    private void wait(long nanos, Runnable action) {
        station.timers().stop(next);
        next = station.timers().start(nanos, action);
    }

    private void leave() {
        leaving = true;
        subscribe(0);
    }

    private void subscribe(int expires) {
        if (dialog != null) {
            Signal again = dialog.request("SUBSCRIBE");
            fill(again, expires);
            station.send(dialog, again, this::receive);
        }
    }

    @Override
    public void receive(ServerTransaction transaction) {
        Signal notify = transaction.request();
        transaction.refuse(OK);
        boolean last = notify.field("Subscription-State").filter(state -> state.startsWith("terminated")).isPresent();
        if (last) {
            end();
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
        leaving = true;
        station.timers().stop(next);
    }
}
