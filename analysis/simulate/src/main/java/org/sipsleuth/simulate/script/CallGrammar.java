package org.sipsleuth.simulate.script;

import org.sipsleuth.simulate.clock.SeededRandom;

/// Random dialogs that follow RFC 3261: registrations with their refreshes, calls with all
/// messages between INVITE and BYE, OPTIONS. Common ones are frequent, rare ones are not.
///
/// They are made of seventeen message types: INVITE, ACK, BYE, CANCEL, REGISTER, OPTIONS, INFO,
/// 100, 180, 183, 200, 401, 404, 407, 480, 486, 487.
public final class CallGrammar {

    /// The number of message types.
    public static final int TYPES = 17;

    private static final int MOST_PROVISIONAL = 5;
    private static final int MOST_REFRESHES = 12;
    private static final int[] REFUSALS = {486, 480, 404, 487};

    private final SeededRandom draws;

    /// @param draws its random numbers
    public CallGrammar(SeededRandom draws) {
        this.draws = draws;
    }

    /// The next dialog, of at least three messages.
    public Script next() {
        return switch (draws.weighted(0.60, 0.30, 0.10)) {
            case 0 -> call();
            case 1 -> registration();
            default -> question();
        };
    }

    /// A call that is answered and goes on until it has exactly so many messages.
    ///
    /// @param messages at least 20
    public Script callOf(int messages) {
        while (true) {
            Script call = new Script();
            answer(call, begin(call));
            while (call.length() < messages - 3) {
                within(call);
            }
            if (call.length() == messages - 2) {
                return call.exchange(true, "BYE", 200);
            }
        }
    }

    private Script registration() {
        Script script = new Script();
        boolean challenged = draws.chance(0.9);
        register(script, challenged);
        int refreshes = (int) Math.min(MOST_REFRESHES, draws.pareto(1, 1.1) - 1);
        for (int i = 0; i < refreshes || script.length() < 3; i++) {
            register(script, draws.chance(0.4));
        }
        if (draws.chance(0.1)) {
            script.exchange(true, "OPTIONS", draws.chance(0.8) ? 200 : 404);
        }
        return script;
    }

    private void register(Script script, boolean challenged) {
        if (challenged) {
            int wrong = draws.chance(0.04) ? 1 + draws.below(3) : 0;
            for (int i = 0; i <= wrong; i++) {
                int first = script.request("REGISTER");
                trying(script, first, 0.12);
                script.response(first, 401);
            }
        }
        int second = script.request("REGISTER");
        trying(script, second, 0.12);
        script.response(second, draws.chance(0.97) ? 200 : 404);
    }

    private void trying(Script script, int transaction, double probability) {
        if (draws.chance(probability)) {
            script.response(transaction, 100);
        }
    }

    private Script question() {
        Script script = new Script();
        int asked = 2 + (int) Math.min(8, draws.pareto(1, 1.5) - 1);
        if (draws.chance(0.3)) {
            script.exchange(true, "OPTIONS", draws.chance(0.5) ? 401 : 407);
        }
        for (int i = 0; i < asked; i++) {
            int status = switch (draws.weighted(0.8, 0.1, 0.05, 0.05)) {
                case 0 -> 200;
                case 1 -> 404;
                case 2 -> 480;
                default -> 486;
            };
            script.exchange(true, "OPTIONS", status);
        }
        return script;
    }

    private Script call() {
        Script script = new Script();
        int invite = begin(script);
        switch (draws.weighted(0.66, 0.19, 0.15)) {
            case 0 -> {
                answer(script, invite);
                int between = draws.chance(0.45) ? (int) Math.min(14, draws.pareto(1, 1.2)) : 0;
                for (int i = 0; i < between; i++) {
                    within(script);
                }
                end(script);
            }
            case 1 -> script.response(invite, REFUSALS[draws.weighted(5, 3, 3, 0.3)]).ack(invite);
            default -> cancel(script, invite);
        }
        return script;
    }

    /// From the first INVITE, by way of challenges, to the ringing.
    ///
    /// @return the pending INVITE
    private int begin(Script script) {
        int invite = script.request("INVITE");
        trying(script, invite, 0.7);
        int challenges = draws.weighted(0.55, 0.4, 0.04, 0.01);
        for (int i = 0; i < challenges; i++) {
            script.response(invite, draws.chance(0.85) ? 407 : 401).ack(invite);
            invite = script.request("INVITE");
            trying(script, invite, 0.7);
        }
        int provisional = draws.weighted(0.12, 0.6, 0.16, 0.07, 0.03, 0.02);
        for (int i = 0; i < Math.min(provisional, MOST_PROVISIONAL); i++) {
            script.response(invite, draws.chance(0.75) ? 180 : 183, i);
        }
        return invite;
    }

    private void answer(Script script, int invite) {
        script.response(invite, 200).ack(invite);
    }

    private void cancel(Script script, int invite) {
        if (script.last().isRequest()) { // RFC 3261 §9.1: not before there is an answer
            script.response(invite, 180);
        }
        script.cancel(invite);
        if (draws.chance(0.75)) {
            script.cancelled(invite).response(invite, 487).ack(invite);
        } else if (draws.chance(0.8)) {
            script.response(invite, 487).cancelled(invite).ack(invite);
        } else { // the answer was quicker
            script.cancelled(invite).response(invite, 200).ack(invite);
            end(script);
        }
    }

    /// An exchange during the conversation.
    private void within(Script script) {
        boolean byCaller = draws.chance(0.6);
        switch (draws.weighted(0.45, 0.3, 0.25)) {
            case 0 -> {
                int again = script.request(byCaller, "INVITE");
                trying(script, again, 0.5);
                int status = draws.chance(0.94) ? 200 : 486;
                script.response(again, status).ack(again);
            }
            case 1 -> script.exchange(byCaller, "INFO", draws.chance(0.95) ? 200 : 404);
            default -> script.exchange(byCaller, "OPTIONS", 200);
        }
    }

    private void end(Script script) {
        boolean byCaller = draws.chance(0.55);
        if (draws.chance(0.08)) {
            script.exchange(byCaller, "BYE", 407);
        }
        int bye = script.request(byCaller, "BYE");
        trying(script, bye, 0.06);
        script.response(bye, 200);
    }
}
