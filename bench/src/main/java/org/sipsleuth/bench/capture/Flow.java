package org.sipsleuth.bench.capture;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// A way in which a dialog goes: its messages in order. Requests come from the caller, but for
/// those with `<` before them; a response answers the last request that was no ACK, and 487 the
/// INVITE.
///
/// @param share of 100 dialogs so many go this way
/// @param steps its messages
record Flow(int share, List<Step> steps) {

    /// One message.
    ///
    /// @param what a method, or a status code
    /// @param fromCallee whether it is a request of the callee
    record Step(String what, boolean fromCallee) {

        boolean isRequest() {
            return Character.isLetter(what.charAt(0));
        }
    }

    private static final List<Flow> ALL =
            List.of(
                    of(
                            30, "INVITE", "407", "ACK", "INVITE", "100", "180", "200", "ACK", "BYE",
                            "200"),
                    of(30, "INVITE", "100", "180", "200", "ACK", "<BYE", "200"),
                    of(10, "INVITE", "100", "180", "CANCEL", "200", "487", "ACK"),
                    of(10, "INVITE", "100", "404", "ACK"),
                    of(20, "REGISTER", "401", "REGISTER", "200"));

    private static Flow of(int share, String... messages) {
        return new Flow(
                share,
                Arrays.stream(messages)
                        .map(text -> new Step(text.replace("<", ""), text.startsWith("<")))
                        .toList());
    }

    /// Chooses one.
    static Flow choose(RandomGenerator random) {
        int point = random.nextInt(ALL.stream().mapToInt(Flow::share).sum());
        int i = 0;
        while (point >= ALL.get(i).share) {
            point -= ALL.get(i).share;
            i++;
        }
        return ALL.get(i);
    }

    /// Whether media flows before the step.
    boolean talksBefore(int step) {
        return steps.get(step).what().equals("BYE");
    }
}
