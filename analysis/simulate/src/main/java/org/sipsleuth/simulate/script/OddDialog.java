package org.sipsleuth.simulate.script;

import org.sipsleuth.simulate.clock.SeededRandom;

/// Dialogs whose messages are sound and whose order is not: rare ones, and ones that cannot be.
public enum OddDialog {
    ANSWER_FIRST("answers come before the INVITE") {
        @Override
        public Script script(SeededRandom draws) {
            Script script = new Script();
            int invite = script.early("INVITE", 180);
            script.response(invite, 200).late(invite).ack(invite);
            return script.exchange(true, "BYE", 200);
        }
    },
    BYE_FIRST("a BYE is answered before there is a call") {
        @Override
        public Script script(SeededRandom draws) {
            Script script = new Script().exchange(true, "BYE", 200);
            return talk(script).exchange(false, "BYE", 200);
        }
    },
    CALL_AFTER_BYE("the call goes on after it was ended") {
        @Override
        public Script script(SeededRandom draws) {
            Script script = talk(new Script()).exchange(true, "BYE", 200);
            for (int i = 0; i <= draws.below(3); i++) {
                int again = script.request("INVITE");
                script.response(again, 200).ack(again);
            }
            return script.exchange(false, "BYE", 200);
        }
    },
    TWO_FINALS("an INVITE is refused and accepted") {
        @Override
        public Script script(SeededRandom draws) {
            Script script = new Script();
            int invite = script.request("INVITE");
            script.response(invite, 100).response(invite, draws.chance(0.5) ? 486 : 404);
            script.response(invite, 200, 1).ack(invite);
            return script.exchange(true, "BYE", 200);
        }
    },
    ACK_UNASKED("an ACK comes before any answer") {
        @Override
        public Script script(SeededRandom draws) {
            Script script = new Script();
            int invite = script.request("INVITE");
            script.ack(invite).response(invite, 100).ack(invite).response(invite, 180);
            script.response(invite, 200).ack(invite);
            return script.exchange(true, "BYE", 200);
        }
    },
    LATE_CANCEL("calls are cancelled after they were answered") {
        @Override
        public Script script(SeededRandom draws) {
            Script script = new Script();
            int invite = script.request("INVITE");
            script.response(invite, 100).response(invite, 180).response(invite, 200).ack(invite);
            script.cancel(invite).cancelled(invite).response(invite, 487, 1).ack(invite);
            return script.exchange(true, "BYE", 481);
        }
    },
    ENDLESS_CHALLENGE("every attempt is challenged again") {
        @Override
        public Script script(SeededRandom draws) {
            Script script = new Script();
            for (int i = 0; i < draws.between(8, 16); i++) {
                int invite = script.request("INVITE");
                script.response(invite, 407).ack(invite);
            }
            return script;
        }
    },
    RINGING_STORM("dozens of phones ring and none is answered") {
        @Override
        public Script script(SeededRandom draws) {
            Script script = new Script();
            int invite = script.request("INVITE");
            script.response(invite, 100);
            for (int i = 1; i <= draws.between(15, 30); i++) {
                script.response(invite, draws.chance(0.7) ? 180 : 183, i);
            }
            return script.response(invite, 480).ack(invite);
        }
    },
    CHANGE_LOOP("the session is changed again and again") {
        @Override
        public Script script(SeededRandom draws) {
            Script script = talk(new Script());
            for (int i = 0; i < draws.between(12, 20); i++) {
                int again = script.request(draws.chance(0.5), "INVITE");
                script.response(again, draws.chance(0.3) ? 491 : 200).ack(again);
            }
            return script.exchange(true, "BYE", 200);
        }
    },
    BYE_STORM("a call that is over is ended again and again") {
        @Override
        public Script script(SeededRandom draws) {
            Script script = talk(new Script()).exchange(true, "BYE", 200);
            for (int i = 0; i < draws.between(6, 14); i++) {
                script.exchange(draws.chance(0.5), "BYE", 481);
            }
            return script;
        }
    },
    REGISTER_IN_CALL("a call holds registrations") {
        @Override
        public Script script(SeededRandom draws) {
            Script script = talk(new Script());
            for (int i = 0; i <= draws.below(3); i++) {
                script.exchange(true, "REGISTER", 200);
            }
            return script.exchange(true, "BYE", 200);
        }
    },
    STRANGE_METHOD("a method that nobody knows is tried") {
        @Override
        public Script script(SeededRandom draws) {
            Script script = new Script();
            for (int i = 0; i < draws.between(2, 5); i++) {
                script.exchange(true, draws.chance(0.5) ? "DANCE" : "TEST", 501);
            }
            return script;
        }
    },
    FAILING_SERVER("every request fails in the server") {
        @Override
        public Script script(SeededRandom draws) {
            Script script = new Script();
            for (int i = 0; i < draws.between(3, 8); i++) {
                int invite = script.request("INVITE");
                script.response(invite, draws.chance(0.6) ? 500 : 503).ack(invite);
            }
            return script;
        }
    },
    QUESTION_CHAIN("dozens of questions are asked in one call") {
        @Override
        public Script script(SeededRandom draws) {
            Script script = talk(new Script());
            for (int i = 0; i < draws.between(20, 40); i++) {
                script.exchange(true, "OPTIONS", draws.chance(0.8) ? 200 : 405);
            }
            return script.exchange(true, "BYE", 200);
        }
    };

    private final String story;

    OddDialog(String story) {
        this.story = story;
    }

    /// What happens, as a sentence without its end.
    public String story() {
        return story;
    }

    /// A dialog of this kind.
    public abstract Script script(SeededRandom draws);

    private static Script talk(Script script) {
        int invite = script.request("INVITE");
        script.response(invite, 100).response(invite, 180).response(invite, 200);
        return script.ack(invite);
    }
}
