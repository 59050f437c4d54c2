package org.sipsleuth.simulate.agent;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.simulate.agent.dialog.Credentials;
import org.sipsleuth.simulate.agent.plan.RegisterPlan;
import org.sipsleuth.simulate.agent.transaction.Timers.Timer;
import org.sipsleuth.simulate.message.NameAddress;
import org.sipsleuth.simulate.message.Signal;
import org.sipsleuth.truth.Label;

/// A registration that is refreshed for some time (RFC 3261 §10.2).
final class Registration implements Activity {

    private static final int TOO_BRIEF = 423;
    private static final int TIMEOUT = 408;
    private static final double RETRY_SECONDS = 60;
    private static final double LEAST_SHARE = 0.5;
    private static final double SPREAD = 0.4;
    private static final String EXPIRES = "Expires";

    private final Station station;
    private final RegisterPlan plan;
    private final Credentials credentials;
    private final long untilNanos;
    private Signal request;
    private int expiresSeconds;
    private boolean leaving;
    private @Nullable Timer next;

    Registration(Station station, RegisterPlan plan, Label label) {
        this.station = station;
        this.plan = plan;
        this.credentials = station.credentials(station.account.password());
        this.untilNanos = station.scene.timeline().nowNanos() + Scene.nanos(plan.forSeconds());
        this.expiresSeconds = plan.expiresSeconds();
        NameAddress me = station.account.address();
        String domain = "sip:" + station.account.domain();
        this.request = station.request("REGISTER", domain, me, me, label);
    }

    void begin() {
        station.begin(this);
        request.with(EXPIRES, Integer.toString(expiresSeconds));
        send();
    }

    private void send() {
        credentials.authorize(request);
        station.send(request, this::receive);
    }

    private void receive(Signal response) {
        if (response.isProvisional()) {
            return;
        }
        boolean challenge = Credentials.isChallenge(response);
        if (challenge && credentials.accept(response)) {
            request = Credentials.again(request);
            send();
            return;
        }
        plan.answered().accept(response.status);
        if (leaving) {
            end();
        } else if (response.status / 100 == 2) {
            double share = LEAST_SHARE + SPREAD * station.draws.unit();
            continueIn(expiresSeconds * share);
        } else if (response.status == TOO_BRIEF) {
            expiresSeconds = response.field("Min-Expires").map(Integer::valueOf).orElse(0);
            continueIn(expiresSeconds > plan.expiresSeconds() ? 0 : Double.POSITIVE_INFINITY);
        } else if (response.status / 100 == 5 || response.status == TIMEOUT) {
            continueIn(RETRY_SECONDS);
        } else {
            end();
        }
    }

    private void continueIn(double seconds) {
        long left = untilNanos - station.scene.timeline().nowNanos();
        long wait = Scene.nanos(seconds);
        if (wait < left) {
            next = station.timers().start(wait, () -> sendNext(expiresSeconds));
        } else if (plan.leaves()) {
            leaving = true;
            next = station.timers().start(Math.max(left, 0), () -> sendNext(0));
        } else {
            end();
        }
    }

    private void sendNext(int expires) {
        request = Credentials.again(request);
        request.fields.removeIf(field -> field.name().equals(EXPIRES));
        request.with(EXPIRES, Integer.toString(expires));
        send();
    }

    private void end() {
        stop();
        station.end(this);
    }

    @Override
    public void stop() {
        station.timers().stop(next);
    }
}
