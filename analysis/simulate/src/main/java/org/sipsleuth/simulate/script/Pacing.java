package org.sipsleuth.simulate.script;

import org.sipsleuth.simulate.clock.SeededRandom;

/// How long the messages of one script let wait for themselves. Every request is answered by
/// something before its sender would repeat it (RFC 3261 §17.1.1.1: T1, half a second).
final class Pacing {

    private static final long NANOS_PER_MILLI = 1_000_000L;
    private static final double MILLIS_PER_SECOND = 1_000;
    private static final double MEAN_RING_MILLIS = 4_000;
    private static final double MEAN_TALK_MILLIS = 25_000;
    private static final double MEAN_REFRESH_MILLIS = 60_000;
    private static final double LONGEST_MILLIS = 600_000;

    /// How long it rings and how long people talk; negative for times by chance.
    private final double ringSeconds;

    private final double talkSeconds;

    /// Whether the last request has had no answer yet.
    private boolean waiting = true;

    /// Times by chance.
    Pacing() {
        this(-1, -1);
    }

    Pacing(double ringSeconds, double talkSeconds) {
        this.ringSeconds = ringSeconds;
        this.talkSeconds = talkSeconds;
    }

    /// The time between the last message and this one, in ns.
    long before(Step step, SeededRandom draws) {
        boolean talks = talkSeconds >= 0 && step.isRequest() && step.method().equals("BYE");
        boolean rings = ringSeconds >= 0 && !waiting && step.status() >= 200;
        double millis = talks ? talkSeconds * MILLIS_PER_SECOND
                : rings && step.method().equals("INVITE") ? ringSeconds * MILLIS_PER_SECOND
                : Math.min(LONGEST_MILLIS, byChance(step, draws));
        waiting = step.isRequest() && !step.method().equals("ACK");
        return (long) (millis * NANOS_PER_MILLI);
    }

    private double byChance(Step step, SeededRandom draws) {
        return step.isRequest() ? request(step, draws) : response(step, draws);
    }

    private static double request(Step step, SeededRandom draws) {
        return switch (step.method()) {
            case "ACK" -> draws.between(4, 40);
            case "CANCEL" -> 50 + draws.exponential(MEAN_RING_MILLIS);
            case "REGISTER" ->
                    draws.chance(0.5) ? draws.between(5, 60) : 1_000 + draws.exponential(MEAN_REFRESH_MILLIS);
            case "INVITE" -> draws.between(5, 60);
            default -> 20 + draws.exponential(MEAN_TALK_MILLIS);
        };
    }

    private double response(Step step, SeededRandom draws) {
        boolean soon = waiting || !step.method().equals("INVITE");
        if (step.status() == 100) {
            return draws.between(1, 15);
        }
        return soon ? draws.between(3, 350) : 200 + draws.exponential(MEAN_RING_MILLIS);
    }
}
