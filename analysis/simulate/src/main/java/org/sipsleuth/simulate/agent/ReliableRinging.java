package org.sipsleuth.simulate.agent;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.simulate.agent.transaction.ServerTransaction;
import org.sipsleuth.simulate.agent.transaction.Timers;
import org.sipsleuth.simulate.agent.transaction.Timers.Timer;
import org.sipsleuth.simulate.message.Signal;

/// Reliable provisional responses, each retransmitted until its PRACK (RFC 3262 §3).
final class ReliableRinging {

    private static final int OK = 200;
    private static final int NO_SUCH_RESPONSE = 481;
    private static final int GATEWAY_TIMEOUT = 504;
    private static final int FIRST_NUMBERS = 10_000;

    private final Station station;
    private final ServerTransaction invite;
    private final Runnable failed;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private long number;
    private long interval;
    private @Nullable Signal sent;
    private @Nullable Timer repetition;
    private @Nullable Timer patience;

    /// @param failed called if no PRACK comes, after the INVITE has been refused
    ReliableRinging(Station station, ServerTransaction invite, Runnable failed) {
        this.station = station;
        this.invite = invite;
        this.failed = failed;
        this.number = station.draws.between(1, FIRST_NUMBERS);
    }

    /// Whether a caller supports them (100rel).
    static boolean isFor(Signal invite) {
        return invite.field("Supported").filter(all -> all.contains("100rel")).isPresent()
                || invite.field("Require").filter(all -> all.contains("100rel")).isPresent();
    }

    /// Runs an action as soon as no response waits for PRACK.
    void then(Runnable action) {
        if (sent == null) {
            action.run();
        } else {
            waiting.add(action);
        }
    }

    void send(Signal response) {
        number++;
        response.with("Require", "100rel").with("RSeq", Long.toString(number));
        sent = response;
        interval = Timers.T1;
        invite.send(response);
        repetition = station.timers().start(interval, this::again);
        patience = station.timers().start(Timers.PATIENCE, this::giveUp);
    }

    private void again() {
        if (sent != null) {
            invite.send(sent);
        }
        interval *= 2;
        repetition = station.timers().start(interval, this::again);
    }

    private void giveUp() {
        stop();
        invite.refuse(GATEWAY_TIMEOUT);
        failed.run();
    }

    /// Receives a PRACK.
    void receive(ServerTransaction prack) {
        Signal request = prack.request();
        String expected = number + " " + invite.request().cseq + " INVITE";
        if (sent == null || !request.field("RAck").filter(expected::equals).isPresent()) {
            prack.refuse(NO_SUCH_RESPONSE);
            return;
        }
        prack.refuse(OK);
        stopTimers();
        while (sent == null && !waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    void stop() {
        stopTimers();
        waiting.clear();
    }

    private void stopTimers() {
        sent = null;
        station.timers().stop(repetition);
        station.timers().stop(patience);
    }
}
